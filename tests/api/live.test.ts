import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyWay, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { tinyJpeg } from '../support/jpeg.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
let productId: number
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

function photo(comment = 'x'): string {
  return Buffer.from(tinyJpeg(800, 600, comment)).toString('base64')
}

describe.each(everyWay)('a batch in progress, %s', (way) => {
  beforeEach(async () => {
    kitchen = await openKitchen({ way })
    await receiveLot(kitchen.api, { quantity: '100 lb', receivedOn: '2026-01-02' })
    productId = await addProduct(kitchen.api)
  })

  async function start(id = productId) {
    return await kitchen.api.live.start({ requestId: newId(), productId: id })
  }

  test('has its number at once, in the issued list too, and no other batch gets it', async () => {
    const { api } = kitchen
    const first = await start()
    const second = await start()
    expect(first.lotNumber).toMatch(/^SY-\d{8}-A$/)
    expect(second.lotNumber).toMatch(/-B$/)
    expect(await readFile(path.join(kitchen.dataDir, 'issued-lot-numbers.txt'), 'utf8')).toContain(first.lotNumber)
    expect((await api.live.list({})).map(({ lotNumber }) => lotNumber)).toEqual([second.lotNumber, first.lotNumber])
    const { startedOn } = await api.live.get({ liveId: first.liveId })
    expect((await api.batches.propose({ productId, madeOn: startedOn })).lotNumber).toMatch(/-C$/)
    await kitchen.restart()
    expect(await kitchen.api.live.list({})).toHaveLength(2)
  })

  test('becomes a batch with its number and what was noted', async () => {
    const { api } = kitchen
    const { liveId, lotNumber } = await start()
    const of = { kind: 'live', id: liveId } as const
    await api.journal.addReading({ requestId: newId(), of, name: 'pH', thousandths: 3200, unit: '' })
    await api.journal.addNote({ requestId: newId(), of, text: 'new kettle' })
    expect(await api.live.list({})).toMatchObject([{ entries: 2 }])
    const madeOn = (await api.live.get({ liveId })).startedOn
    const made = await makeBatch(api, productId, { madeOn, liveId })
    expect(made.lotNumber).toBe(lotNumber)
    expect(await api.live.list({})).toEqual([])
    expect(await api.live.get({ liveId })).toMatchObject({ batchId: made.batchId, stopReason: null })
    const saved = { kind: 'batch', id: made.batchId } as const
    await api.journal.addReading({ requestId: newId(), of: saved, name: 'pH', thousandths: 3300, unit: '' })
    expect(
      (await api.journal.list({ of: saved })).map(({ name, thousandths, text }) => [name, thousandths, text]),
    ).toEqual([
      ['pH', 3200, ''],
      ['', null, 'new kettle'],
      ['pH', 3300, ''],
    ])
    const again = await refusal(makeBatch(api, productId, { madeOn, liveId }))
    expect(again).toMatchObject({ code: 'conflict', message: expect.stringContaining('was saved meanwhile') })
    expect((await refusal(api.journal.addNote({ requestId: newId(), of, text: 'late' }))).message).toContain(
      'was saved meanwhile',
    )
  })

  test('that fails keeps its ingredients out of stock', async () => {
    const { api } = kitchen
    const { liveId } = await start()
    const madeOn = (await api.live.get({ liveId })).startedOn
    const { batchId } = await makeBatch(api, productId, {
      madeOn,
      liveId,
      made: 10,
      discarded: 10,
      discardReason: 'overcooked',
    })
    expect(await api.batches.get({ batchId })).toMatchObject({ state: 'failed', onHand: 0 })
    expect((await api.pantry.lots({})).rows[0]?.onHand.text).toBe('99 lb')
  })

  test('that was not made after all is stopped with a reason, and its number stays used', async () => {
    const { api } = kitchen
    const { liveId, lotNumber } = await start()
    await api.live.stop({ requestId: newId(), liveId, reason: 'power cut' })
    expect(await api.live.list({})).toEqual([])
    expect(await api.live.get({ liveId })).toMatchObject({ batchId: null, stopReason: 'power cut' })
    expect((await start()).lotNumber).not.toBe(lotNumber)
    expect((await refusal(api.live.stop({ requestId: newId(), liveId, reason: 'x' }))).message).toContain('was stopped')
  })

  test('is finished only as what was started', async () => {
    const { api } = kitchen
    const { liveId } = await start()
    const madeOn = (await api.live.get({ liveId })).startedOn
    const other = await addProduct(api, { name: 'Jam', code: 'SJ' })
    expect((await refusal(makeBatch(api, other, { madeOn, liveId }))).fields).toHaveProperty('productId')
    expect((await refusal(makeBatch(api, productId, { madeOn, liveId, lotNumber: 'SY-1' }))).fields).toHaveProperty(
      'lotNumber',
    )
    expect((await refusal(api.live.get({ liveId: 99 }))).code).toBe('not_found')
  })

  test('keeps a photo once, and refuses what is none', async () => {
    const { api } = kitchen
    const { liveId } = await start()
    const of = { kind: 'live', id: liveId } as const
    await api.journal.addPhoto({ requestId: newId(), of, jpegBase64: photo(), text: 'the pot' })
    await api.journal.addPhoto({ requestId: newId(), of, jpegBase64: photo() })
    await api.journal.addPhoto({ requestId: newId(), of, jpegBase64: photo('other') })
    const entries = await api.journal.list({ of })
    expect(entries.map(({ attachmentId }) => attachmentId)).toEqual([1, 1, 2])
    expect(await api.journal.photo({ attachmentId: 1 })).toEqual({ mediaType: 'image/jpeg', base64: photo() })
    for (const jpegBase64 of [
      Buffer.from('<svg onload=alert(1)>').toString('base64'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString('base64'),
      Buffer.concat([tinyJpeg(8, 8), Buffer.alloc(1_500_001), Buffer.from([0xff, 0xd9])]).toString('base64'),
      'not base64!',
    ])
      expect((await refusal(api.journal.addPhoto({ requestId: newId(), of, jpegBase64 }))).fields).toHaveProperty(
        'jpegBase64',
      )
    // The history holds the hash, not the picture.
    const [row] = (await api.history.list({ limit: 1 })).rows
    expect(JSON.stringify(row)).not.toContain(photo('other').slice(0, 40))
  })

  test('takes an entry back once, with a reason', async () => {
    const { api } = kitchen
    const { liveId } = await start()
    const of = { kind: 'live', id: liveId } as const
    const { entryId } = await api.journal.addReading({
      requestId: newId(),
      of,
      name: 'pH',
      thousandths: 33_000,
      unit: '',
    })
    await api.journal.takeBack({ requestId: newId(), entryId, reason: 'typed wrong' })
    expect(await api.journal.list({ of })).toEqual([])
    expect((await refusal(api.journal.takeBack({ requestId: newId(), entryId, reason: 'x' }))).code).toBe('conflict')
    const future = await refusal(
      api.journal.addNote({ requestId: newId(), of, text: 'x', at: '2999-01-01T00:00:00.000Z' }),
    )
    expect(future.fields).toHaveProperty('at')
  })
})

describe.each(everyWay)('a draft, %s', (way) => {
  beforeEach(async () => {
    kitchen = await openKitchen({ way })
    await receiveLot(kitchen.api)
    productId = await addProduct(kitchen.api)
  })

  async function keep(draftId: string, version: number, content: string) {
    return await kitchen.api.drafts.keep({ requestId: newId(), draftId, productId, version, content })
  }

  test('holds what was kept last, whatever comes late, also after a restart', async () => {
    const draftId = newId()
    await keep(draftId, 1, 'one')
    await keep(draftId, 3, 'three')
    await keep(draftId, 2, 'two')
    await kitchen.restart()
    expect(await kitchen.api.drafts.get({ draftId })).toMatchObject({ content: 'three', version: 3, product: 'Syrup' })
    expect(await kitchen.api.drafts.list({})).toHaveLength(1)
  })

  test('writes no history', async () => {
    const before = (await kitchen.api.history.list({})).rows.length
    await keep(newId(), 1, 'one')
    expect((await kitchen.api.history.list({})).rows).toHaveLength(before)
  })

  test('goes when the batch is saved, and a keeping on its way then does not bring it back', async () => {
    const { api } = kitchen
    const draftId = newId()
    await keep(draftId, 1, 'one')
    await makeBatch(api, productId, { draftId })
    await keep(draftId, 2, 'late')
    expect(await api.drafts.list({})).toEqual([])
    await api.drafts.restore({ requestId: newId(), draftId })
    expect(await api.drafts.get({ draftId })).toMatchObject({ content: 'one' })
  })

  test('whose first keeping comes after the save stays closed, and is had back with what it brought', async () => {
    const { api } = kitchen
    const draftId = newId()
    await makeBatch(api, productId, { draftId })
    expect((await refusal(api.drafts.restore({ requestId: newId(), draftId }))).code).toBe('not_found')
    await keep(draftId, 1, 'late')
    expect(await api.drafts.list({})).toEqual([])
    await keep(draftId, 2, 'later')
    await api.drafts.restore({ requestId: newId(), draftId })
    expect(await api.drafts.get({ draftId })).toMatchObject({ content: 'late', version: 1 })
  })

  test('is thrown away and had back', async () => {
    const { api } = kitchen
    const draftId = newId()
    await keep(draftId, 1, 'one')
    await keep(newId(), 1, 'other')
    await api.drafts.discard({ requestId: newId(), draftId })
    expect((await refusal(api.drafts.get({ draftId }))).code).toBe('not_found')
    expect(await api.drafts.list({})).toHaveLength(1)
    await api.drafts.restore({ requestId: newId(), draftId })
    expect(await api.drafts.list({})).toHaveLength(2)
    expect((await refusal(api.drafts.discard({ requestId: newId(), draftId: newId() }))).code).toBe('not_found')
  })
})
