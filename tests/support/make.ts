import type { Api } from '../../shared/api/contract.ts'
import { newId } from './kitchen.ts'

/** Receives one lot. @returns its id and its ingredient's */
export async function receiveLot(
  api: Api,
  lot: {
    ingredient?: string
    quantity?: string
    supplier?: string
    receivedOn?: string
    bestBy?: string
    supplierLot?: string
  } = {},
): Promise<{ lotId: number; itemId: number; receiptId: number }> {
  const { supplier = 'Costco Main St', receivedOn = '2026-02-15', ...line } = lot
  const { receiptId, lots } = await api.pantry.receive({
    requestId: newId(),
    supplier,
    receivedOn,
    lines: [{ ingredient: 'Sugar', quantity: '10 lb', ...line }],
  })
  const lotId = lots[0]?.lotId ?? 0
  const { lot: row } = await api.pantry.lot({ lotId })
  return { lotId, itemId: row.itemId, receiptId }
}

/** Adds a product with a one-line recipe, unless lines are given. */
export async function addProduct(
  api: Api,
  product: {
    name?: string
    code?: string
    unit?: string
    shelfLifeDays?: number
    expectedYield?: number
    lines?: { ingredient: string; quantity: string }[]
    pack?: Parameters<Api['products']['save']>[0]['pack']
    packs?: Parameters<Api['products']['save']>[0]['packs']
  } = {},
): Promise<number> {
  const { productId } = await api.products.save({
    requestId: newId(),
    name: 'Syrup',
    code: 'SY',
    unit: 'jar',
    expectedYield: 10,
    lines: [{ ingredient: 'Sugar', quantity: '1 lb' }],
    ...product,
  })
  return productId
}

/** Records a batch as the batch page proposes it. */
export async function makeBatch(
  api: Api,
  productId: number,
  batch: Partial<Parameters<Api['batches']['record']>[0]> & { planned?: number } = {},
) {
  const { planned, ...given } = batch
  const madeOn = given.madeOn ?? '2026-03-04'
  const proposal = await api.batches.propose({ productId, madeOn, planned: planned ?? null })
  const uses = proposal.lines.flatMap(({ itemId, uses: proposed }) =>
    proposed.map(({ lotId, quantity }) => ({ itemId, lotId, quantity })),
  )
  return await api.batches.record({ requestId: newId(), productId, madeOn, made: proposal.planned, uses, ...given })
}

/** Sends units of one lot to a place. */
export async function sendUnits(
  api: Api,
  lotId: number,
  units: number,
  shipment: { place?: string; sentOn?: string; serials?: string } = {},
) {
  const { place = 'Saturday farmers market', sentOn = '2026-03-07', serials = '' } = shipment
  return await api.shipping.send({ requestId: newId(), place, sentOn, lines: [{ lotId, units, serials }] })
}
