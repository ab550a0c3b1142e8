import type { Output } from '../../shared/api/operation.ts'
import type { trace, TraceNode } from '../../shared/api/trace.ts'

export type Found = Output<typeof trace.find>[number]

/** One text for a node, to look it up by. */
export function nodeKey({ kind, id }: TraceNode): string {
  return `${kind} ${id}`
}

/** The screen that traces a node. */
export function tracePath({ kind, id }: TraceNode): string {
  return `/trace/${kind}/${id}`
}

/** The same as a graph. */
export function graphPath(node: TraceNode): string {
  return `${tracePath(node)}?view=graph`
}

/** Where a result of the finder leads. */
export function foundPath({ node, serial }: Found): string {
  return serial === null ? tracePath(node) : `${tracePath(node)}/${serial}`
}
