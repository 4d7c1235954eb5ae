import { keyOf } from './table.ts'

/** Scales that ladders use, lowest first. The first is Rung's default, which needs no `scale` in the files. */
export const COMMON_SCALES: readonly (readonly string[])[] = [
  ['Awareness', 'Working', 'Advanced', 'Expert'],
  ['Awareness', 'Working', 'Practitioner', 'Expert'],
  ['Beginner', 'Intermediate', 'Advanced', 'Expert'],
  ['Beginner', 'Intermediate', 'Advanced'],
  ['Basic', 'Intermediate', 'Advanced', 'Expert'],
  ['Basic', 'Proficient', 'Advanced', 'Expert'],
  ['Foundational', 'Intermediate', 'Advanced', 'Expert'],
  ['Novice', 'Intermediate', 'Advanced', 'Expert'],
  ['Novice', 'Advanced beginner', 'Competent', 'Proficient', 'Expert'],
  ['Novice', 'Beginner', 'Competent', 'Proficient', 'Expert'],
  ['Learning', 'Practicing', 'Leading', 'Teaching'],
  ['Emerging', 'Developing', 'Proficient', 'Advanced', 'Expert'],
  ['Low', 'Medium', 'High'],
  ['Follow', 'Assist', 'Apply', 'Enable', 'Ensure', 'Initiate', 'Set strategy'],
]

const STEPS = new Set(COMMON_SCALES.flat().map(keyOf))

/** Whether a name is a step of a scale that ladders use. */
export const isCommonStep = (name: string): boolean => STEPS.has(keyOf(name))
