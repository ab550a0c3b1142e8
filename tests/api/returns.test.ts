import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
let lotId: number
let batchId: number
const MARKET = 'Saturday farmers market'

beforeEach(async () => {
  kitchen = await openKitchen()
  await receiveLot(kitchen.api)
  const made = await makeBatch(kitchen.api, await addProduct(kitchen.api), { made: 36 })
  lotId = made.lotId
  batchId = made.batchId
})
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function whereUnitsAre() {
  return (await kitchen.api.batches.get({ batchId })).units.map(({ serials, where }) => [serials, where])
}

async function bringBack(shipmentId: number, units: number, more: { serials?: string; fate?: 'destroyed' } = {}) {
  const lines = units === 0 ? [] : [{ lotId, units, ...more }]
  return await kitchen.api.shipping.bringBack({
    requestId: newId(),
    shipmentId,
    day: '2026-03-07',
    cashCents: 14_400,
    lines,
  })
}

async function placeId(name: string): Promise<number> {
  return (await kitchen.api.directory.places({})).find((place) => place.name === name)?.id ?? 0
}

async function unitAt(serial: number): Promise<string> {
  const { unit } = await kitchen.api.trace.open({ node: { kind: 'batch', id: batchId }, serial })
  return `${unit?.where}${unit?.basis ? `; ${unit.basis}` : ''}`
}

describe('a market day', () => {
  test('waits to be counted; what comes back is on hand under its numbers, the rest is sold', async () => {
    const { api } = kitchen
    const { shipmentId } = await sendUnits(api, lotId, 24)
    expect(await api.shipping.marketDays({})).toMatchObject([
      { shipmentId, place: MARKET, sentOn: '2026-03-07', lines: [{ lotId, units: 24, serials: '001–024' }] },
    ])
    expect(await bringBack(shipmentId, 6)).toMatchObject({ out: 24, back: 6, sold: 18 })
    expect(await api.shipping.marketDays({})).toEqual([])
    expect(await whereUnitsAre()).toEqual([
      ['001–018', MARKET],
      ['019–024', `on hand, back from ${MARKET}`],
      ['025–036', 'on hand'],
    ])
    const [row] = (await api.shipping.list({})).rows
    expect(row?.lines).toMatchObject([{ units: 24, back: 6 }])
    expect(row?.returns).toMatchObject([{ units: 6, cashCents: 14_400, marketDay: true }])
    // They go out again, before those that never left: lower numbers first.
    expect((await sendUnits(api, lotId, 8)).lines).toMatchObject([{ serials: '019–026' }])
  })

  test('sold out, and nothing sold', async () => {
    const first = await sendUnits(kitchen.api, lotId, 10)
    const second = await sendUnits(kitchen.api, lotId, 10)
    expect(await bringBack(first.shipmentId, 0)).toMatchObject({ back: 0, sold: 10 })
    expect(await bringBack(second.shipmentId, 10)).toMatchObject({ back: 10, sold: 0 })
    expect(await kitchen.api.shipping.marketDays({})).toEqual([])
  })

  test('by numbers knows which came back, by count the highest, and says so', async () => {
    const scanned = await sendUnits(kitchen.api, lotId, 10, { serials: '1-10' })
    expect(await unitAt(3)).toBe(`${MARKET}, Mar 7, 2026; by its number`)
    await bringBack(scanned.shipmentId, 2, { serials: '3, 7' })
    expect(await unitAt(3)).toBe(`on hand, back from ${MARKET}; by its number`)
    expect(await unitAt(4)).toBe(`${MARKET}, Mar 7, 2026; by its number`)
    const counted = await sendUnits(kitchen.api, lotId, 10, { serials: '11-20' })
    await bringBack(counted.shipmentId, 2)
    expect(await unitAt(20)).toBe(`on hand, back from ${MARKET}; by range, not by scan`)
    expect(await unitAt(12)).toBe(`${MARKET}, Mar 7, 2026; by range, not by scan`)
  })

  test('is counted once; the count can be taken back and made again', async () => {
    const { shipmentId } = await sendUnits(kitchen.api, lotId, 24)
    const { returnedId } = await bringBack(shipmentId, 6)
    const again = await refusal(bringBack(shipmentId, 6))
    expect(again.message).toBe(
      'This market day was counted on Mar 7, 2026. Take that count back first, then count again.',
    )
    const blocked = await refusal(kitchen.api.shipping.void({ requestId: newId(), shipmentId, reason: 'wrong' }))
    expect(blocked.message).toBe(
      `The shipment to ${MARKET} on Mar 7, 2026 cannot be taken back: take back first what came back from ${MARKET} on Mar 7, 2026.`,
    )
    await kitchen.api.shipping.voidReturned({ requestId: newId(), returnedId, reason: 'miscounted' })
    expect(await whereUnitsAre()).toEqual([
      ['001–024', MARKET],
      ['025–036', 'on hand'],
    ])
    expect(await bringBack(shipmentId, 4)).toMatchObject({ sold: 20 })
    expect(await unitAt(21)).toBe(`on hand, back from ${MARKET}; by range, not by scan`)
  })

  test.each([
    ['more than are out', { units: 25 }, {}, 'lines.0.units'],
    ['units that were never sent', { units: 1 }, { serials: '30' }, 'lines.0.serials'],
    ['more numbers than units', { units: 1 }, { serials: '1-2' }, 'lines.0.serials'],
    ['something else than numbers', { units: 1 }, { serials: 'some' }, 'lines.0.serials'],
  ])('refuses %s at the field', async (_name, { units }, more, field) => {
    const { shipmentId } = await sendUnits(kitchen.api, lotId, 24)
    expect(Object.keys((await refusal(bringBack(shipmentId, units, more))).fields ?? {})).toEqual([field])
    expect(await kitchen.api.shipping.marketDays({})).toHaveLength(1)
  })

  test('cannot come back before it left', async () => {
    const { shipmentId } = await sendUnits(kitchen.api, lotId, 24)
    const early = kitchen.api.shipping.bringBack({ requestId: newId(), shipmentId, day: '2026-03-06', lines: [] })
    expect((await refusal(early)).fields).toEqual({
      day: 'These units left on Mar 7, 2026 and cannot come back before. Correct the day.',
    })
  })

  test('whose units went elsewhere since cannot be uncounted', async () => {
    const { api } = kitchen
    const { shipmentId } = await sendUnits(api, lotId, 24)
    const { returnedId } = await bringBack(shipmentId, 6)
    const next = await sendUnits(api, lotId, 3, { place: 'Good Earth Co-op' })
    const refused = await refusal(api.shipping.voidReturned({ requestId: newId(), returnedId, reason: 'oops' }))
    expect(refused.message).toBe('Some of SY-20260304-A 019–024 went elsewhere since. Take that back first.')
    await api.shipping.void({ requestId: newId(), shipmentId: next.shipmentId, reason: 'oops' })
    await api.shipping.voidReturned({ requestId: newId(), returnedId, reason: 'oops' })
    expect(await whereUnitsAre()).toEqual([
      ['001–024', MARKET],
      ['025–036', 'on hand'],
    ])
  })
})

describe('a return from a place', () => {
  test('may be of several shipments, the highest numbers first', async () => {
    const { api } = kitchen
    await sendUnits(api, lotId, 6, { place: 'Good Earth Co-op' })
    await sendUnits(api, lotId, 6, { place: 'Other store' })
    await sendUnits(api, lotId, 6, { place: 'Good Earth Co-op', sentOn: '2026-03-14' })
    const store = await placeId('Good Earth Co-op')
    expect(await api.shipping.atPlace({ placeId: store })).toMatchObject([{ units: 12, serials: '001–006, 013–018' }])
    const line = { lotId, units: 8 }
    await api.shipping.takeReturn({
      requestId: newId(),
      placeId: store,
      day: '2026-03-20',
      reason: 'did not sell',
      lines: [line],
    })
    expect(await whereUnitsAre()).toEqual([
      ['001–004', 'Good Earth Co-op'],
      ['005–006', 'on hand, back from Good Earth Co-op'],
      ['007–012', 'Other store'],
      ['013–018', 'on hand, back from Good Earth Co-op'],
      ['019–036', 'on hand'],
    ])
  })

  test('can be destroyed at once, and is then discarded with its story', async () => {
    const { api } = kitchen
    await sendUnits(api, lotId, 6, { place: 'Good Earth Co-op' })
    const { returnedId } = await api.shipping.takeReturn({
      requestId: newId(),
      placeId: await placeId('Good Earth Co-op'),
      day: '2026-03-20',
      reason: 'lid popped',
      lines: [{ lotId, units: 1, serials: '2', fate: 'destroyed' }],
    })
    expect(await whereUnitsAre()).toEqual([
      ['001', 'Good Earth Co-op'],
      ['002', 'discarded (back from Good Earth Co-op: lid popped)'],
      ['003–006', 'Good Earth Co-op'],
      ['007–036', 'on hand'],
    ])
    await api.shipping.voidReturned({ requestId: newId(), returnedId, reason: 'was another jar' })
    expect(await whereUnitsAre()).toEqual([
      ['001–006', 'Good Earth Co-op'],
      ['007–036', 'on hand'],
    ])
  })

  test('can be an exchange: one comes back, another goes, and both are taken back together', async () => {
    const { api } = kitchen
    await sendUnits(api, lotId, 2, { place: 'Dana' })
    const { returnedId, exchangeId } = await api.shipping.takeReturn({
      requestId: newId(),
      placeId: await placeId('Dana'),
      day: '2026-03-20',
      reason: 'tasted off',
      lines: [{ lotId, units: 1, serials: '1', fate: 'destroyed' }],
      exchange: [{ lotId, units: 1 }],
    })
    expect(await whereUnitsAre()).toMatchObject([
      ['001', 'discarded (back from Dana: tasted off)'],
      ['002', 'Dana'],
      ['003', 'Dana'],
      ['004–036', 'on hand'],
    ])
    expect((await api.shipping.list({})).rows[0]).toMatchObject({ purpose: 'exchange', place: 'Dana' })
    const alone = await refusal(
      api.shipping.void({ requestId: newId(), shipmentId: exchangeId ?? 0, reason: 'not alone' }),
    )
    expect(alone.message).toContain('given in exchange for')
    await api.shipping.voidReturned({ requestId: newId(), returnedId, reason: 'never happened' })
    expect(await whereUnitsAre()).toEqual([
      ['001–002', 'Dana'],
      ['003–036', 'on hand'],
    ])
  })
})

describe('units that leave for another reason', () => {
  const send = async (
    purpose: 'gift' | 'sample' | 'own use' | 'destroyed',
    more: { place?: string; note?: string; serials?: string } = {},
  ) => {
    const { serials = '', place = '', note = '' } = more
    const lines = [{ lotId, units: 2, serials }]
    return await kitchen.api.shipping.send({
      requestId: newId(),
      purpose,
      place,
      note,
      sentOn: '2026-03-10',
      lines,
    })
  }

  test('are each where they are, and counted as what they are', async () => {
    await send('gift', { place: 'Dana' })
    await send('sample', { place: 'Good Earth Co-op' })
    await send('sample')
    await send('own use')
    await send('destroyed', { note: 'dropped the box' })
    expect(await whereUnitsAre()).toEqual([
      ['001–002', 'Dana'],
      ['003–004', 'Good Earth Co-op'],
      ['005–006', 'sampled'],
      ['007–008', 'own use'],
      ['009–010', 'discarded (dropped the box)'],
      ['011–036', 'on hand'],
    ])
    const { itemId } = (await kitchen.api.pantry.lot({ lotId: 1 })).lot
    const scope = await kitchen.api.recall.scope({ itemId })
    expect(scope.affected[0]?.units).toEqual({
      made: 36,
      onHand: 26,
      held: 0,
      sent: 4,
      sampled: 2,
      ownUse: 2,
      discarded: 2,
      setAside: 0,
      reworked: 0,
      corrected: 0,
      unaccounted: 0,
    })
    expect(scope.recipients.map(({ place, units, serials }) => [place, units, serials])).toEqual([
      ['Dana', 2, '001–002'],
      ['Good Earth Co-op', 2, '003–004'],
    ])
  })

  test('need a place for a gift, and a reason for what is destroyed', async () => {
    expect((await refusal(send('gift'))).fields).toEqual({ place: 'The place is missing. Type where the units go.' })
    expect(Object.keys((await refusal(send('destroyed'))).fields ?? {})).toEqual(['note'])
  })

  test('of a held lot only to be destroyed', async () => {
    await kitchen.api.pantry.hold({ requestId: newId(), lotId, reason: 'smells' })
    for (const purpose of ['gift', 'sample', 'own use'] as const)
      expect((await refusal(send(purpose, { place: 'Dana' }))).message).toContain('SY-20260304-A is on hold')
    await send('destroyed', { note: 'smells', serials: '1-2' })
    expect((await whereUnitsAre())[0]).toEqual(['001–002', 'discarded (smells)'])
  })

  test('can be taken back, and stop their batch from being voided until then', async () => {
    const { shipmentId } = await send('own use')
    const blocked = await refusal(kitchen.api.batches.void({ requestId: newId(), batchId, reason: 'mistake' }))
    expect(blocked.message).toContain('the 2 that left as own use on 2026-03-10')
    await kitchen.api.shipping.void({ requestId: newId(), shipmentId, reason: 'still here' })
    await kitchen.api.batches.void({ requestId: newId(), batchId, reason: 'mistake' })
  })
})

test('a recall reaches a place for what is still there, not for what came back', async () => {
  const { api } = kitchen
  const { shipmentId } = await sendUnits(api, lotId, 24)
  await bringBack(shipmentId, 6)
  await sendUnits(api, lotId, 6, { place: 'Good Earth Co-op', serials: '19-24' })
  await api.shipping.takeReturn({
    requestId: newId(),
    placeId: await placeId('Good Earth Co-op'),
    day: '2026-03-20',
    reason: 'all of it',
    lines: [{ lotId, units: 6 }],
  })
  const { itemId } = (await api.pantry.lot({ lotId: 1 })).lot
  const { recipients, affected } = await api.recall.scope({ itemId })
  expect(recipients.map(({ place, units, serials }) => [place, units, serials])).toEqual([[MARKET, 18, '001–018']])
  expect(affected[0]?.units).toMatchObject({ sent: 18, onHand: 18, unaccounted: 0 })
})

test('the last price of a product is proposed again', async () => {
  const { api } = kitchen
  expect((await api.shipping.stock({}))[0]?.priceCents).toBeNull()
  const lines = [{ lotId, units: 2, priceCents: 800 }]
  await api.shipping.send({ requestId: newId(), place: MARKET, sentOn: '2026-03-07', lines })
  expect((await api.shipping.stock({}))[0]?.priceCents).toBe(800)
})
