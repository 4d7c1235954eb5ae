/** What only Slack needs to say, in English. */
export const slackEn = {
  'paging.page': 'Page {page, number} of {pages, number}',
  'paging.previous': 'Previous page',
  'paging.next': 'Next page',
  'paging.leftOut': '{count, plural, one {# more line does not fit here.} other {# more lines do not fit here.}}',
  'paging.choose': 'Choose one',
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
  'slack.shortcut': 'Propose this',
  'slack.shortcut.description': 'Make this message a proposal to change the ladder',
} as const
