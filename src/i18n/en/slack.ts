/** What only Slack needs to say, in English. */
export const slackEn = {
  'slack.cancel': 'Cancel',
  'slack.storeAway': 'I cannot reach what I keep right now, so I cannot answer here. Please try again in a moment.',
  'slack.formBusy': 'This form is still being saved. If no answer follows, send it again in half a minute.',
  'slack.nomination.unsure':
    'You nominated a message, but Slack didn’t confirm that my answer in the channel arrived. If you don’t see it there, continue here.',
  'slack.onlyText': 'I can only read text. Please write it as a message.',
  'slack.edited': 'I don’t read edited messages. Please send the new text as a message of its own.',
  'slack.install.done': 'Rung is installed in {workspace}. Go to Slack and type /skills, or open Rung under Apps.',
  'slack.install.denied': 'Slack did not install Rung ({code}). Nothing was changed.',
  'slack.install.stale':
    'This page was opened too late, twice, or in another browser than the installation was begun in. Nothing was changed.',
  'slack.install.failed': 'Slack did not finish the installation ({code}). Nothing was saved.',
  'slack.install.again': 'Begin again',
  'slack.inMessages.title': 'In your messages',
  'slack.close': 'Close',
  'slack.shortcut.propose': 'Propose a change',
  'slack.shortcut.propose.description': 'Fill in a proposal to change the ladder with this message',
  'slack.shortcut.assess': 'Assess yourself',
  'slack.shortcut.assess.description': 'Find your level, in a direct message that only you see',
  'slack.shortcut.lookUp': 'Look up what is expected',
  'slack.shortcut.lookUp.description': 'What a role, a level or a skill expects',
  'slack.lookUp': 'Look up',
  'slack.lookUp.words': 'What do you want to look up?',
  'slack.lookUp.hint': 'A role, a level, a domain or a skill, such as {examples}',
  'slack.lookUp.submit': 'Look up',
  'slack.notAuthorized':
    'Rung is no longer authorized in this workspace, so I cannot look this up or save anything. Ask a workspace admin to install it again.',
  'slack.unsure':
    'Slack did not confirm that my answer arrived. If you do not see it, please ask again: nothing is done twice.',
  'slack.tooLate': 'Slack closed the window before I could open the form. Please press the button again.',
  'slack.noFiles':
    'I may not upload files in this workspace. An admin can allow it by adding the scope <c>files:write</c> to the app and installing it again.',
  'slack.failed':
    'Slack did not let me do that (<c>{code}</c>). Please try again; if it goes on, tell whoever runs Rung.',
  'slack.missingScope':
    'The app lacks the permission <c>{scope}</c> in this workspace. A workspace admin has to add it and install Rung again.',
} as const
