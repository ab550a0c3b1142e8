/** One line of the table: what a piece of work took, and what it is held against. */
export interface Figure {
  readonly work: string
  /** What the numbers are in: milliseconds, where nothing is said. */
  readonly unit?: 'MB'
  /** Milliseconds of the middle run, and of the slowest in twenty. */
  readonly median: number
  readonly p95: number
  /** What the same work takes with nothing around it, in the same run. */
  readonly floor?: { readonly what: string; readonly median: number }
  /** The bar: times the floor, milliseconds or megabytes. */
  readonly bar:
    { readonly times: number } | { readonly ms: number } | { readonly mb: number } | { readonly atLeastTimes: number }
}

/** How many times the floor; how many times faster, where the floor is a slower way. */
export function ratioOf({ median, floor, bar }: Figure): number | undefined {
  if (!floor) return undefined
  return 'atLeastTimes' in bar ? floor.median / median : median / floor.median
}

export function holds(figure: Figure): boolean {
  const ratio = ratioOf(figure)
  if ('ms' in figure.bar) return figure.median <= figure.bar.ms
  if ('mb' in figure.bar) return figure.median <= figure.bar.mb
  if (ratio === undefined) return false
  return 'times' in figure.bar ? ratio <= figure.bar.times : ratio >= figure.bar.atLeastTimes
}

/** The figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ['Work', 'Median', 'p95', 'Held against', 'Ratio', 'Bar', '']
  const rows = figures.map((figure) => {
    const ratio = ratioOf(figure)
    const words = figure.unit === 'MB' ? mb : ms
    return [
      figure.work,
      words(figure.median),
      words(figure.p95),
      figure.floor ? `${figure.floor.what}: ${words(figure.floor.median)}` : '',
      ratio === undefined ? '' : `${ratio.toPrecision(3)}×`,
      barWords(figure.bar),
      holds(figure) ? 'met' : '**missed**',
    ]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function barWords(bar: Figure['bar']): string {
  if ('ms' in bar) return `≤ ${ms(bar.ms)}`
  if ('mb' in bar) return `≤ ${mb(bar.mb)}`
  return 'times' in bar ? `≤ ${bar.times}×` : `≥ ${bar.atLeastTimes}× faster`
}

function mb(value: number): string {
  return `${Math.round(value)} MB`
}

function ms(value: number): string {
  if (value >= 1000) return `${(value / 1000).toPrecision(3)} s`
  return `${value < 0.1 ? value.toFixed(3) : value.toPrecision(3)} ms`
}
