// The front door: help for everything, what Rung is, and the state of the process.

export const rungEn = {
  'rung.summary': 'Help, settings, and what Rung stores about you',
  'rung.help.summary': 'Everything Rung can do',
  'rung.help.title': 'What Rung can do',
  'rung.help.plain':
    'Ask in your own words{channels, select, yes {, here or by mentioning me} other {}}: “What is expected of a senior?” “Do I need Docker?” “Assess me.” Or use a command:',
  'rung.help.examples': 'More examples',
  'rung.settings': 'Settings',
  'rung.privacy': 'Privacy',
  'rung.about': 'About',
  'rung.about.summary': 'What Rung is, and the ladder it uses',
  'rung.about.title': 'About Rung',
  'rung.about.text':
    'Rung tells you what each level of a role expects, finds your level in a short, private assessment, and lets the people who use the ladder vote on changes to it. It reads your words with rules and example questions, not a language model.',
  'rung.about.ladder': 'Roles',
  'rung.about.size': 'Size',
  'rung.about.counts':
    '{skills, plural, one {# skill} other {# skills}} in {domains, plural, one {# domain} other {# domains}}',
  'rung.about.version': 'Content version',
  'rung.privacy.summary': 'What Rung stores, and who sees it',
  'rung.status.summary': 'Whether Rung is working (for those who run it)',
  'rung.status.ok': 'Everything is working.',
  'rung.status.notes': 'Rung is working but needs attention.',
  'rung.status.problems': 'Something isn’t working.',
  'rung.status.admins': 'Only admins see the details, which are also in the log.',
  'rung.installed.title': 'Rung is installed',
  'rung.installed.text': 'Everyone here can use it now, in any channel and in direct messages. What to do next:',
  'rung.installed.try': 'Try it: <u>skills</u> shows the roles, and <u>assess</u> finds your level.',
  'rung.installed.invite': 'Mention me in a channel that I’m in, and I’ll answer in a thread.',
  'rung.installed.proposals':
    'To let people change the ladder, choose a proposals channel and the experts who decide: <u>rung settings</u>.',
  'rung.installed.ladder': 'To use a ladder of your own, ask whoever runs Rung to set it up.',
  'error.rung.unknown':
    'I don’t know “{text}” here. <u>rung</u> shows what I can do; <u>skills</u> takes any question.',
} as const
