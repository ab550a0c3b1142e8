import type { Recorder } from './recorder.ts'

/** A supplier’s notice about the newest bag of an ingredient: its batches are found, and who has them is told. */
export async function openRecall({ api, day, id }: Recorder, ingredient: string): Promise<void> {
  const itemId = (await api.pantry.ingredients({})).find(({ name }) => name === ingredient)?.id
  if (itemId === undefined) return
  const { rows } = await api.pantry.lots({ itemId, includeEmpty: true, limit: 1 })
  const { recallId } = await api.recalls.open({
    requestId: id(),
    itemId,
    supplierLot: rows[0]?.supplierLot ?? '',
    reason: 'Notice of Pantry Wholesale: pieces of shell in this lot.',
  })
  const { consignees } = await api.recalls.get({ recallId })
  const shops = consignees.filter(({ isPublic }) => !isPublic).map(({ placeId }) => placeId)
  if (shops.length > 0)
    await api.recalls.tell({ requestId: id(), recallId, placeIds: shops, means: 'telephone', toldOn: day })
  await api.recalls.tell({ requestId: id(), recallId, placeIds: [], means: 'poster', toldOn: day })
}

/** What came of it, some time later: what places answered, and what was held here is destroyed. */
export async function endRecall({ api, day, id }: Recorder): Promise<void> {
  const recallId = (await api.recalls.list({}))[0]?.id
  if (recallId === undefined) return
  const { consignees, lots } = await api.recalls.get({ recallId })
  for (const { placeId, lots: there, isPublic } of consignees)
    for (const { lotId, units } of isPublic ? [] : there)
      await api.recalls.respond({
        requestId: id(),
        recallId,
        placeId,
        lotId,
        answeredOn: day,
        onHand: 0,
        returned: 0,
        destroyed: Math.floor(units / 2),
        note: 'The rest was sold before.',
      })
  const held = new Set(lots.map(({ lotId }) => lotId))
  const here = (await api.shipping.stock({})).filter(({ lotId }) => held.has(lotId))
  if (here.length > 0)
    await api.shipping.send({
      requestId: id(),
      place: '',
      purpose: 'destroyed',
      sentOn: day,
      note: 'Recalled: pieces of shell in the almonds.',
      lines: here.map(({ lotId, onHand }) => ({ lotId, units: onHand })),
    })
  const bags = (await api.pantry.attention({})).rows.filter(
    ({ id: lotId, origin }) => origin === 'received' && held.has(lotId),
  )
  if (bags.length > 0)
    await api.pantry.countAll({
      requestId: id(),
      reason: 'Recalled: went back to the supplier',
      counts: bags.map((bag) => ({ lotId: bag.id, found: '0' as const })),
    })
  for (const { id: lotId, held: stopped } of (await api.pantry.attention({})).rows)
    if (stopped && held.has(lotId))
      await api.pantry.release({ requestId: id(), lotId, reason: 'The recall has ended; nothing is left' })
  await api.recalls.end({
    requestId: id(),
    recallId,
    ended: true,
    statement: 'What was here and in the shops was destroyed, the bag went back to the supplier. Nobody was hurt.',
  })
}
