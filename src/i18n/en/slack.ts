/** What only Slack needs to say, in English. */
export const slackEn = {
  'slack.cancel': 'Cancel',
  'slack.storeAway': 'I can’t reach my storage right now, so I can’t answer here. Please try again in a moment.',
  'slack.formBusy': 'This form is still being saved. If you don’t get an answer, send it again in a minute.',
  'slack.nomination.unsure':
    'You nominated a message, but Slack didn’t confirm that my answer in the channel arrived. If you don’t see it there, continue here.',
  'slack.onlyText': 'I can only read text. Please type your message instead.',
  'slack.edited': 'I don’t read edited messages. Please send the new text as a new message.',
  'slack.install.done': 'Rung is installed in {workspace}. Go to Slack and type /skills, or open Rung under Apps.',
  'slack.install.denied': 'Slack didn’t install Rung ({code}). Nothing has changed.',
  'slack.install.stale':
    'This page was opened too late, twice, or in a different browser from the one you started in. Nothing has changed.',
  'slack.install.failed': 'Slack didn’t finish the installation ({code}). Nothing was saved.',
  'slack.install.again': 'Start again',
  'slack.inMessages.title': 'In your messages',
  'slack.close': 'Close',
  'slack.shortcut.propose': 'Propose a change',
  'slack.shortcut.propose.description': 'Fill in a proposal from this message',
  'slack.shortcut.assess': 'Assess yourself',
  'slack.shortcut.assess.description': 'Find your level, in a direct message only you can see',
  'slack.shortcut.lookUp': 'Look up what’s expected',
  'slack.shortcut.lookUp.description': 'What’s expected in a role, level, or skill',
  'slack.lookUp': 'Look up',
  'slack.lookUp.words': 'What do you want to look up?',
  'slack.lookUp.hint': 'A role, a level, a domain, or a skill, such as {examples}',
  'slack.lookUp.submit': 'Look up',
  'slack.notAuthorized':
    'Rung is no longer authorized in this workspace, so I can’t look this up or save anything. Ask a workspace admin to install it again.',
  'slack.unsure':
    'Slack didn’t confirm that my answer arrived. If you don’t see it, ask again; nothing will be done twice.',
  'slack.tooLate': 'Slack stopped waiting before I could open the form. Please try again.',
  'slack.noFiles':
    'I’m not allowed to upload files in this workspace. A workspace admin can change that by adding the scope <c>files:write</c> and installing Rung again.',
  'slack.failed':
    'Slack didn’t let me do that (<c>{code}</c>). Please try again. If it keeps happening, tell whoever runs Rung.',
  'slack.missingScope':
    'Rung lacks the scope <c>{scope}</c> in this workspace. A workspace admin needs to add it and install Rung again.',
  'slack.channel.invite':
    'I’m not in that channel yet. Type <c>/invite @Rung</c> there, and I’ll post proposals in it.',
  'slack.channel.archived': 'That channel is archived. Choose another one, or unarchive it.',
  'slack.channel.refused': 'Slack doesn’t let me post in that channel (<c>{code}</c>). Choose another one.',
} as const
