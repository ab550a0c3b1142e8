import { sayDay } from '../../../shared/words/day.ts'
import { Dim } from '../../ui/Table.tsx'
import styles from './Quality.module.css'
import { say } from '../../../shared/words/say.ts'

interface Point {
  readonly name: string
  readonly day: string
  readonly value: number
}

interface LineChartProps {
  /** What it shows, to those who do not see it. The figures stand in a table beside it. */
  readonly label: string
  readonly points: readonly Point[]
  readonly show: (value: number) => string
}

/** More of them would touch: the line says the same, and the table each figure. */
const MOST_DOTS = 60

/** Values over time as a line with dots, in one ink: it reads in black and white, on paper as well. */
export function LineChart({ label, points, show }: LineChartProps) {
  if (points.length < 2)
    return (
      <p>
        <Dim>
          {points.length === 1
            ? say('A line needs two points; there is one in these days.')
            : say('A line needs two points; there is none in these days.')}
        </Dim>
      </p>
    )
  const times = points.map(({ day }) => Date.parse(day))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const top = niceTop(Math.max(...points.map(({ value }) => value)))
  // In hundredths of the place there is: the line is stretched over it, and the words beside it keep their size.
  const x = (at: number) =>
    100 * (last === first ? at / (points.length - 1) : ((times[at] ?? first) - first) / (last - first))
  const y = (value: number) => 100 * (1 - value / top)
  const summary = say('{label}: from {first} to {last} in {count} points, between {least} and {most}.', {
    label,
    first: show(points[0]?.value ?? 0),
    last: show(points.at(-1)?.value ?? 0),
    count: points.length,
    least: show(Math.min(...points.map(({ value }) => value))),
    most: show(Math.max(...points.map(({ value }) => value))),
  })
  return (
    <figure className={styles['figure']} aria-label={summary}>
      <div className={styles['values']} aria-hidden>
        {[top, top / 2, 0].map((value) => (
          <span key={value}>{show(value)}</span>
        ))}
      </div>
      <svg className={styles['chart']} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        {[0, top / 2, top].map((value) => (
          <line key={value} className={styles['grid']} x1={0} x2={100} y1={y(value)} y2={y(value)} />
        ))}
        <polyline
          className={styles['curve']}
          points={points.map(({ value }, at) => `${x(at)},${y(value)}`).join(' ')}
        />
        {points.length > MOST_DOTS
          ? null
          : points.map(({ name, day, value }, at) => (
              // A line of no length with round ends: a circle would be stretched.
              <path key={`${name} ${day} ${at}`} className={styles['dot']} d={`M${x(at)} ${y(value)}h0`}>
                <title>{`${name}, ${sayDay(day)}: ${show(value)}`}</title>
              </path>
            ))}
      </svg>
      <div className={styles['days']} aria-hidden>
        <span>{sayDay(points[0]?.day ?? '')}</span>
        <span>{sayDay(points.at(-1)?.day ?? '')}</span>
      </div>
    </figure>
  )
}

/** The next round number above, so that the ticks are round: 1, 2 or 5 times a power of ten. */
function niceTop(most: number): number {
  if (most <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  return power * ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10)
}
