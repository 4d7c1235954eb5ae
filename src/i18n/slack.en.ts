/** What only Slack needs to say, in English. */
export const slackEn = {
  'slack.page': 'Page {page, number} of {pages, number}',
  'slack.previous': 'Previous page',
  'slack.next': 'Next page',
  'slack.leftOut': '{count, plural, one {# more line does not fit here.} other {# more lines do not fit here.}}',
  'slack.choose': 'Choose one',
  'slack.cancel': 'Cancel',
} as const
