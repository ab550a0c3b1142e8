import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayAt, isExpired } from '../../shared/domain/day.ts'
import { bareHost, newId, openKitchen, refusal, type TestKitchen, TODAY } from '../support/kitchen.ts'

/** The recording of a year on a machine that does other things as well, in milliseconds. */
const patience = 240_000

describe('the year of the demo kitchen', () => {
  let kitchen: TestKitchen
  let api: TestKitchen['api']
  let took: number
  const asked: string[] = []
  /** A host that can go to the other kitchen. */
  const host = {
    capabilities: { ...bareHost.capabilities, changeKitchen: true },
    goTo: async (other: string) => await Promise.resolve(`http://127.0.0.1:1/${asked.push(other)}`),
  }
  const today = dayAt(TODAY, 'America/New_York')
  beforeAll(async () => {
    const begun = process.cpuUsage()
    kitchen = await openKitchen({ demo: 'year', host })
    took = process.cpuUsage(begun).user / 1_000_000
    ;({ api } = kitchen)
  }, patience)
  afterAll(async () => await kitchen.close())

  test('is made in a few seconds of work', () => expect(took).toBeLessThan(20))

  test('is the demo, and whole: history, stock and units agree', async () => {
    expect((await api.system.state({})).demo).toBe(true)
    expect((await api.history.verify({})).problems).toEqual([])
    const ingredients = await api.pantry.ingredients({})
    expect(ingredients.filter(({ onHand }) => onHand.base < 0)).toEqual([])
    expect((await api.products.list({})).filter(({ onHand }) => onHand < 0)).toEqual([])
  })

  test('has two or three batches a week of everything the kitchen makes, until yesterday', async () => {
    const { rows } = await api.batches.list({ limit: 200 })
    expect(rows.length).toBeGreaterThan(105)
    expect(rows.length).toBeLessThan(140)
    expect(rows[0]?.madeOn).toBe(addDays(today, -1))
    expect(rows.at(-1)?.madeOn).toMatch(/^2025-0[34]/)
    expect(new Set(rows.map(({ product }) => product)).size).toBe(12)
    expect(rows.filter(({ state }) => state === 'failed')).toHaveLength(1)
    expect(rows.every(({ product, madeOn }) => product !== 'Strawberry jam' || /-0[5-8]-/.test(madeOn))).toBe(true)
  })

  test('was written down on the days it tells of', async () => {
    const { rows } = await api.batches.list({ limit: 200 })
    for (const { id } of rows.filter((_, at) => at % 40 === 0)) {
      const { recordedAt, madeOn } = await api.batches.get({ batchId: id })
      expect(recordedAt.slice(0, 10)).toBe(madeOn)
    }
    const [recall] = await api.recalls.list({})
    expect(recall?.endedOn?.localeCompare(recall.openedOn)).toBeGreaterThan(0)
    expect(recall?.units).toBeGreaterThan(0)
    const [drill] = await api.drills.list({})
    expect(drill?.startedOn.localeCompare(addDays(today, -60))).toBeLessThan(0)
    expect(drill?.minutes).toBeLessThan(60)
  })

  test('asks for a few things on Today and for nothing absurd', async () => {
    const { rows } = await api.pantry.attention({})
    expect(rows.length).toBeLessThan(6)
    expect(rows.filter(({ held }) => held)).toEqual([])
    expect(rows.filter(({ bestBy }) => isExpired(bestBy, today)).map(({ item }) => item)).toEqual([])
    expect((await api.complaints.open({})).count).toBe(1)
    expect((await api.corrections.missing({})).total).toBe(2)
    expect(await api.shipping.marketDays({})).toEqual([])
    const equipment = await api.crew.equipment({})
    expect(equipment.filter(({ cleanDue }) => cleanDue !== null && cleanDue < today)).toEqual([])
    const plans = await api.plans.list({})
    expect(plans.map(({ day }) => day)).toEqual([1, 3, 5].map((days) => addDays(today, days)))
  })

  test('sold what it made, to a market, shops and people who can be reached', async () => {
    const { rows } = await api.shipping.list({ limit: 200 })
    expect(rows.length).toBeGreaterThan(120)
    expect(new Set(rows.map(({ place }) => place)).size).toBeGreaterThan(5)
    expect((await api.directory.places({})).filter(({ phone, email }) => phone + email === '')).toEqual([])
    const stock = await api.shipping.stock({})
    expect(stock.length).toBeGreaterThan(5)
    expect(stock.length).toBeLessThan(60)
  })

  test('traces a pack of cookies through a jam to the farm', async () => {
    const { rows } = await api.batches.list({ limit: 200 })
    const { id = 0 } = rows.find(({ product }) => product === 'Strawberry thumbprints') ?? {}
    const { uses } = await api.batches.get({ batchId: id })
    const jam = uses.find(({ ingredient }) => ingredient === 'Strawberry jam')
    expect(jam?.lot).toMatch(/^SJ-/)
  })

  test(
    'stays for the day, and is told anew once the person has left it, or on another day',
    async () => {
      const { rows: before } = await api.batches.list({ limit: 200 })
      await api.kitchen.save({ ...(await api.kitchen.get({})), requestId: newId(), name: 'Tried out' })
      await kitchen.restart()
      expect((await api.kitchen.get({})).name).toBe('Tried out')
      kitchen.setNow('2026-04-02T15:00:00.000Z')
      await kitchen.restart()
      expect((await api.kitchen.get({})).name).toBe('Maple Hill Kitchen')
      const { rows } = await api.batches.list({ limit: 200 })
      expect(rows[0]?.madeOn).toBe('2026-04-01')
      expect(rows.map(({ lotNumber }) => lotNumber)).not.toEqual(before.map(({ lotNumber }) => lotNumber))
      expect((await api.history.verify({})).problems).toEqual([])

      await api.kitchen.save({ ...(await api.kitchen.get({})), requestId: newId(), name: 'Tried out' })
      expect(await api.system.goTo({ requestId: newId(), kitchen: 'own' })).toEqual({ address: 'http://127.0.0.1:1/1' })
      expect(asked).toEqual(['own'])
      await kitchen.restart()
      expect((await api.kitchen.get({})).name).toBe('Maple Hill Kitchen')
    },
    patience,
  )
})

describe('the other kitchen', () => {
  test('is not gone to where the host cannot', async () => {
    const fixed = await openKitchen()
    const { message } = await refusal(fixed.api.system.goTo({ requestId: newId(), kitchen: 'demo' }))
    expect(message).toContain('--demo')
    await fixed.close()
  })

  test('that cannot be opened says why, and a kitchen of one’s own stays as it is', async () => {
    const host = {
      capabilities: { ...bareHost.capabilities, changeKitchen: true },
      goTo: async () => await Promise.reject(new Error('It is open in another window.')),
    }
    const own = await openKitchen({ host })
    const { message } = await refusal(own.api.system.goTo({ requestId: newId(), kitchen: 'own' }))
    expect(message).toBe('It is open in another window.')
    expect((await own.api.system.state({})).demo).toBe(false)
    await own.close()
  })
})
