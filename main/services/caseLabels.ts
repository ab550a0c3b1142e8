import { notFound } from '../../shared/api/errors.ts'
import { caseCode, packCases } from '../../shared/domain/caseCode.ts'
import { showDay } from '../../shared/domain/day.ts'
import { countUnits, readRanges, showRanges } from '../../shared/domain/serialRange.ts'
import { thingCode } from '../../shared/domain/thingCode.ts'
import type { LabelContent } from '../../shared/labels/content.ts'
import { placeById } from '../db/repos/directory.ts'
import { lotsById, outputLots } from '../db/repos/lots.ts'
import { unitRanges } from '../db/repos/movements.ts'
import { shipmentById } from '../db/repos/shipments.ts'
import type { Db } from '../db/schema.ts'
import { oneLabel, type ThingLabels } from './labelsTogether.ts'
import { linesOf } from './shipmentViews.ts'
import { say } from '../../shared/words/say.ts'

/** A label for each case that the units of a batch on hand fill, pack by pack; what does not fill one is the last. */
export async function batchCases(db: Db, ours: LabelContent, batchId: number, perCase: number): Promise<ThingLabels> {
  const made = await outputLots(db, [batchId])
  const views = await lotsById(
    db,
    made.map((lot) => lot.id),
  )
  const labels: LabelContent[] = []
  for (const lot of views.values()) {
    const number = lot.lot_number ?? ''
    for (const units of packCases(await unitRanges(db, lot.id, 'on hand'), perCase))
      labels.push({
        ...ours,
        product: lot.item,
        count: `${countUnits(units)} × ${lot.unit}`,
        lotNumber: number,
        unitNumber: caseCode(number, units),
        madeOn: lot.made_on,
        bestBy: lot.best_by,
        detail: `Units ${showRanges(units)}`,
      })
  }
  const [first] = views.values()
  if (!first) throw notFound(say('This batch'))
  return { purpose: 'case', title: () => say('Case labels of {name}', { name: first.lot_number ?? '' }), labels }
}

/** One label for the delivery, or one for the case of each lot in it. */
export async function delivery(
  db: Db,
  ours: LabelContent,
  shipmentId: number,
  kind: 'delivery' | 'case',
): Promise<ThingLabels> {
  const shipment = await shipmentById(db, shipmentId)
  const place = shipment?.place_id ? await placeById(db, shipment.place_id) : undefined
  if (!shipment || !place || shipment.void_reason !== null) throw notFound(say('This delivery'))
  const lines = (await linesOf(db, [shipmentId])).get(shipmentId) ?? []
  const lots = await lotsById(
    db,
    lines.map((line) => line.lotId),
  )
  if (kind === 'case')
    return {
      purpose: 'case',
      title: () => say('Case labels for {name}', { name: place.name }),
      labels: lines.map((line) => ({
        ...ours,
        product: line.product,
        count: `${line.units} × ${line.unit}`,
        lotNumber: line.lotNumber,
        unitNumber: caseCode(line.lotNumber, readRanges(line.serials) ?? []),
        madeOn: lots.get(line.lotId)?.made_on ?? null,
        bestBy: lots.get(line.lotId)?.best_by ?? null,
        detail: `Units ${line.serials}\nFor ${place.name}`,
      })),
    }
  const detail = [
    ...(place.address === '' ? [] : [place.address]),
    `Sent ${showDay(shipment.sent_on)}${shipment.reference === '' ? '' : `, ${shipment.reference}`}`,
    ...lines.map((line) => `${line.units} × ${line.product}, ${line.lotNumber}`),
  ]
  return oneLabel('delivery', () => say('Delivery label for {name}', { name: place.name }), {
    ...ours,
    product: place.name,
    detail: detail.join('\n'),
    payload: thingCode('shipment', shipment.id),
  })
}
