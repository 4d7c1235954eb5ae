import { englishFillers, englishQuestions } from './questions.ts'

/** What people type in English. ../vocabulary.ts says what a list looks like. */
export const english = {
  help: 'help',
  // Leaves a form in the terminal, so it is no likely value of a field.
  leaveForm: 'cancel',
  quit: '/quit, /exit, quit, exit',

  // Answers to an open question of an assessment, and commands of it.
  none: 'none, none yet, not yet, never, n, no, i don’t know it, i do not know it, don’t know it, none yet i don’t know it',
  awareness: 'awareness, aware, a',
  working: 'working, work, w',
  advanced: 'advanced, adv, v',
  expert: 'expert, e',
  skip: 'skip, s, pass',
  back: 'back, undo, previous, b',
  why: 'why, why this',
  statements: 'more, more than this, less, less than this',
  pause: 'pause, stop for now, later',
  cancel: 'cancel, abort, drop',
  resume: 'resume, continue, go on',
  finish: 'stop, stop here, finish, done, end, result',
  evidence: 'evidence',

  // After /assess.
  assessStart: 'start, begin',
  assessResume: 'resume, continue',
  assessStatus: 'status',
  assessCancel: 'cancel',
  assessGuided: 'guided',
  assessSheet: 'sheet',
  assessReminders: 'reminder, reminders',
  assessFillers: 'am, ready, for, i, me, my, to, be, level, the, a',
  on: 'on',
  off: 'off',

  // After /profile.
  profileShow: 'show',
  profileSettings: 'settings, language',
  profileGaps: 'gaps, gap, missing',
  profileExport: 'export',
  profileDelete: 'delete',
  profileLink: 'link',
  profileUnlink: 'unlink',

  // After /rung.
  rungAbout: 'about, version',
  rungPrivacy: 'privacy',
  rungSettings: 'settings, setting',
  rungStatus: 'status, health',
  rungChannel: 'channel',
  rungExperts: 'experts, expert',
  rungAdmins: 'admins, admin',
  rungLanguage: 'language',
  rungLadder: 'ladder, ladders',
  rungReset: 'reset, none, default',

  // After /proposals.
  proposalsOpen: 'open',
  proposalsMine: 'mine',
  proposalsReview: 'review',
  proposalsRecent: 'recent',
  proposalsShow: 'show',

  // In a proposal in words: what comes before the reason, a value, and words that name nothing.
  because: 'because, since, reason:',
  absent: 'absent, none, nothing',
  proposeFillers:
    'should, change, raise, lower, make, set, move, require, required, requires, needs, need, to, from, at, for, of, the, a, an, be, instead, i, we, think, propose, our, please, maybe, mandatory, proficiency, requirement, level, skill, role',

  // In a look-up: what asks for the history of a role, and words that name nothing.
  history: 'changes, history, changelog',
  connectives:
    'a, an, and, are, as, at, be, between, by, compare, compared, does, expect, expected, expects, for, from, in, is, it, level, levels, must, need, needed, needs, of, on, or, role, should, skill, skills, than, that, the, to, versus, vs, what, which, with, about, change, changes, do, how, i, know, me, my, show, tell',

  // In a question: what it is about, and words that name nothing.
  ...englishQuestions,
  articles: 'a, an',
  // Before a question: what the person is, and what joins it to the question.
  speakerOpenings:
    'i am a, i am an, i am the, i m a, i m an, im a, im an, hi i am a, i work as a, i work as an, i am working as a, i am working as an, i am currently a, i am currently an, i have been a, i have been an, i have been working as a, i ve been a, i ve been an, currently a, my title is, my role is, my job is, my job title is',
  speakerJoins: 'and, but, so',
  fillers: englishFillers,
} as const
