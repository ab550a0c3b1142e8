import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

async function person(name: string) {
  return (await kitchen.api.crew.savePerson({ requestId: newId(), name, active: true })).id
}

async function kettle(name: string) {
  const facts = { name, kind: 'equipment' as const, active: true }
  return (await kitchen.api.crew.saveEquipment({ requestId: newId(), ...facts })).id
}

/** Three syrups: Ann’s, Bob’s, and one of which nobody wrote down who made it. */
async function threeSyrups() {
  const { api } = kitchen
  const { itemId } = await receiveLot(api)
  const syrup = await addProduct(api)
  const [ann, bob] = [await person('Ann'), await person('Bob')]
  const make = async (personIds: number[], rest = {}) => await makeBatch(api, syrup, { personIds, ...rest })
  const [annes, bobs, nobodys] = [await make([ann]), await make([bob]), await make([])]
  return { itemId, syrup, ann, bob, annes, bobs, nobodys }
}

type Scope = Awaited<ReturnType<TestKitchen['api']['recall']['scope']>>

function columns({ affected, notAffected, cannotTell }: Scope) {
  const lines = (column: Scope['affected']) => column.map(({ lotNumber, because }) => [lotNumber, ...because])
  return { affected: lines(affected), notAffected: lines(notAffected), cannotTell: lines(cannotTell) }
}

describe('a recall by what batches are themselves', () => {
  test('by person: hers, his with the reason, and the one of which nobody recorded it, with its price', async () => {
    const { ann } = await threeSyrups()
    const scope = await kitchen.api.recall.scope({ personId: ann })
    expect(scope.notice).toBe('Every batch, made by Ann')
    expect(columns(scope)).toEqual({
      affected: [['SY-20260304-A', 'It fits by who made it: Ann.']],
      notAffected: [['SY-20260304-B', 'was made by Bob']],
      cannotTell: [['SY-20260304-C', 'Nobody recorded who made it. Recording it decides 10 jars.']],
    })
  })

  test('by person, days and supplier together: each of them must hold', async () => {
    const { ann, itemId } = await threeSyrups()
    const supplierId = (await kitchen.api.directory.suppliers({}))[0]?.id ?? 0
    const asked = { personId: ann, itemId, supplierId, madeFrom: '2026-03-04', madeTo: '2026-03-04' }
    const scope = await kitchen.api.recall.scope(asked)
    expect(columns(scope).affected).toEqual([
      [
        'SY-20260304-A',
        'Sugar from Costco Main St, Feb 15, 2026: matches by supplier',
        'It fits by the day it was made, and by who made it: Ann.',
      ],
    ])
    const later = await kitchen.api.recall.scope({ ...asked, madeFrom: '2026-03-05', madeTo: '2026-03-09' })
    expect(columns(later).affected).toEqual([])
    expect(columns(later).notAffected).toContainEqual(['SY-20260304-A', 'was made on Mar 4, 2026, before the window'])
  })

  test('ten bags in one bin: the evidence names eight and counts the others, and each bag has one price', async () => {
    const { api } = kitchen
    const bags = []
    for (let bag = 0; bag < 10; bag += 1) bags.push(await receiveLot(api, { supplierLot: `PKT-9928${bag}` }))
    const itemId = bags[0]?.itemId ?? 0
    const { binId } = await api.bins.save({ requestId: newId(), name: 'Sugar bin', itemId })
    const { lotId } = await api.bins.pour({
      requestId: newId(),
      binId,
      day: '2026-03-03',
      lines: bags.map((bag) => ({ lotId: bag.lotId })),
    })
    const syrup = await addProduct(api)
    for (let batch = 0; batch < 2; batch += 1)
      await makeBatch(api, syrup, { uses: [{ itemId, lotId, quantity: '1 lb' }] })
    const all = await api.recall.scope({ itemId, supplierLot: 'PKT-99280 to PKT-99289' })
    expect(all.affected.map(({ because }) => [because.length, because.at(-1)])).toEqual([
      [9, 'And 2 more of the lots behind it.'],
      [9, 'And 2 more of the lots behind it.'],
    ])
    expect(bags.every((bag) => all.lots.some((lot) => lot.lotId === bag.lotId && lot.verdict === 'affected'))).toBe(
      true,
    )
    const nearly = await api.recall.scope({ itemId, supplierLot: 'PKT-9928S' })
    expect(nearly.cannotTell.map(({ because }) => because.at(-1))).toEqual([
      expect.stringMatching(/Recording it decides 20 jars\.$/),
      expect.stringMatching(/Recording it decides 20 jars\.$/),
    ])
  })

  test('by bin: what took from it, also in what that went into, and what the bin still holds', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api)
    const { binId } = await api.bins.save({ requestId: newId(), name: 'Sugar bin', itemId })
    const day = '2026-03-04'
    const { lotId: inBin } = await api.bins.pour({
      requestId: newId(),
      binId,
      day,
      lines: [{ lotId, quantity: '4 lb' }],
    })
    const syrup = await addProduct(api)
    const cake = await addProduct(api, {
      name: 'Cake',
      code: 'CA',
      lines: [{ ingredient: 'Syrup', quantity: '1 jar' }],
    })
    const taken = await makeBatch(api, syrup, { uses: [{ itemId, lotId: inBin, quantity: '1 lb' }] })
    await makeBatch(api, syrup, { uses: [{ itemId, lotId, quantity: '1 lb' }] })
    await makeBatch(api, syrup, { uses: [{ itemId, lotId: null, quantity: '1 lb' }] })
    await makeBatch(api, cake, { made: 2, uses: [{ itemId: syrup, lotId: taken.lotId, quantity: '1 jar' }] })
    const scope = await api.recall.scope({ binId })
    expect(columns(scope)).toEqual({
      affected: [
        ['SY-20260304-A', 'It fits by its bin: Sugar bin.'],
        ['CA-20260304-A', 'It fits by its bin: Sugar bin, through what it was made with.'],
      ],
      notAffected: [['SY-20260304-B', 'took nothing from Sugar bin']],
      cannotTell: [
        [
          'SY-20260304-C',
          'Which lot was used was never recorded: it may have come from Sugar bin. Recording it decides 10 jars.',
        ],
      ],
    })
    expect(scope.lots.map((lot) => [lot.lotId, lot.onHand.text, lot.because])).toEqual([
      [inBin, '3 lb', 'matches by bin'],
    ])
  })

  test('by allergen: contained, by a kettle not cleaned since, and not where it was cleaned', async () => {
    const { api } = kitchen
    const butter = await receiveLot(api, { ingredient: 'Butter' })
    const sugar = await receiveLot(api)
    await api.facts.save({ requestId: newId(), itemId: sugar.itemId, contains: [] })
    await api.facts.save({ requestId: newId(), itemId: butter.itemId, contains: ['milk'] })
    const toffee = await addProduct(api, {
      name: 'Toffee',
      code: 'TO',
      lines: [{ ingredient: 'Butter', quantity: '1 oz' }],
    })
    const syrup = await addProduct(api)
    const pot = await kettle('Copper pot')
    const with_ = { equipmentIds: [pot] }
    await makeBatch(api, toffee, { ...with_, madeOn: '2026-03-02' })
    await makeBatch(api, syrup, { ...with_, madeOn: '2026-03-03' })
    await makeBatch(api, syrup, { madeOn: '2026-03-04' })
    await api.crew.clean({ requestId: newId(), equipmentId: pot, day: '2026-03-05', method: 'washed' })
    await makeBatch(api, syrup, { ...with_, madeOn: '2026-03-06' })
    const scope = await api.recall.scope({ allergen: 'milk', madeFrom: '2026-03-01' })
    expect(columns(scope)).toEqual({
      affected: [
        ['TO-20260302-A', 'It fits by the day it was made, and by its allergens: its list of ingredients has Milk.'],
        [
          'SY-20260303-A',
          'It fits by the day it was made, and by shared equipment: Copper pot was used for TO-20260302-A, which contains Milk, and no cleaning of it was recorded between.',
        ],
      ],
      notAffected: [['SY-20260306-A', 'contains no Milk, and was made with nothing that was not cleaned after it']],
      cannotTell: [
        [
          'SY-20260304-A',
          'TO-20260302-A, made before it, contains Milk, and nobody recorded what one of the two was made with. Recording it decides 10 jars.',
        ],
      ],
    })
  })

  test('by an allergen that the label did not say, once somebody has read the bag', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api, { ingredient: 'Cocoa' })
    await api.facts.save({ requestId: newId(), itemId, contains: [] })
    const bar = await addProduct(api, { name: 'Bar', code: 'BA', lines: [{ ingredient: 'Cocoa', quantity: '1 lb' }] })
    await makeBatch(api, bar)
    expect((await api.recall.scope({ allergen: 'nut' })).affected).toEqual([])
    await api.facts.save({ requestId: newId(), itemId, contains: ['nut:almond'] })
    const scope = await api.recall.scope({ allergen: 'nut' })
    expect(columns(scope).affected).toEqual([
      ['BA-20260304-A', 'It fits by its allergens: Cocoa contains any tree nut, which its label did not say.'],
    ])
    expect(scope.remarks).toEqual([expect.stringContaining('No equipment is in the record')])
  })

  test('refuses what is not in the record', async () => {
    const { api } = kitchen
    expect(await refusal(api.recall.scope({ personId: 9 }))).toMatchObject({ code: 'not_found' })
    expect(await refusal(api.recall.scope({ equipmentId: 9 }))).toMatchObject({ code: 'not_found' })
    expect(await refusal(api.recall.scope({ binId: 9 }))).toMatchObject({ code: 'not_found' })
    expect(Object.keys((await refusal(api.recall.scope({ allergen: 'celery' }))).fields ?? {})).toEqual(['allergen'])
  })
})
