import type { Input, Output } from '../../shared/api/operation.ts'
import type { Period, TraceNode, trace, TraceRow } from '../../shared/api/trace.ts'
import { showDay } from '../../shared/domain/day.ts'
import { readRanges } from '../../shared/domain/serialRange.ts'
import { foldGraph } from '../../shared/domain/traceGraph.ts'
import type { Db } from '../db/schema.ts'
import { graphPage, graphSvg } from '../reports/graphSvg.ts'
import { type Context, kitchenToday } from './context.ts'
import { pdfFile, textFile } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { nodeKey } from './traceLines.ts'
import { rootRow } from './traceRoot.ts'
import { rowsBelow } from './traceRows.ts'
import { sayDay } from '../../shared/words/day.ts'

type Operations = typeof trace
type Graph = Output<Operations['graph']>

/** Things of one graph at most: more are read in the list. */
const MOST = 10_000

export async function traceGraph(
  input: Input<Operations['graph']>,
  { store }: Context,
): Promise<Output<Operations['graph']>> {
  return await store.read(async (db) => await graphIn(db, input))
}

/** The graph as a file: an SVG, or the same drawing on a page of a PDF, which is as large as it must be to be read. */
export async function tracePicture(
  { opened, format, ...asked }: Input<Operations['picture']>,
  context: Context,
): Promise<Output<Operations['picture']>> {
  const { graph, kitchen, day } = await context.store.read(async (db) => ({
    graph: await graphIn(db, asked),
    kitchen: await readKitchen(db, context),
    day: await kitchenToday(db, context),
  }))
  const svg = graphSvg(foldGraph(graph, new Set(opened)), graph)
  const name = `trace-${asked.node.kind}-${asked.node.id}-${day}.${format}`
  if (format === 'svg') return textFile(name, 'image/svg+xml', svg.markup)
  const title = graph.nodes.find(({ key }) => key === graph.asked)?.label ?? ''
  return await pdfFile(name, graphPage({ svg, title, kitchen: kitchen.name, day: showDay(day) }), context)
}

async function graphIn(db: Db, { node, serial, period }: Input<Operations['graph']>): Promise<Graph> {
  const row = await rootRow(db, node)
  const start = row.node ?? node
  const nodes = new Map<string, Graph['nodes'][number]>([[nodeKey(start), graphNode(nodeKey(start), row)]])
  const edges: Graph['edges'] = []
  let sought: string | null = null
  let cut = false
  for (const direction of ['backward', 'forward'] as const) {
    const walked = await walk(direction, start)
    cut ||= walked
  }
  return { asked: nodeKey(start), sought, nodes: [...nodes.values()], edges, cut }

  /** Level by level, each thing opened once. @returns whether there was more than can be told */
  async function walk(direction: 'backward' | 'forward', from: TraceNode): Promise<boolean> {
    const opened = new Set([nodeKey(from)])
    let frontier = [from]
    while (frontier.length > 0) {
      const next: TraceNode[] = []
      for (const [parent, rows] of await rowsBelow(db, frontier, direction, periodOf(frontier, from, period)))
        for (const [at, below] of rows.entries()) {
          const key = below.node ? nodeKey(below.node) : `${parent}: ${below.what} ${at}`
          if (!nodes.has(key)) {
            if (nodes.size >= MOST) return true
            nodes.set(key, graphNode(key, below))
          }
          if (parent === nodeKey(from) && direction === 'forward' && serial && holds(below, serial)) sought = key
          const quantity = below.what === 'supplier' ? '' : below.quantity
          edges.push(
            direction === 'backward' ? { from: key, to: parent, quantity } : { from: parent, to: key, quantity },
          )
          if (!below.node || !below.opens || opened.has(key)) continue
          opened.add(key)
          next.push(below.node)
        }
      frontier = next
    }
    return false
  }
}

/** A period is about the first level alone. */
function periodOf(frontier: readonly TraceNode[], from: TraceNode, period: Period): Period {
  return frontier[0] === from ? period : null
}

/** What is said of a thing wherever it stands: what belongs to one way to it is said of the line. */
function graphNode(key: string, row: TraceRow): Graph['nodes'][number] {
  const { node, what, label, day, held } = row
  const detail = what === 'supplier' ? '' : what === 'shipment' && day !== null ? sayDay(day) : row.detail
  return { key, node, what, label, detail, day: what === 'supplier' ? null : day, held }
}

function holds(row: TraceRow, serial: number): boolean {
  if (row.what === 'batch' || row.what === 'lot') return false
  return (readRanges(row.detail) ?? []).some(({ first, last }) => first <= serial && serial <= last)
}
