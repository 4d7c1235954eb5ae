/** What only Discord needs to say, in English. */
export const discordEn = {
  'inDiscord.closed': 'You take no direct messages from me, so this goes on here. Only you see it.',
  'inDiscord.late': 'Discord had stopped waiting by the time I had your answer, so here it is.',
  'inDiscord.failed':
    'Discord refused my answer (<c>{code}</c>). What you did may have counted: please look, then try again; nothing is done twice. If it goes on, tell whoever runs Rung.',
  'inDiscord.unsure':
    'Discord did not confirm that. Please look whether it arrived and try again: nothing is done twice.',
  'inDiscord.onlyText': 'I can only read text. Please write it as a message.',
  'inDiscord.edited': 'I don’t read edited messages. Please send the new text as a message of its own.',
  'inDiscord.parts':
    '{title} has {count, number} questions, and a dialog holds five of them. Fill in one part after the other.',
  'inDiscord.typed': 'This is what you had written, so that it is not lost:',
  'inDiscord.kept': 'Kept. The next part is still open.',
  'inDiscord.whichServer': 'You have more than one assessment open. Which one do you want to continue?',
  'inDiscord.otherServer': 'another server',
  'inDiscord.reactionUnsure':
    'I could not finish with your {emoji}. It may not have counted: please look, or pick <b>Apps</b> > <b>Propose this</b> in the message’s menu.',
  'inDiscord.reactionClosed':
    'I cannot send you direct messages, so I could not answer your {emoji}. Allow them for this server (<b>Privacy Settings</b> in its menu), or pick <b>Apps</b> > <b>Propose this</b> in the message’s menu: that answer only you see.',
  'inDiscord.mention.closed':
    'I can’t send you a direct message, and this is between you and me. Use the command here instead: only you will see the answer.',
} as const
