import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

async function supplierId(name: string): Promise<number> {
  return (await kitchen.api.directory.suppliers({})).find((supplier) => supplier.name === name)?.id ?? 0
}

describe('a recall', () => {
  test('reaches through other batches and shows the chain', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    await makeBatch(api, await addProduct(api))
    const cake = await addProduct(api, {
      name: 'Cake',
      code: 'CK',
      unit: 'cake',
      lines: [{ ingredient: 'Syrup', quantity: '2 jars' }],
    })
    const cakes = await makeBatch(api, cake)
    await sendUnits(api, cakes.lotId, 3)
    const scope = await api.recall.scope({ itemId, supplierId: await supplierId('Costco Main St') })
    expect(scope.affected.map(({ lotNumber, because }) => [lotNumber, ...because])).toEqual([
      ['SY-20260304-A', 'Sugar from Costco Main St, Feb 15, 2026: matches by supplier'],
      ['CK-20260304-A', 'Made with SY-20260304-A: Sugar from Costco Main St, Feb 15, 2026: matches by supplier'],
    ])
    expect(scope.totals.affected).toMatchObject({ made: 20, onHand: 15, sent: 3, reworked: 2, unaccounted: 0 })
  })

  test('never counts a batch in two columns: affected goes before cannot tell', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await receiveLot(api)
    const productId = await addProduct(api)
    await makeBatch(api, productId, {
      uses: [
        { itemId, lotId, quantity: '1 lb' },
        { itemId, lotId: null, quantity: '1 lb' },
      ],
    })
    const scope = await api.recall.scope({ itemId })
    expect([scope.affected, scope.cannotTell, scope.notAffected].map((column) => column.length)).toEqual([1, 0, 0])
    expect(scope.rows).toEqual({ assumed: 1, confirmed: 0, unknown: 1 })
  })

  test('cannot tell a batch whose lot nobody recorded, nor one made with it', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    await makeBatch(api, await addProduct(api), { uses: [{ itemId, lotId: null, quantity: '1 lb' }] })
    const cake = await addProduct(api, {
      name: 'Cake',
      code: 'CK',
      unit: 'cake',
      lines: [{ ingredient: 'Syrup', quantity: '2 jars' }],
    })
    await makeBatch(api, cake)
    const scope = await api.recall.scope({
      itemId,
      supplierId: await supplierId('Costco Main St'),
      receivedFrom: '2026-02-01',
    })
    expect(scope.affected).toEqual([])
    expect(scope.cannotTell.map(({ lotNumber, because }) => [lotNumber, ...because])).toEqual([
      ['SY-20260304-A', 'Sugar: which lot was used was never recorded. Recording it decides 20 units.'],
      [
        'CK-20260304-A',
        'Sugar in SY-20260304-A: which lot was used was never recorded. Recording it decides 20 units.',
      ],
    ])
  })

  test('a record mended moves its batch out of “cannot tell”', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await receiveLot(api, { receivedOn: '' })
    await makeBatch(api, await addProduct(api))
    const ask = async () => {
      const scope = await api.recall.scope({ itemId, receivedFrom: '2026-02-28', receivedTo: '2026-03-05' })
      return [scope.affected.length, scope.notAffected.length, scope.cannotTell.length]
    }
    expect(await ask()).toEqual([0, 0, 1])
    const facts = { supplier: 'Costco Main St', bestBy: '', supplierLot: '' }
    await api.pantry.correctLot({ requestId: newId(), lotId, ...facts, receivedOn: '2026-02-28', reason: 'receipt' })
    expect(await ask()).toEqual([1, 0, 0])
    await api.pantry.correctLot({ requestId: newId(), lotId, ...facts, receivedOn: '2026-02-27', reason: 'misread' })
    expect(await ask()).toEqual([0, 1, 0])
  })

  test('counts held, discarded and missing units apart', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    const { lotId, batchId } = await makeBatch(api, await addProduct(api), { made: 20, setAside: 1 })
    await sendUnits(api, lotId, 5)
    await api.batches.discard({ requestId: newId(), batchId, units: 2, reason: 'broken' })
    await api.pantry.count({ requestId: newId(), lotId, found: '11 jars', reason: 'one is gone' })
    await api.pantry.hold({ requestId: newId(), lotId, reason: 'recall' })
    const { affected } = await api.recall.scope({ itemId })
    expect(affected[0]?.units).toEqual({
      made: 20,
      onHand: 0,
      held: 11,
      sent: 5,
      discarded: 2,
      setAside: 1,
      reworked: 0,
      sampled: 0,
      ownUse: 0,
      corrected: -1,
      unaccounted: 1,
    })
  })

  test('leaves out void batches, shipments taken back and trips taken back', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    const productId = await addProduct(api)
    const first = await makeBatch(api, productId)
    const second = await makeBatch(api, productId)
    const { shipmentId } = await sendUnits(api, first.lotId, 5)
    await api.shipping.void({ requestId: newId(), shipmentId, reason: 'test' })
    await api.batches.void({ requestId: newId(), batchId: second.batchId, reason: 'test' })
    const gone = await receiveLot(api, { receivedOn: '2026-02-20' })
    await api.pantry.voidReceipt({ requestId: newId(), receiptId: gone.receiptId, reason: 'test' })
    const scope = await api.recall.scope({ itemId })
    expect(scope.affected.map(({ lotNumber }) => lotNumber)).toEqual(['SY-20260304-A'])
    expect([scope.recipients, scope.lots.length]).toEqual([[], 1])
  })

  test('that matches nothing says so with empty columns', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    const scope = await api.recall.scope({ itemId, receivedFrom: '2026-03-01' })
    expect([scope.affected, scope.cannotTell, scope.lots, scope.recipients]).toEqual([[], [], [], []])
    expect(scope.notice).toBe('Sugar, received Mar 1, 2026 or later')
  })

  test('refuses a window that ends before it begins, and an ingredient or supplier that is not there', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    const backwards = await refusal(api.recall.scope({ itemId, receivedFrom: '2026-03-05', receivedTo: '2026-03-04' }))
    expect(Object.keys(backwards.fields ?? {})).toEqual(['receivedTo'])
    expect(await refusal(api.recall.scope({ itemId: 99 }))).toMatchObject({ code: 'not_found' })
    expect(await refusal(api.recall.scope({ itemId, supplierId: 99 }))).toMatchObject({ code: 'not_found' })
  })
})
