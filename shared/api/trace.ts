import { type TraceWhat, whatWords } from '../domain/traceWords.ts'
import { FileOut } from './files.ts'
import { query } from './operation.ts'
import { Day, Id, ScannedText } from './fields.ts'
import { z } from './zod.ts'

/**
 * Backward is what is in it, forward where it went. Siblings of a batch are the lots that went into it, and below each one
 * the other batches that took some of it.
 */
export const Direction = z.enum(['backward', 'forward', 'siblings'])
export type Direction = z.infer<typeof Direction>

/**
 * Something that can be traced: a received lot, a batch, a supplier or a shipment; and what stands for many of them, a
 * place, a person, a piece of equipment, a product or an ingredient.
 */
export const TraceNode = z.strictObject({
  kind: z.enum(['lot', 'batch', 'supplier', 'shipment', 'place', 'person', 'equipment', 'item']),
  id: Id,
})
export type TraceNode = z.infer<typeof TraceNode>

/**
 * Days, both included, of what is listed first: the lots of a supplier or an ingredient, the batches of a person, of
 * equipment or of a product, what was sent to a place. A lot whose day nobody wrote down is always listed.
 */
export const Period = z.strictObject({ from: Day.nullish(), to: Day.nullish() }).nullish()
export type Period = z.infer<typeof Period>

const What = z.literal(Object.keys(whatWords) as readonly TraceWhat[])

/** One line of the tree or the list. */
export const TraceRow = z.strictObject({
  /** Null where the record says that something is there but not what: an unknown lot, jars on the shelf. */
  node: TraceNode.nullable(),
  what: What,
  label: z.string(),
  detail: z.string(),
  /** How much passed along this step. */
  quantity: z.string(),
  day: z.string().nullable(),
  basis: z.enum(['assumed', 'confirmed', 'unknown', 'range', 'typed']).nullable(),
  held: z.boolean(),
  /** Whether some of it is still here. */
  here: z.boolean(),
  /** Other batches that took some of this lot; 0 where it is not an ingredient of the line above. */
  others: z.int(),
  /** Whether there is a level below this line. */
  opens: z.boolean(),
})
export type TraceRow = z.infer<typeof TraceRow>

const Find = z.strictObject({
  kind: z.enum([
    'unit',
    'batch',
    'lot',
    'shipment',
    'product',
    'ingredient',
    'supplier',
    'place',
    'person',
    'equipment',
  ]),
  id: Id,
  node: TraceNode,
  serial: z.int().nullable(),
  label: z.string(),
  detail: z.string(),
})

const Serial = z.int().min(1).max(1_000_000).nullish()

const Graph = z.strictObject({
  /** Key of the thing that was asked about. */
  asked: z.string(),
  /** Key of where the unit asked for is; null where none was asked for, or none is known. */
  sought: z.string().nullable(),
  nodes: z.array(
    z.strictObject({
      key: z.string(),
      node: TraceNode.nullable(),
      what: What,
      label: z.string(),
      detail: z.string(),
      day: z.string().nullable(),
      held: z.boolean(),
    }),
  ),
  /** From what went in to what it went into. */
  edges: z.array(z.strictObject({ from: z.string(), to: z.string(), quantity: z.string() })),
  /** There is more than is told here: what is furthest from the start was left out. */
  cut: z.boolean(),
})

export const trace = {
  find: query(
    'What a typed or scanned scrap may mean: a jar, a batch, a supplier’s lot, a delivery, a product, a supplier, a place, a person, equipment.',
    z.strictObject({ text: ScannedText.nullish() }),
    z.array(Find),
  ),
  open: query(
    'The first line of a trace; with a serial, where that one unit is.',
    z.strictObject({ node: TraceNode, serial: Serial }),
    z.strictObject({
      row: TraceRow,
      unit: z
        .strictObject({
          number: z.string(),
          /** The lot of its pack; null where no unit of that number was made. */
          lotId: Id.nullable(),
          /** The product as that pack of it is called. */
          product: z.string(),
          where: z.string(),
          basis: z.string(),
        })
        .nullable(),
    }),
  ),
  children: query(
    'The next level of a trace.',
    z.strictObject({ node: TraceNode, direction: Direction, period: Period }),
    z.array(TraceRow),
  ),
  list: query(
    'A whole trace as a nested list: every line once with all below it, and “see above” where it comes again.',
    z.strictObject({
      node: TraceNode,
      direction: Direction,
      period: Period,
      from: z.int().min(0).default(0),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    z.strictObject({
      /** Lines in the whole list. */
      total: z.int(),
      /** Distinct lots and batches reached. */
      lots: z.int(),
      batches: z.int(),
      rows: z.array(TraceRow.extend({ level: z.int(), seenAbove: z.boolean() })),
    }),
  ),
  graph: query(
    'A whole trace, backward and forward, as a graph: every thing once, however many ways lead to it.',
    z.strictObject({ node: TraceNode, serial: Serial, period: Period }),
    Graph,
  ),
  picture: query(
    'The graph of a trace, drawn as on the screen, as an SVG or a PDF.',
    z.strictObject({
      node: TraceNode,
      serial: Serial,
      period: Period,
      /** Groups that are unfolded. */
      opened: z.array(z.string().max(200)).max(1000).default([]),
      format: z.enum(['svg', 'pdf']),
    }),
    FileOut,
  ),
}
