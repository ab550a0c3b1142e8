import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyWay, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
let lotId: number
let batchId: number
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function openWithJars(way: (typeof everyWay)[number] = 'in process'): Promise<void> {
  kitchen = await openKitchen({ way })
  await receiveLot(kitchen.api)
  const made = await makeBatch(kitchen.api, await addProduct(kitchen.api), { made: 36 })
  lotId = made.lotId
  batchId = made.batchId
}

async function whereUnitsAre() {
  return (await kitchen.api.batches.get({ batchId })).units.map(({ serials, where }) => [serials, where])
}

describe.each(everyWay)('sending out, %s', (way) => {
  beforeEach(async () => await openWithJars(way))

  test('takes the lowest free serials', async () => {
    const { lines } = await sendUnits(kitchen.api, lotId, 24)
    expect(lines).toMatchObject([{ units: 24, serials: '001–024', basis: 'range' }])
    expect((await sendUnits(kitchen.api, lotId, 12, { place: 'Good Earth Co-op' })).lines).toMatchObject([
      { serials: '025–036' },
    ])
    expect(await kitchen.api.shipping.stock({})).toEqual([])
  })

  test('takes the serials that were typed, and goes around them later', async () => {
    expect((await sendUnits(kitchen.api, lotId, 3, { serials: '2-3, 5' })).lines).toMatchObject([
      { serials: '002–003, 005', basis: 'typed' },
    ])
    expect((await sendUnits(kitchen.api, lotId, 4)).lines).toMatchObject([{ serials: '001, 004, 006–007' }])
    expect((await kitchen.api.shipping.stock({}))[0]).toMatchObject({ onHand: 29, serials: '008–036' })
  })

  test('refuses more than there is and writes nothing, also when another line was good', async () => {
    const { api } = kitchen
    const input = {
      requestId: newId(),
      place: 'A new place',
      sentOn: '2026-03-07',
      lines: [
        { lotId, units: 30 },
        { lotId, units: 7 },
      ],
    }
    const refused = await refusal(api.shipping.send(input))
    expect(refused).toMatchObject({ code: 'rule_violation' })
    expect(refused.fields).toEqual({
      'lines.1.units': 'Only 6 of SY-20260304-A are on hand, 1 fewer than 7. Type 6 or fewer, or add another lot.',
    })
    expect(await api.directory.places({})).toEqual([])
    expect(await whereUnitsAre()).toEqual([['001–036', 'on hand']])
  })
})

describe('a shipment', () => {
  beforeEach(async () => await openWithJars())

  test('taken back puts its units on hand again under their numbers', async () => {
    const { api } = kitchen
    const { shipmentId } = await sendUnits(api, lotId, 24)
    await sendUnits(api, lotId, 6, { place: 'Good Earth Co-op' })
    await api.shipping.void({ requestId: newId(), shipmentId, reason: 'rained off' })
    expect(await whereUnitsAre()).toEqual([
      ['001–024', 'on hand'],
      ['025–030', 'Good Earth Co-op'],
      ['031–036', 'on hand'],
    ])
    const { rows } = await api.shipping.list({})
    expect(rows.map(({ place, voidReason }) => [place, voidReason])).toEqual([
      ['Good Earth Co-op', null],
      ['Saturday farmers market', 'rained off'],
    ])
    const again = await refusal(api.shipping.void({ requestId: newId(), shipmentId, reason: 'again' }))
    expect(again.message).toBe(
      'The shipment to Saturday farmers market on Mar 7, 2026 cannot be taken back: it is void already.',
    )
  })

  test.each([
    ['serials that are out', { serials: '1' }, 1, 'lines.0.serials'],
    ['fewer serials than units', { serials: '30-31' }, 3, 'lines.0.serials'],
    ['something else than serials', { serials: 'all' }, 3, 'lines.0.serials'],
    ['no units', {}, 0, 'lines.0.units'],
    ['a day that does not exist', { sentOn: '2026-02-29' }, 1, 'sentOn'],
    ['a day of next year', { sentOn: '2027-03-07' }, 1, 'sentOn'],
    ['no place', { place: '' }, 1, 'place'],
  ])('of %s is refused at its field', async (_name, shipment, units, field) => {
    await sendUnits(kitchen.api, lotId, 1)
    const refused = await refusal(sendUnits(kitchen.api, lotId, units, shipment))
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
  })

  test.each([
    [
      'on hold',
      async () => await kitchen.api.pantry.hold({ requestId: newId(), lotId, reason: 'smells' }),
      '2026-03-07',
      'on hold',
    ],
    ['sent before it was made', async () => await Promise.resolve(), '2026-03-03', 'made later, on Mar 4, 2026'],
  ])('of a lot %s is refused with the reason', async (_name, prepare, sentOn, reason) => {
    await prepare()
    const refused = await refusal(sendUnits(kitchen.api, lotId, 1, { sentOn }))
    expect(refused).toMatchObject({ code: 'rule_violation' })
    expect(refused.fields?.['lines.0.lotId']).toBe(
      `SY-20260304-A is ${reason}, so it cannot be sent. Choose another lot.`,
    )
  })

  test('of a lot past its date is refused, and the stock list says why', async () => {
    const { api } = kitchen
    const productId = await addProduct(api, { name: 'Bread', code: 'BR', unit: 'loaf', shelfLifeDays: 3 })
    const bread = await makeBatch(api, productId)
    const stock = await api.shipping.stock({})
    expect(stock.find(({ lotNumber }) => lotNumber === 'BR-20260304-A')?.problem).toBe(
      'past its best-by date, Mar 7, 2026',
    )
    expect(await refusal(sendUnits(api, bread.lotId, 1, { sentOn: '2026-03-08' }))).toMatchObject({
      code: 'rule_violation',
    })
    // Written down later, what went then is not held against the day it is written.
    expect((await api.shipping.stock({ on: '2026-03-07' }))[0]?.problem).toBeNull()
    await sendUnits(api, bread.lotId, 1, { sentOn: '2026-03-07' })
    expect((await api.shipping.stock({ on: '2026-03-03' }))[0]?.problem).toBe('made later, on Mar 4, 2026')
  })

  test('of an ingredient is refused', async () => {
    expect(await refusal(sendUnits(kitchen.api, 1, 1))).toMatchObject({ code: 'invalid_input' })
  })
})
