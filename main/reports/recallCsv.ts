import { stringify } from 'csv-stringify/sync'
import type { RecallScope } from '../../shared/api/recall.ts'

type Batch = RecallScope['affected'][number]

export const header = [
  'column',
  'lot_number',
  'product',
  'made_on',
  'units',
  'where',
  'place',
  'place_kind',
  'contact',
  'sent_on',
  'reference',
  'serials',
  'because',
] as const

/**
 * The recall as one plain table, a row for each part of each batch: every unit made is in exactly one row, so that a
 * spreadsheet can sort, filter and add up. Text that a spreadsheet would run as a formula is disarmed.
 */
export function recallCsv(scope: RecallScope): string {
  return stringify(recallRows(scope), {
    header: true,
    columns: [...header],
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
  })
}

/** The rows of that table. */
export function recallRows(scope: RecallScope): Row[] {
  return [
    ...scope.affected.flatMap((batch) => batchRows('affected', batch, scope)),
    ...scope.cannotTell.flatMap((batch) => batchRows('cannot tell', batch, scope)),
    ...scope.notAffected.flatMap((batch) => batchRows('not affected', batch, scope)),
  ]
}

type Row = Readonly<Record<(typeof header)[number], string | number>>

function batchRows(column: string, batch: Batch, { recipients }: RecallScope): Row[] {
  const common: Row = {
    column,
    lot_number: batch.lotNumber,
    product: batch.product,
    made_on: batch.madeOn,
    units: 0,
    where: '',
    place: '',
    place_kind: '',
    contact: '',
    sent_on: '',
    reference: '',
    serials: '',
    because: batch.because.join(' '),
  }
  const sent = recipients
    .filter((row) => row.lotNumber === batch.lotNumber)
    .map((row) => ({
      ...common,
      units: row.units,
      where: 'sent',
      place: row.place,
      place_kind: row.placeKind,
      contact: row.contact,
      sent_on: row.sentOn,
      reference: row.reference,
      serials: row.serials,
    }))
  const { units } = batch
  const others = [
    ['on hand', units.onHand],
    ['held', units.held],
    ['sent', units.sent - sent.reduce((sum, row) => sum + row.units, 0)],
    ['sampled', units.sampled],
    ['own use', units.ownUse],
    ['discarded', units.discarded],
    ['set aside', units.setAside],
    ['used in other batches', units.reworked],
    ['unaccounted', units.unaccounted],
  ] as const
  return [
    ...sent,
    ...others.filter(([, count]) => count !== 0).map(([where, count]) => ({ ...common, units: count, where })),
  ]
}
