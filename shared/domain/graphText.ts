import type { Point } from './graphLayout.ts'
import { groupName, type Shown, type ShownEdge } from './traceGraph.ts'
import { whatWords } from './traceWords.ts'
import { sayDay } from '../words/day.ts'
import { say, sayWord } from '../words/say.ts'

/** What is written in a box of the graph. */
export interface BoxText {
  /** What it is; empty for a group, whose name says so. */
  readonly head: string
  /** One or two lines. */
  readonly name: readonly string[]
  /** Two lines at most, and none beside a name of two. */
  readonly detail: readonly string[]
}

/** Characters of the bold name and of the plain detail that a box is wide. */
const NAME_WIDE = 25
const DETAIL_WIDE = 31

/** The words of a box, cut to what fits: the full ones are its label. */
export function boxText(shown: Shown): BoxText {
  const [node] = shown.members
  if (shown.isGroup || !node)
    return { head: '', name: wrap(groupName(shown), NAME_WIDE), detail: [cut(daysOf(shown), DETAIL_WIDE)] }
  const name = wrap(node.label, NAME_WIDE)
  const what = sayWord(whatWords[node.what])
  const head = node.held ? say('{what}, on hold', { what }) : what
  return { head, name, detail: name.length > 1 || node.detail === '' ? [] : wrap(node.detail, DETAIL_WIDE) }
}

/** The first and the last day of a group. */
export function daysOf({ members }: Shown): string {
  const days = members.flatMap(({ day }) => day ?? []).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? sayDay(first) : say('{first} to {last}', { first: sayDay(first), last: sayDay(last) })
}

/** Characters that stand between two columns. */
const QUANTITY_WIDE = 13

/** Pixels from one line of small words to the next. */
const QUANTITY_HIGH = 15

interface GraphLine {
  readonly edge: ShownEdge
  readonly points: readonly Point[]
}

/**
 * What is written at lines, and where: at their ends away from the asked thing. Those that end at one point stand one
 * below the other there, in the order in which their lines come in.
 */
export function quantitiesOf(lines: readonly GraphLine[]) {
  const written = lines.flatMap(({ edge, points }) => {
    const [end, other] = edge.isBackward ? [points[0], points.at(-1)] : [points.at(-1), points[0]]
    return edge.quantity === '' || !end || !other ? [] : [{ edge, points, end, other }]
  })
  const together = Object.values(
    Object.groupBy(written, ({ edge, end }) => `${edge.isBackward} ${end.x} ${end.y}`),
  ).flatMap((group) => (group ? [group.toSorted((a, b) => a.other.y - b.other.y)] : []))
  return together.flatMap((group) =>
    group.map(({ edge, points, end }, at) => {
      const aside = edge.isBackward ? 6 : -6
      const below = at - Math.floor((group.length - 1) / 2)
      return {
        edge,
        points,
        text: cut(edge.quantity, QUANTITY_WIDE),
        x: end.x + aside,
        // One alone stands on its line; of several half do, and the others below it.
        y: end.y + (below > 0 ? 2 : -6) + below * QUANTITY_HIGH,
        anchor: edge.isBackward ? ('start' as const) : ('end' as const),
      }
    }),
  )
}

/** One line, or two with the second cut. */
function wrap(text: string, wide: number): string[] {
  if (text.length <= wide) return [text]
  const space = text.slice(0, wide + 1).lastIndexOf(' ')
  const at = space > wide / 3 ? space : wide
  return [text.slice(0, at), cut(text.slice(at).trim(), wide)]
}

function cut(text: string, wide: number): string {
  return text.length <= wide ? text : `${text.slice(0, wide - 1).trimEnd()}…`
}
