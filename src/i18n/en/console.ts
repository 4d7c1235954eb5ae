/** What only the terminal says, in English. */
export const consoleEn = {
  'console.saved': 'Saved to {path}',
  'console.welcome':
    'Ask Rung what a role expects. <c>/skills</c> lists the roles, <c>/skills help</c> shows everything you can ask, <c>/assess</c> finds your level, a number picks a choice, and <c>/quit</c> leaves.',
  'console.noInput':
    'No question given. Pipe in one question per line, as in <c>echo "/skills ml-engineer senior" | npm start -s</c>, or run <c>npm start</c> in a terminal. To run Rung on a chat platform, set <c>{variables}</c>.',
  'console.cardOpen':
    'Your assessment is still open; {last, plural, one {number 1 picks its choice} other {numbers up to # pick its choices}}.',
  'console.cardBehind': 'For now, numbers pick these choices, not those of your assessment, which is still open.',
  'console.formStep': '{title} ({at, number} of {count, number})',
  'console.required': 'This needs an answer.',
  'console.showAll': 'Show all',
  'console.noChoice':
    'There’s no option {number} here. {count, plural, =0 {There’s nothing to choose right now.} one {Choose 1.} =2 {Choose 1 or 2.} other {Choose a number from 1 to #.}}',
  'console.ready':
    'Ready with {roles, plural, one {# role} other {# roles}} and {skills, plural, one {# skill} other {# skills}} (ladder {version}). {store, select, none {Nothing is stored.} redis {Your data is stored in Redis.} other {Your data is stored in <c>{folder}</c>.}}',
  'console.bye': 'Bye.',
} as const
