import { showDay } from '../../shared/domain/day.ts'
import { batchesById } from '../db/repos/batches.ts'
import { lotsById, lotsOfReceipt } from '../db/repos/lots.ts'
import { shipmentById } from '../db/repos/shipments.ts'
import type { Db, Schema } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'

type Row = Pick<Schema['audit'], 'seq' | 'op' | 'input'>

/** What entries of the history were about where their sentence would only say “a batch” or “a lot”, by their number. */
export async function subjectsOf(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<number, string>> {
  const asked = rows.flatMap((row) => {
    const kind = kinds[row.op]
    const id = kind && idIn(row.input, `${kind}Id`)
    return kind && id ? [{ seq: row.seq, kind, id }] : []
  })
  const ids = (kind: Kind) => asked.filter((each) => each.kind === kind).map(({ id }) => id)
  const batches = await batchesById(db, ids('batch'))
  const lots = await lotsById(db, ids('lot'))
  const subjects = new Map<number, string>()
  for (const { seq, kind, id } of asked) {
    const subject =
      kind === 'batch'
        ? batches.get(id)?.lot_number
        : kind === 'lot'
          ? lotWords(lots.get(id))
          : await words[kind](db, id)
    if (subject !== undefined) subjects.set(seq, subject)
  }
  return subjects
}

type Kind = 'batch' | 'lot' | 'shipment' | 'receipt'

const kinds: Readonly<Record<string, Kind>> = {
  'batches.void': 'batch',
  'batches.discard': 'batch',
  'shipping.void': 'shipment',
  'pantry.voidReceipt': 'receipt',
  'pantry.count': 'lot',
  'pantry.correctLot': 'lot',
  'pantry.hold': 'lot',
  'pantry.release': 'lot',
}

const words = {
  async shipment(db: Db, id: number): Promise<string | undefined> {
    const shipment = await shipmentById(db, id)
    return (
      shipment &&
      `what left ${shipment.place ? `for ${shipment.place}` : `as ${shipment.purpose}`} on ${showDay(shipment.sent_on)}`
    )
  },
  async receipt(db: Db, id: number): Promise<string | undefined> {
    const [lot] = await lotsOfReceipt(db, id)
    return lot && `the shopping trip ${lot.supplier ? `to ${lot.supplier} ` : ''}with ${lot.item}`
  },
} as const

function lotWords(lot: Parameters<typeof lotLabel>[0] | undefined): string | undefined {
  return lot && `${lot.item} (${lotLabel(lot)})`
}

function idIn(input: string, key: string): number | undefined {
  const given: unknown = JSON.parse(input)
  const id: unknown = typeof given === 'object' && given !== null ? new Map(Object.entries(given)).get(key) : undefined
  return typeof id === 'number' ? id : undefined
}
