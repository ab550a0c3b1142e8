import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyWay, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { receiveLot } from '../support/make.ts'

const valleyNotice = { receivedFrom: '2026-02-28', receivedTo: '2026-03-05' }

describe.each(everyWay)('the golden story, %s', (way) => {
  let kitchen: TestKitchen
  let notice: { itemId: number; supplierId: number; receivedFrom: string; receivedTo: string }

  beforeAll(async () => {
    kitchen = await openKitchen({ way, demo: true })
    const ingredients = await kitchen.api.pantry.ingredients({})
    const suppliers = await kitchen.api.directory.suppliers({})
    notice = {
      itemId: ingredients.find(({ name }) => name === 'Strawberries')?.id ?? 0,
      supplierId: suppliers.find(({ name }) => name === 'Valley Farm')?.id ?? 0,
      ...valleyNotice,
    }
  })
  afterAll(async () => await kitchen.close())

  test('finds 60 of 200 jars in exactly two batches', async () => {
    const scope = await kitchen.api.recall.scope(notice)
    expect(scope.affected.map(({ lotNumber, units }) => [lotNumber, units.made])).toEqual([
      ['SJ-20260304-A', 36],
      ['SJ-20260305-A', 24],
    ])
    expect(scope.totals).toMatchObject({ affected: { made: 60, unaccounted: 0 }, withoutRecords: 200 })
  })

  test('clears the third batch and says why', async () => {
    const scope = await kitchen.api.recall.scope(notice)
    expect(scope.notAffected.find(({ lotNumber }) => lotNumber === 'SJ-20260310-A')?.because).toEqual([
      'Strawberries came from another supplier: Sunny Acres',
    ])
  })

  test('cannot tell the batch made from berries without a date', async () => {
    const scope = await kitchen.api.recall.scope(notice)
    expect(scope.cannotTell.map(({ lotNumber, because }) => [lotNumber, ...because])).toEqual([
      [
        'SJ-20260313-A',
        'Strawberries (Valley Farm, no date): the received date was never recorded. Recording it decides 36 jars.',
      ],
    ])
  })

  test('lists everyone who got affected jars', async () => {
    const { recipients } = await kitchen.api.recall.scope(notice)
    const affected = recipients.filter(({ column }) => column === 'affected')
    expect(affected.map(({ place, lotNumber, serials, units }) => [place, lotNumber, serials, units])).toEqual([
      ['Saturday farmers market', 'SJ-20260304-A', '001–024', 24],
      ['Good Earth Co-op', 'SJ-20260304-A', '025–036', 12],
      ['Good Earth Co-op', 'SJ-20260305-A', '001–012', 12],
    ])
  })

  test.each(['SJ-20260304-A-017', 'sj0304… your jam sj-20260304-a-017 tastes off', 'SJ20260304A017'])(
    'finds jar 017 at the market from “%s”',
    async (text) => {
      const [found] = await kitchen.api.trace.find({ text })
      expect(found).toMatchObject({ kind: 'unit', label: 'SJ-20260304-A-017', serial: 17 })
      if (!found?.node) throw new Error('nothing to open')
      const { unit } = await kitchen.api.trace.open({ node: found.node, serial: found.serial })
      expect(unit).toMatchObject({
        number: 'SJ-20260304-A-017',
        where: 'Saturday farmers market, Mar 7, 2026',
        basis: 'by range, not by scan',
      })
    },
  )

  test('traces the jam back to four lots and their suppliers', async () => {
    const [jam] = await kitchen.api.trace.find({ text: 'SJ-20260304-A' })
    if (!jam?.node) throw new Error('nothing to open')
    const { rows } = await kitchen.api.trace.list({ node: jam.node, direction: 'backward' })
    expect(
      rows.filter(({ what }) => what === 'lot').map(({ label, detail, quantity }) => `${quantity} ${label}, ${detail}`),
    ).toEqual([
      '8 lb Strawberries, Valley Farm, Mar 2, 2026',
      '4 lb Sugar, Costco Main St, Feb 15, 2026',
      '2 oz Pectin, Amazon, Feb 20, 2026, lot PKT-99281',
      '1 oz Lemon juice, Costco Main St, Feb 15, 2026',
    ])
  })

  test('keeps a second hot sauce of the same day apart', async () => {
    const { rows } = await kitchen.api.batches.list({})
    expect(
      rows.filter(({ lotNumber }) => lotNumber.startsWith('HS-20260304')).map(({ lotNumber }) => lotNumber),
    ).toEqual(['HS-20260304-B', 'HS-20260304-A'])
  })

  test('says that it is the demo', async () => {
    expect((await kitchen.api.system.state({})).demo).toBe(true)
  })

  test('is recorded once, also when the demo is started again', async () => {
    const before = await kitchen.api.history.verify({})
    await kitchen.restart()
    expect(await kitchen.api.history.verify({})).toEqual({ ...before, problems: [] })
  })
})

test('the demo is never mixed into a kitchen of one’s own', async () => {
  const own = await openKitchen()
  await receiveLot(own.api)
  await own.close(false)
  await expect(openKitchen({ demo: true, folder: own.folder })).rejects.toThrow(/kitchen of your own/)
  const again = await openKitchen({ folder: own.folder })
  expect((await again.api.history.verify({})).entries).toBe(1)
  await again.close()
})
