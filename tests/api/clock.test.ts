import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

/*
 * The order of things is the order in which they were recorded, never that of the clock; the day is the kitchen's day,
 * whatever the laptop's clock and zone do. Instants around changes of the clock in New York and Auckland.
 */
let kitchen: TestKitchen
let api: TestKitchen['api']
beforeEach(async () => {
  kitchen = await openKitchen()
  ;({ api } = kitchen)
})
afterEach(async () => {
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function liveIn(zone: string): Promise<void> {
  const { name, address, phone, email, lotFormat, lotPattern } = await api.kitchen.get({})
  await api.kitchen.save({ requestId: newId(), name, address, phone, email, lotFormat, lotPattern, zone })
}

async function todayAt(instant: string): Promise<string> {
  kitchen.setNow(instant)
  return (await api.system.state({})).today
}

describe.each([
  // Clocks go forward at 2:00 on March 8, 2026 and back at 2:00 on November 1.
  ['America/New_York', '2026-03-08T04:59:59.000Z', '2026-03-07', '2026-03-08T05:00:00.000Z', '2026-03-08'],
  ['America/New_York', '2026-03-09T03:59:59.000Z', '2026-03-08', '2026-03-09T04:00:00.000Z', '2026-03-09'],
  ['America/New_York', '2026-11-01T03:59:59.000Z', '2026-10-31', '2026-11-01T04:00:00.000Z', '2026-11-01'],
  ['America/New_York', '2026-11-02T04:59:59.000Z', '2026-11-01', '2026-11-02T05:00:00.000Z', '2026-11-02'],
  ['Pacific/Auckland', '2026-04-04T10:59:59.000Z', '2026-04-04', '2026-04-04T11:00:00.000Z', '2026-04-05'],
])('midnight in %s', (zone, before, dayBefore, after, dayAfter) => {
  test(`between ${dayBefore} and ${dayAfter} changes what is today, what has expired, and the next lot number`, async () => {
    await liveIn(zone)
    kitchen.setNow(before)
    await receiveLot(api, { receivedOn: dayBefore, bestBy: dayBefore })
    const productId = await addProduct(api)
    expect(await todayAt(before)).toBe(dayBefore)
    // Good on its last day, and not one second longer.
    expect((await api.pantry.lots({})).rows).toMatchObject([{ expired: false }])
    const made = await makeBatch(api, productId, { madeOn: dayBefore })
    expect(made.lotNumber).toBe(`SY-${dayBefore.replaceAll('-', '')}-A`)
    expect(await todayAt(after)).toBe(dayAfter)
    expect((await api.pantry.lots({})).rows).toMatchObject([{ expired: true }])
    const next = await api.batches.propose({ productId, madeOn: dayAfter, planned: null })
    expect(next.lotNumber).toBe(`SY-${dayAfter.replaceAll('-', '')}-A`)
  })
})

test('a laptop whose zone is changed keeps the days of the kitchen', async () => {
  await liveIn('America/New_York')
  const instant = '2026-03-05T04:30:00.000Z'
  const before = await todayAt(instant)
  const zone = process.env['TZ']
  await kitchen.restart(async () => {
    process.env['TZ'] = 'Asia/Tokyo'
    await Promise.resolve()
  })
  try {
    expect([before, await todayAt(instant)]).toEqual(['2026-03-04', '2026-03-04'])
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})

test('a clock that jumps about changes neither the order of the history nor any balance, number or trace', async () => {
  const instants = [
    '2026-03-28T15:00:00.000Z',
    '2026-03-08T06:59:59.000Z',
    '2038-01-19T03:14:08.000Z',
    '2026-03-08T05:00:00.000Z',
  ]
  await receiveLot(api)
  const productId = await addProduct(api)
  const numbers: string[] = []
  for (const instant of instants) {
    kitchen.setNow(instant)
    const { lotNumber, lotId } = await makeBatch(api, productId)
    await sendUnits(api, lotId, 4)
    numbers.push(lotNumber)
  }
  expect(numbers).toEqual(['A', 'B', 'C', 'D'].map((letter) => `SY-20260304-${letter}`))
  const { rows } = await api.history.list({})
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => rows.length - at))
  expect(rows.slice(0, 2).map(({ at }) => at)).toEqual([instants[3], instants[3]])
  expect((await api.batches.list({})).rows.map(({ lotNumber }) => lotNumber)).toEqual(numbers.toReversed())
  expect((await api.history.last({}))?.what).toMatch(/^Sent 1 lot/)
  await api.backups.make({ requestId: newId() })
  expect((await api.backups.list({})).unsaved).toBe(false)
})
