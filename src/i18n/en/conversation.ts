// Answers to what people say in plain words.

export const conversationEn = {
  'conversation.greeting.title': 'Hello',
  'conversation.greeting.text':
    'Hi! I’m Rung. Ask me what a role expects, what separates two levels, or find out which level you are at.',
  'conversation.thanks.title': 'Thanks',
  'conversation.thanks.text': 'You’re welcome. I’m here whenever you need me.',
  'conversation.unknown.title': 'What I can answer',
  'conversation.unknown.text': 'I know the career ladder. Try one of these.',
  'conversation.notUnderstood': 'I don’t understand “{text}”.',
  'conversation.quoted': '“{text}”',
  'conversation.ignored': 'I left out {words}.',
  'conversation.notThere': 'Nothing in the ladder is called {words}.',
  'conversation.privacy.title': 'What others see',
  'conversation.privacy.text':
    'Your answers, results and notes are yours alone: nobody else in the workspace sees them, your manager included. You decide what you share.',
  'conversation.privacy.more':
    '<u>profile export</u> gives you all that is stored about you, and <u>profile delete</u> removes it. What you propose and how you vote on the ladder is on record.',
  'conversation.process.title': 'How the ladder changes',
  'conversation.process.text':
    'Anybody proposes a change; others nominate it; members vote; experts decide; what they accept is live at once. Every step and its reason is on record.',
  'conversation.process.experts':
    'The experts are named by those who run Rung here. Each decision shows who made it. <u>proposals open</u> lists what is being discussed.',
  'conversation.rule.title': 'How your level is computed',
  'conversation.rule.answers':
    'It is counted from your own answers to what you do today. Skills that you skip count neither for nor against you.',
  'conversation.coverage.title': 'What the ladder covers',
  'conversation.coverage.text':
    '{roles, plural, one {# role} other {# roles}}, {skills, plural, one {# skill} other {# skills}} in {domains, plural, one {# domain} other {# domains}}.',
  'conversation.coverage.not':
    'It says nothing about pay, hiring, interviews, time off or years of experience, and it knows no skill beyond its own.',
  'conversation.coverage.propose': 'Is a skill missing? <u>propose</u> starts a change.',
  'conversation.assess.text':
    'A few questions about what you do today tell you your level and what to work on. Only you see it.',
  'conversation.nextLevel': 'How to reach {level}',
  'conversation.nextLevel.any': 'How to reach the next level',
  'conversation.usage': 'Who uses {skill}',
  'conversation.usage.none': 'No role uses it yet.',
  'conversation.stack': 'stack',
  'conversation.stack.none': 'The ladder names no stack here.',
  'conversation.focus': 'focus',
  'conversation.focus.none': 'The ladder names no focus here.',
  'conversation.core': 'core skills',
  'conversation.core.none': '{role} names no core: all of its skills count alike.',
  'conversation.core.text': 'The core of {role} is {core}. It decides the level before anything else.',
  'conversation.core.mandatory': '<b>Mandatory:</b> {names}.',
} as const
