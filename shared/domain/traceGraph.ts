import { countOf } from '../words/counted.ts'
import { type TraceWhat, whatWords } from './traceWords.ts'
import { say, sayWord } from '../words/say.ts'

/** One thing of a trace, however many ways lead to it. */
export interface GraphNode {
  readonly key: string
  readonly what: TraceWhat
  readonly label: string
  readonly detail: string
  readonly day: string | null
  readonly held: boolean
}

/** From what went in to what it went into, in the direction of the goods. */
interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly quantity: string
}

export interface TraceGraph {
  /** The thing that was asked about. */
  readonly asked: string
  /** A thing that must be seen whatever else is folded, or null. */
  readonly sought: string | null
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** What stands at one place of the drawing: a thing, or many alike folded into one. */
export interface Shown {
  readonly key: string
  /** Columns right of the asked thing; negative to the left of it. */
  readonly layer: number
  readonly members: readonly GraphNode[]
  readonly isGroup: boolean
  /** Groups that were opened to see it, the outermost first. */
  readonly within: readonly string[]
}

export interface ShownEdge {
  readonly from: string
  readonly to: string
  /** Empty where several were folded into one line. */
  readonly quantity: string
  /** Whether it leads to the asked thing, and not from it. */
  readonly isBackward: boolean
}

export interface ShownGraph {
  readonly nodes: readonly Shown[]
  readonly edges: readonly ShownEdge[]
}

/** More than so many alike are folded into one. */
const ALIKE = 6
/** So many are seen one by one when a group is opened; more come as smaller groups. */
const AT_ONCE = 24
/** Groups that a large group opens into, at most. */
const PARTS = 20

/** A trace as it is drawn whatever is opened: worked out once, since thousands of things take a while. */
export interface ReadGraph {
  readonly graph: TraceGraph
  readonly layers: ReadonlyMap<string, number>
  /** In the order in which they are drawn. */
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** What each thing leads to on the way to the asked one. */
  readonly toward: ReadonlyMap<string, readonly string[]>
}

export function readGraph(graph: TraceGraph): ReadGraph {
  const layers = layersOf(graph)
  const nodes = graph.nodes.filter(({ key }) => layers.has(key)).toSorted(byName)
  const edges = graph.edges.filter((edge) => (layers.get(edge.from) ?? 0) < (layers.get(edge.to) ?? 0))
  const toward = new Map<string, string[]>()
  for (const { from, to } of edges) {
    const [far, near] = (layers.get(from) ?? 0) < 0 ? [from, to] : [to, from]
    const before = toward.get(far)
    if (before) before.push(near)
    else toward.set(far, [near])
  }
  return { graph, layers, nodes, edges, toward }
}

/**
 * What of a trace is drawn: each thing once, as many columns from the asked thing as the longest way to it has steps, and
 * many alike (of one kind, beside each other, leading to the same things) as one with their count. The answer is the
 * same for any order of the rows.
 */
export function foldGraph(graph: TraceGraph, opened: ReadonlySet<string>): ShownGraph {
  return foldRead(readGraph(graph), opened)
}

export function foldRead({ graph, layers, nodes, edges, toward }: ReadGraph, opened: ReadonlySet<string>): ShownGraph {
  const shown: Shown[] = []
  const placeOf = new Map<string, string>()
  const steps = [...Map.groupBy(nodes, ({ key }) => Math.abs(layers.get(key) ?? 0))].toSorted(([a], [b]) => a - b)
  for (const [, step] of steps) {
    const alike = Map.groupBy(step, (node) => {
      const near = new Set((toward.get(node.key) ?? []).map((key) => placeOf.get(key) ?? key))
      const alone = node.key === graph.sought || node.key === graph.asked ? node.key : ''
      return [layers.get(node.key), node.what, alone, ...[...near].toSorted()].join('\n')
    })
    for (const [name, members] of alike) {
      const [first] = members
      if (!first) continue
      for (const one of fold(members, `group ${hash(name)}`, layers.get(first.key) ?? 0, opened, [])) {
        shown.push(one)
        for (const { key } of one.members) placeOf.set(key, one.key)
      }
    }
  }
  return { nodes: shown, edges: foldEdges(edges, placeOf, (key) => (layers.get(key) ?? 0) < 0) }
}

/** How a folded group is called: `18 batches`. */
export function groupName({ members }: Shown): string {
  const what = members[0]?.what ?? 'batch'
  if (what === 'shipment') return say('{n, plural, one {# delivery} other {# deliveries}}', { n: members.length })
  if (what === 'on hand' || what === 'sampled' || what === 'own use' || what === 'discarded' || what === 'set aside')
    return `${members.length} × ${sayWord(whatWords[what]).toLowerCase()}`
  return countOf(members.length, whatWords[what].toLowerCase())
}

/** Everything between a shown thing and the asked one, both included: the way that is marked. */
export function wayTo(start: string, { nodes, edges }: ShownGraph): ReadonlySet<string> {
  const layers = new Map(nodes.map(({ key, layer }) => [key, layer]))
  const way = new Set([start])
  const waiting = [start]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const layer = layers.get(key) ?? 0
    for (const { from, to } of edges) {
      const next = layer < 0 && from === key ? to : layer > 0 && to === key ? from : undefined
      if (next === undefined || way.has(next)) continue
      way.add(next)
      waiting.push(next)
    }
  }
  return way
}

/** The longest way from the asked thing to each other one, in steps; to the left of it negative. */
function layersOf({ asked, nodes, edges }: TraceGraph): Map<string, number> {
  const keys = new Set(nodes.map(({ key }) => key))
  const known = edges.filter(({ from, to }) => keys.has(from) && keys.has(to))
  const ahead = Map.groupBy(known, ({ from }) => from)
  const behind = Map.groupBy(known, ({ to }) => to)
  const layers = new Map<string, number>([[asked, 0]])
  const right = longestWays(asked, (key) => (ahead.get(key) ?? []).map(({ to }) => to))
  const left = longestWays(asked, (key) => (behind.get(key) ?? []).map(({ from }) => from))
  for (const [key, steps] of right) layers.set(key, steps)
  for (const [key, steps] of left) if (!layers.has(key)) layers.set(key, -steps)
  return layers
}

/** Steps of the longest way to everything that can be reached. What closes a circle is taken as reached already. */
function longestWays(start: string, next: (key: string) => readonly string[]): Map<string, number> {
  const reached = new Set([start])
  const incoming = new Map<string, number>()
  for (const key of reached)
    for (const to of new Set(next(key))) {
      incoming.set(to, (incoming.get(to) ?? 0) + 1)
      reached.add(to)
    }
  const steps = new Map([[start, 0]])
  const done = new Set<string>()
  const ready = [start]
  const circles = [...reached]
  for (;;) {
    // Where all that is left waits for each other, the first of it begins.
    const key = ready.pop() ?? circles.find((each) => !done.has(each) && steps.has(each))
    if (key === undefined) return steps
    done.add(key)
    for (const to of new Set(next(key))) {
      if (done.has(to)) continue
      steps.set(to, Math.max(steps.get(to) ?? 0, (steps.get(key) ?? 0) + 1))
      const left = (incoming.get(to) ?? 1) - 1
      incoming.set(to, left)
      if (left === 0) ready.push(to)
    }
  }
}

function fold(
  members: readonly GraphNode[],
  key: string,
  layer: number,
  opened: ReadonlySet<string>,
  within: readonly string[],
): Shown[] {
  if (members.length > ALIKE && !opened.has(key)) return [{ key, layer, members, isGroup: true, within }]
  const inside = members.length > ALIKE ? [...within, key] : within
  if (members.length <= AT_ONCE)
    return members.map((node) => ({ key: node.key, layer, members: [node], isGroup: false, within: inside }))
  const size = Math.max(AT_ONCE / 2, Math.ceil(members.length / PARTS))
  return Array.from({ length: Math.ceil(members.length / size) }, (_, at) =>
    fold(members.slice(at * size, (at + 1) * size), `${key}.${at}`, layer, opened, inside),
  ).flat()
}

function foldEdges(
  edges: readonly GraphEdge[],
  placeOf: ReadonlyMap<string, string>,
  isLeft: (key: string) => boolean,
): ShownEdge[] {
  const folded = Map.groupBy(edges, ({ from, to }) => `${placeOf.get(from)}\n${placeOf.get(to)}`)
  return [...folded]
    .flatMap(([ends, lines]) => {
      const [from = '', to = ''] = ends.split('\n')
      const isOne = new Set(lines.map((line) => `${line.from}\n${line.to}`)).size === 1
      const quantity = isOne
        ? lines
            .map((line) => line.quantity)
            .filter(Boolean)
            .toSorted()
            .join(' + ')
        : ''
      return from === to ? [] : { from, to, quantity, isBackward: isLeft(lines[0]?.from ?? '') }
    })
    .toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to))
}

function byName(a: GraphNode, b: GraphNode): number {
  return (
    compare(a.what, b.what) ||
    compare(a.day ?? '', b.day ?? '') ||
    compare(a.label, b.label) ||
    compare(a.detail, b.detail) ||
    compare(a.key, b.key)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A short name for a long one, 53 bits of it. */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)
}
