/** A thing to place, and its column. */
interface LaidNode {
  readonly key: string
  readonly layer: number
}

interface LaidEdge {
  readonly from: string
  readonly to: string
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where everything of a graph is, in pixels; a node's point is its top left corner. */
export interface Layout<E extends LaidEdge> {
  readonly width: number
  readonly height: number
  readonly at: ReadonlyMap<string, Point>
  /** Each line through its points, from the right side of a node to the left side of another. */
  readonly lines: readonly { readonly edge: E; readonly points: readonly Point[] }[]
}

/** Pixels of a node, and between nodes. */
export const nodeSize = { width: 232, height: 84, gapX: 84, gapY: 16 } as const

/** Rounds of ordering and of straightening; more change nothing that is seen. */
const ROUNDS = 8

/** A place in a column: of a node, or of a line on its way through (then it has no height). */
interface Slot {
  readonly key: string
  readonly height: number
  readonly left: Slot[]
  readonly right: Slot[]
  /** Its place in its column. */
  rank: number
  y: number
}

/**
 * A layered drawing from left to right: every line goes to the right, no two nodes overlap, lines pass between nodes and
 * cross as little as some rounds of ordering by neighbours achieve (Sugiyama's scheme). What the lines leave open, the
 * order of the nodes given decides.
 */
export function layOut<E extends LaidEdge>(nodes: readonly LaidNode[], edges: readonly E[]): Layout<E> {
  const first = Math.min(0, ...nodes.map(({ layer }) => layer))
  const columnOf = new Map(nodes.map(({ key, layer }) => [key, layer - first]))
  const columns: Slot[][] = []
  const slots = new Map<string, Slot>()
  const slotIn = (column: number, key: string, height: number): Slot => {
    const slot: Slot = { key, height, left: [], right: [], rank: 0, y: 0 }
    while (columns.length <= column) columns.push([])
    columns[column]?.push(slot)
    return slot
  }
  for (const { key } of nodes) slots.set(key, slotIn(columnOf.get(key) ?? 0, key, nodeSize.height))
  const ways = edges.flatMap((edge) => {
    const [from, to] = [slots.get(edge.from), slots.get(edge.to)]
    const [start, end] = [columnOf.get(edge.from) ?? 0, columnOf.get(edge.to) ?? 0]
    if (!from || !to || start >= end) return []
    const between = Array.from({ length: end - start - 1 }, (_, at) =>
      slotIn(start + at + 1, `${edge.from}\n${edge.to}`, 0),
    )
    const way = [from, ...between, to]
    for (const [at, slot] of way.entries()) {
      const next = way[at + 1]
      if (!next) continue
      slot.right.push(next)
      next.left.push(slot)
    }
    return [{ edge, way }]
  })

  for (const column of columns) rank(column)
  for (let round = 0; round < ROUNDS; round += 1) order(columns, round % 2 === 0)
  for (const column of columns) place(column, () => 0)
  for (let round = 0; round < ROUNDS; round += 1) straighten(columns, round % 2 === 0)

  const top = Math.min(0, ...columns.flat().map(({ y }) => y))
  for (const slot of columns.flat()) slot.y = Math.round(slot.y - top)
  const { width, gapX } = nodeSize
  const xOf = (column: number) => column * (width + gapX)
  return {
    width: Math.max(0, xOf(columns.length - 1) + width),
    height: Math.max(0, ...columns.flat().map((slot) => slot.y + slot.height)),
    at: new Map([...slots].map(([key, { y }]) => [key, { x: xOf(columnOf.get(key) ?? 0), y }])),
    lines: ways.map(({ edge, way }) => {
      const start = columnOf.get(edge.from) ?? 0
      return {
        edge,
        points: way.flatMap((slot, at) => {
          const x = xOf(start + at)
          const y = slot.y + slot.height / 2
          if (at === 0) return [{ x: x + width, y }]
          if (at === way.length - 1) return [{ x, y }]
          return [{ x, y }, { x: x + width, y }] // prettier-ignore
        }),
      }
    }),
  }

  function order(all: readonly Slot[][], toTheRight: boolean): void {
    for (const column of toTheRight ? all : all.toReversed()) {
      const wish = new Map(
        column.map((slot) => {
          const near = toTheRight ? slot.left : slot.right
          return [slot, near.length === 0 ? slot.rank : mean(near.map((each) => each.rank))]
        }),
      )
      column.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a.rank - b.rank)
      rank(column)
    }
  }

  function straighten(all: readonly Slot[][], toTheRight: boolean): void {
    for (const column of toTheRight ? all : all.toReversed())
      place(column, (slot) => {
        const near = [...slot.left, ...slot.right]
        return near.length === 0 ? slot.y : mean(near.map((each) => each.y + each.height / 2)) - slot.height / 2
      })
  }
}

/** The way of a line as an SVG path: level where it leaves, passes and arrives, curved between. */
export function pathOf(points: readonly Point[]): string {
  const [start, ...rest] = points
  if (!start) return ''
  let from = start
  let path = `M${start.x} ${start.y}`
  for (const [at, to] of rest.entries()) {
    const half = (from.x + to.x) / 2
    // Between the two points of a column the line is straight.
    path += at % 2 === 0 ? `C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}` : `L${to.x} ${to.y}`
    from = to
  }
  return path
}

/**
 * Places a column as near as can be to where each slot wishes to be, none over another, in their order: the least sum
 * of squares, by pooling neighbours that would overlap.
 */
function place(column: readonly Slot[], wishOf: (slot: Slot) => number): void {
  const blocks: { sum: number; slots: Slot[] }[] = []
  let offset = 0
  const offsets = column.map((slot) => {
    const before = offset
    offset += slot.height + nodeSize.gapY
    return before
  })
  for (const [at, slot] of column.entries()) {
    let block = { sum: wishOf(slot) - (offsets[at] ?? 0), slots: [slot] }
    for (let last = blocks.at(-1); last && last.sum / last.slots.length >= block.sum / block.slots.length;) {
      block = { sum: last.sum + block.sum, slots: [...last.slots, ...block.slots] }
      blocks.pop()
      last = blocks.at(-1)
    }
    blocks.push(block)
  }
  let at = 0
  for (const { sum, slots } of blocks)
    for (const slot of slots) {
      slot.y = sum / slots.length + (offsets[at] ?? 0)
      at += 1
    }
}

function rank(column: readonly Slot[]): void {
  for (const [at, slot] of column.entries()) slot.rank = at
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
