import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type Direction, type Period, TraceNode, type TraceRow } from '../../shared/api/trace.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { toastError } from '../ui/toast.ts'
import { askChildren, askList } from './askTrace.ts'
import { allOpen, type Below, belowOf, type Line, linesOf, type Places } from './growth.ts'
import { nodeKey } from './nodes.ts'

/** Lines that “Expand all” opens at most; more than that is read on paper, or level by level. */
const MOST = 10_000
/** Nodes asked one by one; for more, the nested list is one question. */
const FEW = 12

/** A tree that grows level by level. It follows the record: what is loaded is asked again after each commit. */
export function useGrowth(node: TraceNode, direction: Direction, period: Period) {
  const client = useQueryClient()
  const first = useAnswer('trace', 'children', { node, direction, period }, { keepLast: true })
  const [below, setBelow] = useState<Below>(new Map())
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [waiting, setWaiting] = useState<ReadonlySet<number>>(new Set())
  const [busy, setBusy] = useState(false)
  const [cutFrom, setCutFrom] = useState<number | null>(null)
  const [places] = useState<Places>(() => new Map())
  const top = first.data
  const isRoot = (row: TraceRow) => row.node !== null && nodeKey(row.node) === nodeKey(node)
  const lines = useMemo(() => (top ? linesOf({ top, below, open, places }) : []), [top, below, open, places])

  /** A batch is no sibling of its own. */
  async function askBelow(nodes: readonly TraceNode[]): Promise<Below> {
    const asked = await askChildren(client, nodes, direction)
    if (direction !== 'siblings') return asked
    return new Map([...asked].map(([key, rows]) => [key, rows.filter((row) => !isRoot(row))]))
  }

  async function learn(nodes: readonly TraceNode[], under: TraceNode) {
    const { below: learnt, total } =
      nodes.length <= FEW ? { below: await askBelow(nodes), total: 0 } : await askWhole(under, direction, period)
    setBelow((now) => new Map([...now, ...learnt]))
    return { all: new Map([...below, ...learnt]), total }
  }

  async function toggle({ id, row, open: isOpen }: Line): Promise<void> {
    if (isOpen) return setOpen((now) => without(now, id))
    setOpen((now) => new Set(now).add(id))
    if (!row.node || below.has(nodeKey(row.node))) return
    setWaiting((now) => new Set(now).add(id))
    try {
      await learn([row.node], row.node)
    } catch (error) {
      setOpen((now) => without(now, id))
      toastError(error)
    } finally {
      setWaiting((now) => without(now, id))
    }
  }

  async function working(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  async function expandAll(): Promise<void> {
    await working(async () => {
      const whole = await askWhole(node, direction, period)
      const all = new Map([...below, ...whole.below])
      setBelow(all)
      setOpen(allOpen({ top: top ?? [], below: all, places }))
      setCutFrom(whole.total > MOST ? whole.total - 1 : null)
    })
  }

  /** Opens a line and all beside it. */
  async function expandBeside({ id }: Line): Promise<void> {
    await working(async () => {
      // A filtered line counts its parents among the filtered ones.
      const parent = lines.find((line) => line.id === id)?.parent ?? -1
      const beside = lines.filter((line) => line.parent === parent && line.row.opens)
      const missing = beside.flatMap(({ row }) => (row.node && !below.has(nodeKey(row.node)) ? row.node : []))
      const { all, total } = await learn(missing, lines[parent]?.row.node ?? node)
      const known = beside.filter(({ row }) => row.node && all.has(nodeKey(row.node)))
      setOpen((now) => new Set([...now, ...known.map((each) => each.id)]))
      if (known.length < beside.length) setCutFrom(total - 1)
    })
  }

  function collapse(): void {
    setOpen(new Set())
    setCutFrom(null)
  }

  const askAgain = useEffectEvent(async (): Promise<Below> => {
    const nodes = [...below.keys()].map(nodeOf)
    return nodes.length <= FEW ? await askBelow(nodes) : (await askWhole(node, direction, period)).below
  })
  const { dataUpdatedAt } = first
  useEffect(() => {
    if (dataUpdatedAt > 0) askAgain().then((fresh) => setBelow((now) => new Map([...now, ...fresh])), toastError)
  }, [dataUpdatedAt])

  return { first, lines, waiting, busy, cutFrom, toggle, expandAll, expandBeside, collapse }
}

/** The node of a `nodeKey`. */
function nodeOf(key: string): TraceNode {
  const [kind, id] = key.split(' ')
  return TraceNode.parse({ kind, id: Number(id) })
}

async function askWhole(node: TraceNode, direction: Direction, period: Period) {
  const { rows, total } = await askList({ node, direction, period }, { most: MOST })
  return { total, below: belowOf(rows, rows.length === total) }
}

function without(ids: ReadonlySet<number>, id: number): Set<number> {
  const rest = new Set(ids)
  rest.delete(id)
  return rest
}
