import type { RecallOut } from '../../shared/api/recalls.ts'
import { type Sheet, sheetOf } from './sheet.ts'

type Lot = RecallOut['lots'][number]

/** A recall as tables: who received what of which lot and what they said, the lots with their units, the figures. */
export function recallStatusSheets(recall: RecallOut): Sheet[] {
  const received = recall.consignees.flatMap((place) => place.lots.map((lot) => ({ place, lot })))
  const units = (key: keyof NonNullable<Lot['unitsNow']>) => (lot: Lot) => lot.unitsNow?.[key] ?? null
  return [
    sheetOf(
      'Consignees',
      [
        { key: 'place', head: 'Place', kind: 'text', cell: ({ place }) => place.place },
        { key: 'place_kind', head: 'Kind', kind: 'text', cell: ({ place }) => place.placeKind },
        { key: 'contact', head: 'Contact', kind: 'text', cell: ({ place }) => place.contact },
        { key: 'lot_number', head: 'Lot', kind: 'text', cell: ({ lot }) => lot.lotNumber },
        { key: 'product', head: 'Product', kind: 'text', cell: ({ lot }) => lot.product },
        { key: 'column', head: 'Column', kind: 'text', cell: ({ lot }) => lot.column },
        {
          key: 'first_sent_on',
          head: 'First sent on',
          kind: 'day',
          cell: ({ lot }) => lot.deliveries[0]?.sentOn ?? null,
        },
        {
          key: 'serials',
          head: 'Serials',
          kind: 'text',
          cell: ({ lot }) => lot.deliveries.map((each) => each.serials).join(', '),
        },
        { key: 'units', head: 'Units', kind: 'number', cell: ({ lot }) => lot.units },
        {
          key: 'told',
          head: 'Told',
          kind: 'text',
          cell: ({ place }) => place.told.map((each) => `${each.means} ${each.toldOn}`).join('; '),
        },
        { key: 'answered_on', head: 'Answered on', kind: 'day', cell: ({ lot }) => lot.response?.answeredOn ?? null },
        { key: 'on_hand', head: 'On hand there', kind: 'number', cell: ({ lot }) => lot.response?.onHand ?? null },
        { key: 'returned', head: 'Returned', kind: 'number', cell: ({ lot }) => lot.response?.returned ?? null },
        { key: 'destroyed', head: 'Destroyed', kind: 'number', cell: ({ lot }) => lot.response?.destroyed ?? null },
        { key: 'check', head: 'Check', kind: 'text', cell: ({ place }) => place.check?.result ?? null },
        { key: 'note', head: 'Note', kind: 'text', cell: ({ lot }) => lot.response?.note ?? null },
      ],
      received,
    ),
    sheetOf<Lot>(
      'Lots',
      [
        { key: 'lot', head: 'Lot', kind: 'text', cell: (lot) => lot.label },
        { key: 'product', head: 'Product', kind: 'text', cell: (lot) => lot.product },
        { key: 'column', head: 'Column', kind: 'text', cell: (lot) => lot.column },
        { key: 'made_on', head: 'Made on', kind: 'day', cell: (lot) => lot.madeOn },
        { key: 'best_by', head: 'Best by', kind: 'day', cell: (lot) => lot.bestBy },
        { key: 'made', head: 'Made', kind: 'number', cell: units('made') },
        { key: 'on_hand', head: 'On hand', kind: 'number', cell: units('onHand') },
        { key: 'held', head: 'Held', kind: 'number', cell: units('held') },
        { key: 'sent', head: 'Sent', kind: 'number', cell: units('sent') },
        { key: 'sampled', head: 'Sampled', kind: 'number', cell: units('sampled') },
        { key: 'own_use', head: 'Own use', kind: 'number', cell: units('ownUse') },
        { key: 'discarded', head: 'Discarded', kind: 'number', cell: units('discarded') },
        { key: 'set_aside', head: 'Set aside', kind: 'number', cell: units('setAside') },
        { key: 'used', head: 'Used in batches', kind: 'number', cell: units('reworked') },
        { key: 'unaccounted', head: 'Unaccounted', kind: 'number', cell: units('unaccounted') },
        { key: 'because', head: 'Evidence', kind: 'text', cell: (lot) => lot.because.join(' ') },
      ],
      recall.lots,
    ),
    sheetOf(
      'Figures',
      [
        { key: 'figure', head: 'Figure', kind: 'text', cell: ([name]) => name },
        { key: 'value', head: 'Value', kind: 'number', cell: ([, value]) => value },
      ],
      Object.entries(recall.figures),
    ),
  ]
}
