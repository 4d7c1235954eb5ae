// The home page, and notes on where an answer is.

export const homeEn = {
  'home.level': 'As of {date}, {percent, number}% sure. Only you see this.',
  'home.level.between': 'As of {date}, more likely {likelier} ({percent, number}%). Only you see this.',
  'home.level.certain': 'As of {date}, certain by the rule. Only you see this.',
  'home.goals': 'Grow next, for {level}',
  'home.assess': 'Assess yourself',
  'home.assess.going': '{count, plural, one {One assessment is} other {# assessments are}} waiting where you left off.',
  'home.assess.none': 'A few questions about what you do, answered in a direct message. Only you see the result.',
  'home.roles': 'What a role expects',
  'home.roles.how': 'Pick a role, or ask anywhere: <c>/skills</c> followed by a role, a level or a skill.',
  'home.roles.pick': 'Roles',
  'share.button': 'Share to channel',
  'share.by': 'Shared by {user}',
  'direct.sent': 'This is between you and me: I have sent it to our direct messages.',
  'direct.open': 'Open messages',
  'direct.working': 'One moment, this takes longer than usual. The answer follows here.',
  'direct.fill': 'Press the button to fill this in: {title}.',
} as const
