/** One measured figure. Without a bound it only informs. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** `x` for a ratio, else what the value counts. */
  readonly unit: 'x' | 'ms' | 'MB' | 'KB'
  /** The most the value may be. */
  readonly bound?: number
  /** What the value is made of. */
  readonly detail?: string
}

export function isWithin({ value, bound }: Figure): boolean {
  return bound === undefined || value <= bound
}

/** The figures as lines of a table under a title: name, value, bound, ok or over, detail. */
export function drawTable(title: string, figures: readonly Figure[]): string {
  const rows = [
    ['', 'value', 'bound', '', ''],
    ...figures.map((figure) => [
      figure.name,
      amount(figure.value, figure.unit),
      figure.bound === undefined ? '' : `<= ${amount(figure.bound, figure.unit)}`,
      figure.bound === undefined ? '' : isWithin(figure) ? 'ok' : 'over',
      figure.detail ?? '',
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map(([name = '', value = '', bound = '', verdict = '', detail = '']) =>
    [
      name.padEnd(widths[0]!),
      value.padStart(widths[1]!),
      bound.padStart(widths[2]!),
      verdict.padEnd(widths[3]!),
      detail,
    ]
      .join('  ')
      .trimEnd(),
  )
  return `${title}\n${lines.join('\n')}\n`
}

function amount(value: number, unit: Figure['unit']): string {
  return `${value.toFixed(2)} ${unit.padEnd(2)}`
}
