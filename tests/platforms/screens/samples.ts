import { actions, heading, list, type Message, note, plain, strong, text } from '../../../src/message/index.ts'

// Messages that are made like real ones, with their heights as measured: each was drawn as Slack and Discord draw it on a desktop, with
// Lato and Noto Sans, and the picture's pixels were counted.

const SENTENCE =
  'Fits a model unaided: stops early on a validation set, tunes its depth, and explains which features it leans on.'
const press = (label: string) => ({ label, payload: `1s ${label}` })
const of = (...blocks: Message['blocks']): Message => ({ summary: 'A sample', blocks })

const NAMES = [
  'Gradient Boosting',
  'Feature Stores',
  'API Design',
  'Model Monitoring',
  'SQL',
  'Code Review',
  'Observability',
]

interface Sample {
  readonly message: Message
  /** Measured pixels. */
  readonly slack: number
  readonly discord: number
}

export const SAMPLES: Readonly<Record<string, Sample>> = {
  paragraphs: {
    message: of(
      heading('ML Engineer: Senior'),
      text(plain(SENTENCE.repeat(5))),
      note('info', plain(SENTENCE)),
      text(strong(SENTENCE)),
    ),
    slack: 334,
    discord: 379,
  },
  'a question': {
    message: of(
      heading('Gradient Boosting · Machine Learning & AI'),
      { type: 'progress', done: 3, total: 20, label: 'Question 4 · core · about 16 more' },
      {
        type: 'list',
        numbered: true,
        title: strong('Which best describes what you do today?'),
        items: Array.from({ length: 5 }, () => ({ text: plain(SENTENCE) })),
      },
      ...actions(['1 · None yet', '2 · Awareness', '3 · Working', '4 · Advanced', '5 · Expert'].map(press)),
      ...actions(['Skip', 'Why this?', 'Add a note or link', 'Pause'].map(press)),
    ),
    slack: 454,
    discord: 479,
  },
  'a list with details': {
    message: of(
      heading('Skills'),
      ...list(
        NAMES.map((name) => ({ text: strong(name), detail: plain(SENTENCE), more: [plain('A few weeks')] })),
        strong('All of them'),
      ),
    ),
    slack: 736,
    discord: 669,
  },
  'fields and a menu': {
    message: of(
      heading('About ML Engineer'),
      { type: 'fields', fields: NAMES.map((name) => ({ label: name, value: plain('3 of 5 met, 2 not asked') })) },
      { type: 'divider' },
      ...actions([...NAMES, ...NAMES.map((name) => `${name} in depth`)].map(press), 'By skill'),
      ...actions(NAMES.map(press), 'Compare at one level'),
    ),
    slack: 428,
    discord: 481,
  },
  'a table': {
    message: of(heading('Two roles'), {
      type: 'table',
      columns: ['Skill', 'Data Engineer', 'ML Engineer'],
      rows: NAMES.map((name) => [name, 'A W V E', 'W W V E']),
    }),
    slack: 292,
    discord: 253,
  },
}
