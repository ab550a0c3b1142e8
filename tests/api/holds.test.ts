import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function holdAll(what: { supplierId?: number; itemId?: number }, reason = 'recalled') {
  return await kitchen.api.pantry.holdAll({ requestId: newId(), ...what, reason })
}

async function isHeld(lotId: number): Promise<boolean> {
  return (await kitchen.api.pantry.lot({ lotId })).lot.held
}

describe('a hold on everything from a supplier', () => {
  test('stops what is in stock and what comes in, however it comes, until it is ended', async () => {
    const { api } = kitchen
    const first = await receiveLot(api, { supplier: 'Mill A' })
    const other = await receiveLot(api, { supplier: 'Mill B' })
    const supplierId = (await api.directory.suppliers({})).find(({ name }) => name === 'Mill A')?.id ?? 0
    const { ruleId, lots } = await holdAll({ supplierId })
    expect(lots).toBe(1)
    expect([await isHeld(first.lotId), await isHeld(other.lotId)]).toEqual([true, false])
    const later = await receiveLot(api, { supplier: 'Mill A' })
    expect(await isHeld(later.lotId)).toBe(true)
    const opened = await api.pantry.opening({
      requestId: newId(),
      lines: [{ ingredient: 'Sugar', quantity: '1 lb', supplier: 'mill a' }],
    })
    expect(await isHeld(opened.lots[0]?.lotId ?? 0)).toBe(true)
    const productId = await addProduct(api)
    const delivery = { supplier: 'Mill A', quantity: '5 lb' }
    const uses = [{ itemId: first.itemId, lotId: null, quantity: '1 lb', delivery }]
    expect(await refusal(makeBatch(api, productId, { uses }))).toMatchObject({ code: 'rule_violation' })
    const facts = { supplier: 'Mill A', receivedOn: '2026-02-15', bestBy: '', supplierLot: '' }
    await api.pantry.correctLot({ requestId: newId(), lotId: other.lotId, ...facts, reason: 'misread' })
    expect(await isHeld(other.lotId)).toBe(true)
    expect(await api.pantry.holdRules({})).toMatchObject([{ what: 'Everything from Mill A', lots: 4 }])
    await api.pantry.releaseAll({ requestId: newId(), ruleId, reason: 'cleared' })
    expect([await isHeld(first.lotId), await isHeld(later.lotId), await isHeld(other.lotId)]).toEqual([
      false,
      false,
      false,
    ])
    expect(await api.pantry.holdRules({})).toEqual([])
  })

  test('of one ingredient leaves the others, and a lot held by itself stays held when it ends', async () => {
    const { api } = kitchen
    const sugar = await receiveLot(api, { supplier: 'Mill A' })
    const own = await receiveLot(api, { supplier: 'Mill A' })
    const flour = await receiveLot(api, { supplier: 'Mill A', ingredient: 'Flour' })
    await api.pantry.hold({ requestId: newId(), lotId: own.lotId, reason: 'torn' })
    const { ruleId } = await holdAll({ supplierId: 1, itemId: sugar.itemId })
    expect([await isHeld(sugar.lotId), await isHeld(flour.lotId)]).toEqual([true, false])
    await api.pantry.releaseAll({ requestId: newId(), ruleId, reason: 'cleared' })
    expect([await isHeld(sugar.lotId), await isHeld(own.lotId)]).toEqual([false, true])
  })

  test('and one of an ingredient: ending one keeps what the other is about', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { supplier: 'Mill A' })
    const bySupplier = await holdAll({ supplierId: 1 })
    await holdAll({ itemId }, 'allergen')
    await api.pantry.releaseAll({ requestId: newId(), ruleId: bySupplier.ruleId, reason: 'cleared' })
    expect(await isHeld(lotId)).toBe(true)
    expect(await api.pantry.holdRules({})).toMatchObject([{ what: 'All Sugar', reason: 'allergen', lots: 1 }])
  })

  test('reaches what a bin holds of it, also of bags that are used up', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { supplier: 'Mill A' })
    const { binId } = await api.bins.save({ requestId: newId(), name: 'Bin', itemId })
    await api.bins.pour({ requestId: newId(), binId, day: '2026-03-04', lines: [{ lotId }] })
    expect((await holdAll({ supplierId: 1 })).lots).toBe(1)
    expect((await api.bins.get({ binId })).content?.held).toBe(true)
  })

  test('is asked for once, and needs to say of what', async () => {
    await receiveLot(kitchen.api, { supplier: 'Mill A' })
    expect((await refusal(holdAll({}))).message).toBe('Choose a supplier or an ingredient.')
    await holdAll({ supplierId: 1 })
    expect((await refusal(holdAll({ supplierId: 1 }))).message).toBe('All of that is on hold already.')
  })
})
