import * as fc from 'fast-check'
import type { HeatMap, Radar } from '../../src/message/index.ts'
import { DIFFERENCE_SHADES, PROFICIENCY_SHADES } from '../../src/message/index.ts'

// Random pictures, also with texts that are long, empty or in scripts that no font has.

const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '  ',
    '<&>"\'',
    'Programación',
    '模型服务',
    '👩‍💻 MLOps',
    'العربية',
    'W'.repeat(300),
    'a\u0000b\u202ec',
    '\ud800',
  ),
)

const cell = fc.record({
  shade: fc.constantFrom(...PROFICIENCY_SHADES, ...DIFFERENCE_SHADES),
  sign: fc.constantFrom('A', 'W', '—', '+1', '−2', '✓', '?'),
})

export const anyHeatMap: fc.Arbitrary<HeatMap> = fc.integer({ min: 1, max: 23 }).chain((columns) =>
  fc.record({
    type: fc.constant('heatMap' as const),
    title: anyText,
    columns: fc.array(fc.record({ label: anyText, short: anyText }), { minLength: columns, maxLength: columns }),
    groups: fc.array(
      fc.record({
        label: anyText,
        rows: fc.array(
          fc.record({ label: anyText, cells: fc.array(cell, { minLength: columns, maxLength: columns }) }),
          { minLength: 1, maxLength: 12 },
        ),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    legend: fc.array(
      cell.chain((of) => anyText.map((means) => ({ ...of, means }))),
      { maxLength: 8 },
    ),
    unavailable: fc.constant('not available'),
  }),
)

export const anyRadar: fc.Arbitrary<Radar> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 6 }))
  .chain(([series, rings]) =>
    fc.record({
      type: fc.constant('radar' as const),
      title: anyText,
      series: fc.array(fc.record({ label: anyText }), { minLength: series, maxLength: series }),
      axes: fc.array(
        fc.record({
          label: anyText,
          values: fc.array(
            fc
              .option(fc.double({ min: 0, max: rings, noNaN: true }))
              .map((at) => ({ at, text: at === null ? '—' : at.toFixed(1) })),
            { minLength: series, maxLength: series },
          ),
        }),
        { minLength: 3, maxLength: 16 },
      ),
      rings: fc.array(anyText, { minLength: rings, maxLength: rings }),
      note: anyText,
      unavailable: fc.constant('not available'),
    }),
  )
