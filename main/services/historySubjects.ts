import { auditBySeq } from '../db/repos/audit.ts'
import { batchesById } from '../db/repos/batches.ts'
import { lotsById, lotsOfReceipt } from '../db/repos/lots.ts'
import { shipmentById } from '../db/repos/shipments.ts'
import type { Db, Schema } from '../db/schema.ts'
import { sentenceOf } from './historySentences.ts'
import { lotLabel } from './lotRow.ts'
import { say, sayWord, spoken } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

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
  for (const row of rows)
    if (row.op === 'history.takeBack') {
      const what = await takenBack(db, row)
      if (what !== undefined) subjects.set(row.seq, what)
    }
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

/** What an entry took back, in the language of who reads it: the entry itself keeps it in English. */
async function takenBack(db: Db, { input }: Row): Promise<string | undefined> {
  if (spoken() === 'en') return undefined
  const row = await auditBySeq(db, idIn(input, 'seq') ?? 0)
  return row && sentenceOf(row.op, row.input, row.output, (await subjectsOf(db, [row])).get(row.seq))
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
      (shipment.place
        ? say('what left for {place} on {day}', { place: shipment.place, day: sayDay(shipment.sent_on) })
        : say('what left as {purpose} on {day}', {
            purpose: sayWord(shipment.purpose),
            day: sayDay(shipment.sent_on),
          }))
    )
  },
  async receipt(db: Db, id: number): Promise<string | undefined> {
    const [lot] = await lotsOfReceipt(db, id)
    return (
      lot &&
      (lot.supplier
        ? say('the shopping trip to {supplier} with {item}', { supplier: lot.supplier, item: lot.item })
        : say('the shopping trip with {item}', { item: lot.item }))
    )
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
