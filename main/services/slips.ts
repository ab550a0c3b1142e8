import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { shipping } from '../../shared/api/shipping.ts'
import { placeById } from '../db/repos/directory.ts'
import { lotsById } from '../db/repos/lots.ts'
import { shipmentById } from '../db/repos/shipments.ts'
import { slipHtml } from '../reports/slipHtml.ts'
import type { Context } from './context.ts'
import { pdfFile, textFile } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { linesOf } from './shipmentViews.ts'
import { say } from '../../shared/words/say.ts'

/** The delivery slip of a shipment, to print and hand over with the goods. */
export async function slip(
  { shipmentId, format }: Input<typeof shipping.slip>,
  context: Context,
): Promise<Output<typeof shipping.slip>> {
  const { page, name } = await context.store.read(async (db) => {
    const shipment = await shipmentById(db, shipmentId)
    const place = shipment?.place_id ? await placeById(db, shipment.place_id) : undefined
    if (!shipment || !place || shipment.void_reason !== null) throw notFound(say('This delivery'))
    const lines = (await linesOf(db, [shipmentId])).get(shipmentId) ?? []
    const lots = await lotsById(
      db,
      lines.map((line) => line.lotId),
    )
    const html = slipHtml({
      kitchen: await readKitchen(db, context),
      place: place.name,
      placeAddress: place.address,
      sentOn: shipment.sent_on,
      reference: shipment.reference,
      note: shipment.note,
      lines: lines.map((line) => {
        const lot = lots.get(line.lotId)
        return { ...line, madeOn: lot?.made_on ?? '', bestBy: lot?.best_by ?? null }
      }),
    })
    return { page: html, name: `delivery-slip-${shipment.sent_on}-${shipmentId}.${format}` }
  })
  return format === 'html' ? textFile(name, 'text/html', page) : await pdfFile(name, page, context)
}
