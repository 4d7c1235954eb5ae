/** What only the terminal says, in English. */
export const consoleEn = {
  'console.saved': 'Saved {path}',
  'console.welcome':
    'Rung answers what a role expects. Type <c>/skills</c> for the roles, <c>/skills help</c> for all you can ask, <c>/assess</c> to find out your level, a number to pick a choice, <c>/quit</c> to leave.',
  'console.noInput':
    'Nothing was asked. Pipe one question a line, as in <c>echo "/skills ml-engineer senior" | npm start -s</c>, or run <c>npm start</c> in a terminal. To run Rung in a chat platform, set <c>{variables}</c>.',
  'console.showAll': 'Show all',
  'console.noChoice':
    'There is no choice {number} here. {count, plural, =0 {Nothing can be picked right now.} one {Only 1 can be picked.} other {Pick 1 to #.}}',
  'console.ready':
    'Ready with {roles, plural, one {# role} other {# roles}} and {skills, plural, one {# skill} other {# skills}} (catalogue {version}). {store}',
  'console.bye': 'Bye.',
} as const
