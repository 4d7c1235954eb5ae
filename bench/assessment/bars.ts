import type { Mode, Summary } from './measure.ts'

/** A figure that is held for ML Engineer, with what another implementation of the same rule reached on its own people. */
export interface Bar {
  readonly name: string
  readonly of: (summary: Summary) => number
  /** The bound of each mode; a mode without one has no bar. */
  readonly bounds: Readonly<Partial<Record<Mode, number>>>
  readonly reference: Readonly<Partial<Record<Mode, number>>>
  readonly atLeast: boolean
  readonly show: (value: number) => string
}

const count = (value: number): string => value.toFixed(0)
const tenths = (value: number): string => value.toFixed(1)
export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
const everyMode = (bound: number) => ({ level: bound, plan: bound, gaps: bound, target: bound })

export const BARS: readonly Bar[] = [
  {
    name: 'median of questions',
    of: (s) => s.medianAsked,
    bounds: { level: 15, plan: 23, gaps: 34, target: 10 },
    reference: { level: 14, plan: 23, gaps: 33, target: 9 },
    atLeast: false,
    show: count,
  },
  {
    name: 'mean of questions',
    of: (s) => s.meanAsked,
    bounds: { level: 19.5, plan: 25.5, gaps: 34, target: 14.5 },
    reference: { level: 19.1, plan: 24.6, gaps: 32.5, target: 13.9 },
    atLeast: false,
    show: tenths,
  },
  {
    name: '95th percentile',
    of: (s) => s.asked95,
    bounds: { level: 52, plan: 54, gaps: 52, target: 37 },
    reference: { level: 50, plan: 52, gaps: 52, target: 31 },
    atLeast: false,
    show: count,
  },
  {
    name: 'agreement',
    of: (s) => s.agreement,
    bounds: { level: 0.98, plan: 0.985, gaps: 0.99, target: 0.983 },
    reference: { level: 0.983, plan: 0.99, gaps: 0.995, target: 0.987 },
    atLeast: true,
    show: percent,
  },
  {
    name: 'over-graded',
    of: (s) => s.overGraded,
    bounds: { level: 0.015, plan: 0.013, gaps: 0.01, target: 0.013 },
    reference: { level: 0.009, plan: 0.003, gaps: 0.002, target: 0.007 },
    atLeast: false,
    show: percent,
  },
  {
    name: 'within one level',
    of: (s) => s.withinOne,
    bounds: { level: 0.997, plan: 0.997, gaps: 0.997 },
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'worst population',
    of: (s) => s.worst,
    bounds: everyMode(0.9),
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'precision of the list',
    of: (s) => Math.min(s.precision, s.meanPrecision),
    bounds: { level: 0.92, plan: 0.93, gaps: 0.91, target: 0.91 },
    reference: { level: 0.923, plan: 0.942, gaps: 0.92, target: 0.926 },
    atLeast: true,
    show: percent,
  },
  {
    name: 'the same, of beginners',
    of: (s) => s.beginnersPrecision,
    bounds: everyMode(0.9),
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'F1 of the list',
    of: (s) => s.gapF1,
    bounds: { gaps: 0.88 },
    reference: { gaps: 0.898 },
    atLeast: true,
    show: percent,
  },
  {
    name: 'others needed, within 2',
    of: (s) => s.othersWithinTwo,
    bounds: { plan: 0.83 },
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'answered gaps suffice',
    of: (s) => s.suffices,
    bounds: { plan: 0.9 },
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'within “up to N” promised',
    of: (s) => s.withinMost,
    bounds: { level: 0.95, target: 0.95 },
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'within the plan’s range',
    of: (s) => s.planWithin,
    bounds: { plan: 0.8 },
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'stated confidence off by',
    of: (s) => Math.abs(s.statedOff),
    bounds: everyMode(0.015),
    reference: {},
    atLeast: false,
    show: percent,
  },
  {
    name: 'core asked',
    of: (s) => s.coreAsked,
    bounds: everyMode(0.995),
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'first five are core',
    of: (s) => s.coreFirst,
    bounds: everyMode(1),
    reference: {},
    atLeast: true,
    show: percent,
  },
  {
    name: 'CPU a question, 99th, ms',
    of: (s) => s.cpu99,
    bounds: everyMode(5),
    reference: {},
    atLeast: false,
    show: (value) => value.toFixed(2),
  },
]

export const holds = ({ of, bounds, atLeast }: Bar, mode: Mode, summary: Summary): boolean => {
  const bound = bounds[mode]
  return bound === undefined || (atLeast ? of(summary) >= bound : of(summary) <= bound)
}
