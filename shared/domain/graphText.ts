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

/** What is written at a line, and where: at its end away from the asked thing, where lines do not meet. */
export function quantityAt({ quantity, isBackward }: ShownEdge, points: readonly Point[]) {
  const end = isBackward ? points[0] : points.at(-1)
  if (quantity === '' || !end) return null
  const text = cut(quantity, QUANTITY_WIDE)
  return isBackward
    ? { text, x: end.x + 6, y: end.y - 6, anchor: 'start' as const }
    : { text, x: end.x - 6, y: end.y - 6, anchor: 'end' as const }
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
