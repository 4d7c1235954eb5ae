// Answers to what people say in plain words.

export const talkEn = {
  'talk.greeting.title': 'Hello',
  'talk.greeting.text':
    'Hi! I’m Rung. Ask me what a role expects, what separates two levels, or find out which level you are at.',
  'talk.thanks.title': 'Thanks',
  'talk.thanks.text': 'You’re welcome. I’m here whenever you need me.',
  'talk.unknown.title': 'What I can answer',
  'talk.unknown.text': 'I did not understand that. I know the career ladder: try one of these.',
  'talk.ignored': 'I left out {words}.',
  'talk.notThere': 'Nothing in the ladder is called {words}.',
  'talk.privacy.title': 'What others see',
  'talk.privacy.text':
    'Your answers, results and notes are yours alone: nobody else in the workspace sees them, your manager included. You decide what you share.',
  'talk.privacy.more':
    '<u>profile export</u> gives you all that is stored about you, and <u>profile delete</u> removes it. What you propose and how you vote on the ladder is on record.',
  'talk.process.title': 'How the ladder changes',
  'talk.process.text':
    'Anybody proposes a change; others nominate it; members vote; experts decide; what they accept is live at once. Every step and its reason is on record.',
  'talk.process.experts':
    'The experts are named by those who run Rung here. Each decision shows who made it. <u>proposals open</u> lists what is being discussed.',
  'talk.rule.title': 'How your level is found',
  'talk.rule.answers':
    'It is counted from your own answers to what you do today. Skills that you skip count neither for nor against you.',
  'talk.coverage.title': 'What the ladder covers',
  'talk.coverage.text':
    '{roles, plural, one {# role} other {# roles}}, {skills, plural, one {# skill} other {# skills}} in {domains, plural, one {# domain} other {# domains}}.',
  'talk.coverage.not':
    'It says nothing about pay, hiring, interviews, time off or years of experience, and it knows no skill beyond its own.',
  'talk.coverage.propose': 'Is a skill missing? <u>propose</u> starts a change.',
  'talk.assess.text':
    'A few questions about what you do today tell you your level and what to work on. Only you see it.',
  'talk.nextLevel': 'How to reach {level}',
  'talk.nextLevel.any': 'How to reach the next level',
  'talk.usage': 'Who uses {skill}',
  'talk.usage.none': 'No role uses it yet.',
  'talk.stack': 'stack',
  'talk.focus': 'focus',
  'talk.core': 'core skills',
  'talk.core.none': '{role} names no core: all of its skills count alike.',
  'talk.core.text': 'The core of {role} is {core}. It decides the level before anything else.',
  'talk.core.mandatory': '<b>Mandatory:</b> {names}.',
} as const
