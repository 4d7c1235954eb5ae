import type { Entry, StepText } from './draft.ts'

const LEVELS = ['Junior', 'Middle', 'Senior'] as const

/** The skills of a new ladder: what each level expects, and what a person at each step can be seen doing. */
const SKILLS = [
  {
    name: 'Delivery',
    values: ['Awareness', 'Working', 'Advanced'],
    texts: [
      'Finishes small tasks with help.',
      'Delivers a whole feature alone.',
      'Splits a project into steps that others deliver.',
    ],
  },
  {
    name: 'Feedback',
    values: ['', 'Awareness', 'Working'],
    texts: ['Asks for feedback.', 'Gives feedback that people act on.', 'Shows others how to give feedback.'],
  },
] as const

const STEPS = ['Awareness', 'Working', 'Advanced', 'Expert'] as const

/** The content of a small ladder to edit. */
export function newEntries(role: string, file: string): { entries: readonly Entry[]; texts: readonly StepText[] } {
  const place = { file, line: 1, column: 1 }
  const entries = SKILLS.flatMap(({ name, values }) =>
    LEVELS.map((level, index) => ({
      role,
      family: null,
      level,
      skill: name,
      domain: 'Craft',
      value: values[index] ?? '',
      place,
    })),
  )
  const texts = SKILLS.flatMap(({ name, texts: own }) =>
    own.map((text, index) => ({ skill: name, domain: 'Craft', step: STEPS[index] ?? '', text, place })),
  )
  return { entries, texts }
}
