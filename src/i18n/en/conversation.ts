// Answers to what people say in plain words.

export const conversationEn = {
  'conversation.greeting.title': 'Hello',
  'conversation.greeting.text':
    'Hi! I’m Rung. Ask me what a role expects or what separates two levels, or find your own level.',
  'conversation.thanks.title': 'Thanks',
  'conversation.thanks.text': 'Anytime. I’m here whenever you need me.',
  'conversation.bye.title': 'Goodbye',
  'conversation.bye.text': 'See you! I’m here whenever you need me.',
  'conversation.unknown.title': 'What I can answer',
  'conversation.unknown.text': 'I can answer questions about the career ladder. Try one of these.',
  'conversation.notUnderstood': 'I don’t understand “{text}”.',
  'conversation.quoted': '“{text}”',
  'conversation.ignored': 'I left out {words}.',
  'conversation.notThere': 'Nothing in the ladder is called {words}.',
  'conversation.negated': 'This is what’s expected. I can’t show what isn’t, or leave anything out.',
  'conversation.nor': 'or',
  'conversation.unanswered': '“{text}” is a separate question: ask it on its own.',
  'conversation.privacy.title': 'What others see',
  'conversation.privacy.text':
    'Rung shows your answers, results, and notes only to you, not to your manager or anyone else. You decide what you share.',
  'conversation.privacy.more':
    '<u>profile export</u> gives you everything stored about you, and <u>profile delete</u> deletes it. Your proposals and votes are on record. Everything is stored in a database or folder of whoever runs Rung, who has access to it.',
  'conversation.privacy.retention':
    'An assessment in progress is deleted {session, plural, one {# day} other {# days}} after your last answer, and a result {years, plural, =0 {{days, plural, one {# day} other {# days}}} one {# year} other {# years}} after the assessment, or sooner if you delete them.',
  'conversation.process.title': 'How the ladder changes',
  'conversation.process.text':
    'Anyone can propose a change. Others nominate it, members vote on it, and experts make the final decision; accepted changes go live at once. Every step is recorded, along with the reason for it.',
  'conversation.process.numbers':
    'It takes at least {nominations, plural, one {# nomination} other {# nominations}} to open a vote. The vote lasts {days, plural, one {# day} other {# days}} and passes with {share} in favor, if at least {votes, plural, one {# person has} other {# people have}} voted; you can change your vote until it closes. Then {approvals, plural, one {# expert} other {# experts}} must approve.',
  'conversation.process.experts':
    'Experts are appointed by the admins here or by whoever runs Rung. Each decision shows who made it. <u>proposals open</u> lists what’s under discussion.',
  'conversation.rule.title': 'How your level is worked out',
  'conversation.rule.answers':
    'Your level comes from your own answers about what you do today. Skills you skip count neither for nor against you. Mandatory skills don’t change your level; those you don’t meet come first in your plan. Whether you’re promoted is up to your company.',
  'conversation.ownLadder.title': 'Importing and exporting a ladder',
  'conversation.ownLadder.text':
    'Rung works with any career ladder. Whoever runs it can create a new one with <b>npm run -s cli -- new</b>, import one from a spreadsheet with <b>npm run -s cli -- import ladder.csv</b>, or export it as a spreadsheet or JSON with <b>npm run -s cli -- export</b>.',
  'conversation.answers.title': 'During an assessment',
  'conversation.answers.text':
    '“Back,” as a button or a word, returns to the previous question, and your new answer replaces the old one. You can pause whenever you like: your answers are saved, and “resume” picks up where you left off. Assess yourself again whenever something has changed; if your result includes a plan, the plan suggests when.',
  'conversation.marks.title': 'What the symbols mean',
  'conversation.coverage.title': 'What the ladder covers',
  'conversation.coverage.text':
    'The ladder has {roles, plural, one {# role} other {# roles}} and {skills, plural, one {# skill} other {# skills}} in {domains, plural, one {# domain} other {# domains}}.',
  'conversation.coverage.not':
    'The ladder says nothing about pay, hiring, interviews, degrees, time off, years of experience, or how long a level takes. It covers only the skills it lists and doesn’t track what people are good at.',
  'conversation.coverage.propose': 'Is a skill missing? Use <u>propose</u> to suggest it.',
  'conversation.assess.text':
    'To see your level and what to work on, answer a few questions about what you do today. Only you can see the result.',
  'conversation.nextLevel': 'How to reach {level}',
  'conversation.nextLevel.any': 'How to reach the next level',
  'conversation.usage': 'Roles that use {skill}',
  'conversation.usage.none': 'No role uses this skill yet.',
  'conversation.stack': 'stack',
  'conversation.stack.none': 'The ladder doesn’t name a stack here.',
  'conversation.focus': 'focus',
  'conversation.focus.none': 'The ladder doesn’t name a focus here.',
  'conversation.lines': 'Where the ladder names “{text}”',
  'conversation.lines.more': '{count, plural, one {# more level names it.} other {# more levels name it.}}',
  'conversation.cores': 'What counts the most in each role',
  'conversation.cores.none': 'all skills count the same',
  'conversation.core': 'core skills',
  'conversation.core.none': '{role} has no core: all of its skills count the same.',
  'conversation.core.text':
    'The core of the {role} role {count, plural, one {is} other {consists of}} {core}. {rule, select, core {Only the core counts toward the level.} other {It counts the most toward the level.}}',
  'conversation.core.mandatory':
    '<b>Mandatory:</b> {names}{unstated, plural, =0 {} one {; the ladder doesn’t say whether the other one is} other {; the ladder doesn’t say whether the other # are}}.',
} as const
