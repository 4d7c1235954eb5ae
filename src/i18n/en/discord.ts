/** What only Discord needs to say, in English. */
export const discordEn = {
  'inDiscord.closed': 'I can’t send you direct messages, so let’s continue here. Only you can see this.',
  'inDiscord.late': 'That took too long for Discord, so here’s your answer as a new message.',
  'inDiscord.failed':
    'Discord refused my answer (<c>{code}</c>). What you did may have counted anyway. If you don’t see it, try again; nothing will be done twice. If it keeps happening, tell whoever runs Rung.',
  'inDiscord.unsure':
    'Discord didn’t confirm that my answer arrived. If you don’t see it, try again; nothing will be done twice.',
  'inDiscord.onlyText': 'I can only read text. Please type your message instead.',
  'inDiscord.edited': 'I don’t read edited messages. Please send the new text as a new message.',
  'inDiscord.parts':
    '“{title}” has {count, number} questions, but a Discord form holds only {most, number}. Fill it in one part at a time.',
  'inDiscord.typed': 'Here’s what you wrote, so it isn’t lost:',
  'inDiscord.kept': 'Saved. The next part is still open.',
  'inDiscord.whichServer': 'You have more than one assessment in progress. Which one do you want to continue?',
  'inDiscord.otherServer': 'another server',
  'inDiscord.reactionUnsure':
    'I couldn’t finish processing your {emoji}. It may not have counted: check whether it did, or pick <b>Apps</b> > <b>Propose this</b> in the message’s menu.',
  'inDiscord.reactionClosed':
    'I can’t send you direct messages, so I couldn’t respond to your {emoji}. Allow them for this server (<b>Privacy Settings</b> in its menu), or pick <b>Apps</b> > <b>Propose this</b> in the message’s menu: only you will see that answer.',
  'inDiscord.mention.closed':
    'I can’t send you a direct message, and this is between you and me. Use the command here instead: only you will see the answer.',
  'inDiscord.channel.invisible':
    'I can’t see that channel. Allow <b>View Channel</b> for my role (<b>Edit Channel</b> > <b>Permissions</b>), then choose it again.',
  'inDiscord.channel.type': 'I can’t post in that channel. Choose a text channel.',
  'inDiscord.channel.archived': 'That thread is archived. Choose a text channel.',
  'inDiscord.channel.elsewhere': 'That channel is in another server. Choose one in this server.',
  'inDiscord.channel.permissions':
    'To post there, my role needs <b>{names}</b>. Allow that under <b>Edit Channel</b> > <b>Permissions</b>, and I’ll post proposals in the channel.',
  'inDiscord.formInServer':
    'In direct messages, Discord can’t list a server’s channels and people. Use <u>rung settings</u> in one of the server’s channels; only you will see the form.',
} as const
