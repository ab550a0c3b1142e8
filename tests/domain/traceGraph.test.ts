import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepTo } from '../../renderer/trace/graph/steps.ts'
import { layOut, nodeSize, pathOf } from '../../shared/domain/graphLayout.ts'
import { boxText } from '../../shared/domain/graphText.ts'
import { foldGraph, groupName, type GraphNode, type TraceGraph, wayTo } from '../../shared/domain/traceGraph.ts'

function node(key: string, facts: Partial<GraphNode> = {}): GraphNode {
  return { key, what: 'batch', label: key, detail: '', day: null, held: false, ...facts }
}

function edge(from: string, to: string, quantity = '1 lb') {
  return { from, to, quantity }
}

/** A supplier's lot that is in a batch directly and through another one. */
const diamond: TraceGraph = {
  asked: 'SJ-2',
  sought: null,
  nodes: [
    node('farm', { what: 'supplier' }),
    node('berries', { what: 'lot' }),
    node('SJ-1'),
    node('SJ-2'),
    node('market', { what: 'shipment' }),
  ],
  edges: [
    edge('farm', 'berries', ''),
    edge('berries', 'SJ-1', '8 lb'),
    edge('berries', 'SJ-2', '2 lb'),
    edge('SJ-1', 'SJ-2', '3 jars'),
    edge('SJ-2', 'market', '24 jars'),
  ],
}

/** Any kitchen's trace: things in steps away from the asked one, each led to by some of the steps before. */
const graphs = fc
  .array(
    fc.record({
      isLeft: fc.boolean(),
      what: fc.constantFrom('batch', 'lot', 'shipment', 'supplier' as const),
      day: fc.constantFrom(null, '2026-03-01', '2026-03-02'),
      to: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 60 },
  )
  .map((rows): TraceGraph => {
    const sides = { left: ['asked'], right: ['asked'] }
    const nodes = [node('asked')]
    const edges: TraceGraph['edges'][number][] = []
    for (const [at, { isLeft, what, day, to }] of rows.entries()) {
      const key = `n${at}`
      const side = isLeft ? sides.left : sides.right
      for (const pick of new Set(to.map((each) => side[each % side.length] ?? 'asked')))
        edges.push(isLeft ? edge(key, pick) : edge(pick, key))
      side.push(key)
      nodes.push(node(key, { what, day, label: `Thing ${at % 7}` }))
    }
    return { asked: 'asked', sought: rows.length > 3 ? 'n3' : null, nodes, edges }
  })

const drawings = fc.tuple(graphs, fc.nat(3), fc.array(fc.nat(50), { maxLength: 4 }))

/** Folds a graph, and opens some of its groups, and some of theirs. */
function opened(graph: TraceGraph, picks: readonly number[]) {
  const keys = new Set<string>()
  for (const pick of picks) {
    const groups = foldGraph(graph, keys).nodes.filter(({ isGroup }) => isGroup)
    const group = groups[pick % Math.max(1, groups.length)]
    if (group) keys.add(group.key)
  }
  return foldGraph(graph, keys)
}

test('every line leads to the right, and no two boxes overlap', () => {
  fc.assert(
    fc.property(drawings, ([graph, , picks]) => {
      const shown = opened(graph, picks)
      const { at, lines, width, height } = layOut(shown.nodes, shown.edges)
      expect(at.size).toBe(shown.nodes.length)
      expect(lines.length).toBe(shown.edges.length)
      for (const { edge: line, points } of lines) {
        const xs = points.map(({ x }) => x)
        expect(xs).toEqual(xs.toSorted((a, b) => a - b))
        expect(at.get(line.from)?.x).toBeLessThan(at.get(line.to)?.x ?? 0)
        expect(points.length).toBeGreaterThan(1)
      }
      const boxes = [...at.values()].toSorted((a, b) => a.x - b.x || a.y - b.y)
      for (const [index, box] of boxes.entries()) {
        const next = boxes[index + 1]
        if (next && next.x === box.x) expect(next.y - box.y).toBeGreaterThanOrEqual(nodeSize.height)
        expect(box.x >= 0 && box.y >= 0 && box.x + nodeSize.width <= width && box.y + nodeSize.height <= height).toBe(
          true,
        )
      }
    }),
  )
})

test('a line that passes a column passes between its boxes', () => {
  fc.assert(
    fc.property(drawings, ([graph, , picks]) => {
      const shown = opened(graph, picks)
      const { at, lines } = layOut(shown.nodes, shown.edges)
      expect(lines).toHaveLength(shown.edges.length)
      for (const { points } of lines)
        for (const point of points.slice(1, -1))
          for (const box of at.values())
            if (point.x >= box.x && point.x <= box.x + nodeSize.width)
              expect(point.y <= box.y || point.y >= box.y + nodeSize.height).toBe(true)
    }),
  )
})

test('the drawing is the same for any order of the rows', () => {
  fc.assert(
    fc.property(
      graphs.chain((graph) =>
        fc.tuple(
          fc.constant(graph),
          fc.shuffledSubarray([...graph.nodes], { minLength: graph.nodes.length }),
          fc.shuffledSubarray([...graph.edges], { minLength: graph.edges.length }),
        ),
      ),
      ([graph, nodes, edges]) => {
        const draw = (given: TraceGraph) => {
          const shown = opened(given, [0, 1])
          const { at, lines } = layOut(shown.nodes, shown.edges)
          return { at: [...at], lines: lines.map(({ edge: line, points }) => [line, pathOf(points)]) }
        }
        expect(draw({ ...graph, nodes, edges })).toEqual(draw(graph))
      },
    ),
  )
})

test('every thing is in the drawing once, in itself or in one group', () => {
  fc.assert(
    fc.property(drawings, ([graph, , picks]) => {
      const members = opened(graph, picks).nodes.flatMap((shown) => shown.members.map(({ key }) => key))
      expect(members.toSorted()).toEqual(graph.nodes.map(({ key }) => key).toSorted())
    }),
  )
})

test('a lot reached by two ways is one box with both lines, left of all that it went into', () => {
  const shown = foldGraph(diamond, new Set())
  expect(shown.nodes.map(({ key, layer }) => [key, layer])).toEqual([
    ['SJ-2', 0],
    ['SJ-1', -1],
    ['market', 1],
    ['berries', -2],
    ['farm', -3],
  ])
  expect(shown.edges.filter(({ from }) => from === 'berries')).toEqual([
    { from: 'berries', to: 'SJ-1', quantity: '8 lb', isBackward: true },
    { from: 'berries', to: 'SJ-2', quantity: '2 lb', isBackward: true },
  ])
})

test('more than six alike are one with their count, and what follows from them folds with them', () => {
  const batches = Array.from({ length: 18 }, (_, at) => node(`B${10 + at}`, { day: `2026-03-${10 + at}` }))
  const graph: TraceGraph = {
    asked: 'berries',
    sought: null,
    nodes: [
      node('berries', { what: 'lot' }),
      ...batches,
      ...batches.map(({ key }) => node(`${key} sent`, { what: 'shipment' })),
    ],
    edges: batches.flatMap(({ key }) => [edge('berries', key), edge(key, `${key} sent`)]),
  }
  const folded = foldGraph(graph, new Set())
  expect(folded.nodes.map((shown) => (shown.isGroup ? groupName(shown) : shown.key))).toEqual([
    'berries',
    '18 batches',
    '18 deliveries',
  ])
  const batchGroup = folded.nodes[1]
  expect(batchGroup && boxText(batchGroup)).toEqual({
    head: '',
    name: ['18 batches'],
    detail: ['Mar 10, 2026 to Mar 27, 2026'],
  })
  const unfolded = foldGraph(graph, new Set([batchGroup?.key ?? '']))
  expect(unfolded.nodes).toHaveLength(1 + 18 + 18)
  expect(unfolded.nodes.find(({ key }) => key === 'B10')?.within).toEqual([batchGroup?.key])
})

test('what is sought is seen whatever else is folded, with its way marked', () => {
  const places = Array.from({ length: 9 }, (_, at) => node(`P${at}`, { what: 'shipment' }))
  const graph: TraceGraph = {
    asked: 'SJ-2',
    sought: 'P4',
    nodes: [node('SJ-2'), ...places],
    edges: places.map(({ key }) => edge('SJ-2', key)),
  }
  const shown = foldGraph(graph, new Set())
  expect(shown.nodes.map(({ key, isGroup }) => (isGroup ? 'group' : key)).toSorted()).toEqual(['P4', 'SJ-2', 'group'])
  expect([...wayTo('P4', shown)].toSorted()).toEqual(['P4', 'SJ-2'])
  expect([...wayTo('berries', foldGraph(diamond, new Set()))]).toEqual(['berries', 'SJ-1', 'SJ-2'])
  expect([...wayTo('SJ-2', foldGraph(diamond, new Set()))]).toEqual(['SJ-2'])
})

test('thousands unfold a part at a time', () => {
  const batches = Array.from({ length: 5000 }, (_, at) => node(`B${String(at).padStart(4, '0')}`))
  const graph: TraceGraph = {
    asked: 'sugar',
    sought: null,
    nodes: [node('sugar', { what: 'lot' }), ...batches],
    edges: batches.map(({ key }) => edge('sugar', key)),
  }
  const keys = new Set<string>()
  let largest = 0
  for (;;) {
    const { nodes } = foldGraph(graph, keys)
    largest = Math.max(largest, nodes.length)
    const group = nodes.find(({ isGroup }) => isGroup)
    if (!group || keys.size > 3) break
    keys.add(group.key)
  }
  expect(largest).toBeLessThan(100)
})

test('a circle in the record is drawn without its last line', () => {
  const graph: TraceGraph = {
    asked: 'a',
    sought: null,
    nodes: [node('a'), node('b'), node('c')],
    edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'b')],
  }
  const shown = foldGraph(graph, new Set())
  expect(shown.nodes).toHaveLength(3)
  expect(layOut(shown.nodes, shown.edges).lines.length).toBeLessThan(3)
})

test('arrows lead along the lines, and up and down a column', () => {
  const shown = foldGraph(diamond, new Set())
  const layout = layOut(shown.nodes, shown.edges)
  expect(stepTo('ArrowLeft', 'SJ-1', layout)).toBe('berries')
  expect(stepTo('ArrowRight', 'farm', layout)).toBe('berries')
  expect(stepTo('ArrowRight', 'SJ-2', layout)).toBe('market')
  expect(stepTo('ArrowRight', 'market', layout)).toBeUndefined()
  expect(stepTo('ArrowUp', 'market', layout)).toBeUndefined()
})
