import fc from 'fast-check'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lotKey } from '../../shared/domain/lotNumber.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

const settings = { requestId: '', zone: 'America/New_York', name: '', address: '', phone: '', email: '' }

async function choose(kitchen: TestKitchen, lotPattern: string) {
  await kitchen.api.kitchen.save({ ...settings, requestId: newId(), lotFormat: 'custom', lotPattern })
}

test('a pattern of one’s own is chosen after a look at the next numbers of the real products', async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  await receiveLot(api)
  const productId = await addProduct(api)
  const ask = async (lotPattern: string) => await api.kitchen.numbers({ lotFormat: 'custom', lotPattern })
  expect(await ask('{CODE}{YY}{DDD}-{A}')).toMatchObject({
    problem: null,
    products: [{ product: 'Syrup', numbers: ['SY26087-A', 'SY26087-B', 'SY26087-C'], unit: 'SY26087-A-001' }],
    warnings: [],
  })
  expect((await ask('{CODE}')).problem).toContain('Add {A}')
  await choose(kitchen, '{CODE}{YY}{DDD}-{A}')
  expect((await makeBatch(api, productId)).lotNumber).toBe('SY26063-A')
  expect((await makeBatch(api, productId, { lotNumber: 'sy26063-y' })).lotNumber).toBe('SY26063-Y')
  const later = []
  for (let count = 0; count < 3; count += 1) later.push((await makeBatch(api, productId, { uses: [] })).lotNumber)
  expect(later).toEqual(['SY26063-Z', 'SY26063-AA', 'SY26063-AB'])
  await kitchen.close()
})

test('a pattern that does not read, or is too long for a product, is refused', async () => {
  const kitchen = await openKitchen()
  await addProduct(kitchen.api, { code: 'SYRUPS' })
  expect((await refusal(choose(kitchen, '{CODE}-{YYYY}'))).fields?.['lotPattern']).toContain('Add {A}')
  expect((await refusal(choose(kitchen, ''))).fields?.['lotPattern']).toContain('Add {A}')
  expect((await refusal(choose(kitchen, '{CODE}-{YYYY}-{MM}-{DD}X-{A}'))).fields?.['lotPattern']).toContain(
    'Syrup (SYRUPS)',
  )
  await kitchen.close()
})

test('a number that differs from an issued one by its hyphens only is passed over', async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  const productId = await addProduct(api)
  await api.kitchen.save({ ...settings, requestId: newId(), lotFormat: 'sequential' })
  await makeBatch(api, productId, { lotNumber: 'SY0001', uses: [] })
  expect((await makeBatch(api, productId, { uses: [] })).lotNumber).toBe('SY-0002')
  await kitchen.close()
})

/*
 * Anything that gives numbers out or takes their batches back, in any order, on real files: no number comes twice, not
 * even from a backup that does not know it.
 */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('make'), product: fc.nat(2), day: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('type'),
      product: fc.nat(2),
      number: fc.constantFrom('A', 'C', 'Z', '0003', '7'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('start'), product: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('stop', 'finish', 'undo', 'throw a draft away') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('void', 'back up', 'restore', 'restart', 'refused') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('format'), format: fc.nat(3) }) },
)
type Step = typeof step extends fc.Arbitrary<infer A> ? A : never

test(
  'no number is given out twice, whatever is typed, started, stopped, thrown away, voided, undone, refused or restored',
  { timeout: 120_000 },
  async () => {
    let given = 0
    let begun = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22 }), async (steps) => {
        const kitchen = await openKitchen()
        const numbers: string[] = []
        try {
          const products: number[] = []
          for (const [at, code] of ['SY', 'S', 'S0'].entries())
            products.push(await addProduct(kitchen.api, { name: `Product ${at}`, code }))
          for (const each of steps) {
            const number = await attempt(kitchen, products, each)
            if (number !== undefined) numbers.push(number)
            if (number !== undefined && each.do === 'start') begun += 1
            await expectApart(kitchen)
          }
          given += numbers.length
          expect(new Set(numbers.map(lotKey)).size).toBe(numbers.length)
          expect((await kitchen.api.history.verify({})).problems).toEqual([])
        } finally {
          await kitchen.close()
        }
      }),
      { numRuns: 20 },
    )
    expect(given).toBeGreaterThan(40)
    expect(begun).toBeGreaterThan(10)
  },
)

/** Batches that were made, void ones too, and those in progress have a number each. */
async function expectApart({ api }: TestKitchen): Promise<void> {
  const made = (await api.batches.list({ limit: 200 })).rows.map(({ lotNumber }) => lotNumber)
  const all = [...made, ...(await api.live.list({})).map(({ lotNumber }) => lotNumber)].map(lotKey)
  expect(new Set(all).size).toBe(all.length)
}

const formats = ['date', 'sequential', 'hybrid'] as const

/** @returns the number that the step gave out, if any */
async function attempt(kitchen: TestKitchen, products: readonly number[], what: Step): Promise<string | undefined> {
  const { api } = kitchen
  switch (what.do) {
    case 'make':
      return (await makeBatch(api, products[what.product] ?? 0, { madeOn: `2026-03-0${what.day + 3}`, uses: [] }))
        .lotNumber
    case 'type': {
      const productId = products[what.product] ?? 0
      const { lotNumber } = await api.batches.propose({ productId, madeOn: '2026-03-04' })
      const typed = lotNumber.replace(/[A-Z]*$|\d+$/, what.number)
      try {
        return (await makeBatch(api, productId, { lotNumber: typed, uses: [] })).lotNumber
      } catch {
        return undefined
      }
    }
    case 'start':
      return (await api.live.start({ requestId: newId(), productId: products[what.product] ?? 0 })).lotNumber
    case 'stop': {
      const [live] = await api.live.list({})
      if (live) await api.live.stop({ requestId: newId(), liveId: live.id, reason: 'undone' })
      return undefined
    }
    case 'finish': {
      const [live] = await api.live.list({})
      if (!live) return undefined
      const saved = await makeBatch(api, live.productId, { liveId: live.id, madeOn: live.startedOn, uses: [] })
      // It keeps the number that it was started with.
      expect(saved.lotNumber).toBe(live.lotNumber)
      return undefined
    }
    case 'undo': {
      const undo = (await api.history.last({}))?.undo
      if (undo?.op === 'batches.void')
        await api.batches.void({ requestId: newId(), batchId: undo.id, reason: 'undone' })
      if (undo?.op === 'live.stop') await api.live.stop({ requestId: newId(), liveId: undo.id, reason: 'undone' })
      return undefined
    }
    case 'throw a draft away': {
      const draft = { draftId: newId(), productId: products[0] ?? 0, version: 1, content: '{}' }
      await api.drafts.keep({ requestId: newId(), ...draft })
      await api.drafts.discard({ requestId: newId(), draftId: draft.draftId })
      return undefined
    }
    case 'refused': {
      await refusal(makeBatch(api, products[0] ?? 0, { discarded: 3, uses: [] }))
      return undefined
    }
    case 'void': {
      const [batch] = (await api.batches.list({})).rows.filter(({ state }) => state !== 'void')
      if (batch) await api.batches.void({ requestId: newId(), batchId: batch.id, reason: 'undone' })
      return undefined
    }
    case 'back up':
      await api.backups.make({ requestId: newId() })
      return undefined
    case 'restore': {
      const oldest = (await api.backups.list({})).backups.at(-1)
      if (oldest) await api.backups.restore({ requestId: newId(), name: oldest.name })
      return undefined
    }
    case 'restart':
      await kitchen.restart()
      return undefined
    case 'format':
      if (what.format === 3) await choose(kitchen, '{CODE}{DD}{0}')
      else
        await api.kitchen.save({
          ...settings,
          requestId: newId(),
          lotFormat: formats[what.format] ?? 'date',
          lotPattern: '',
        })
      return undefined
  }
}

test('a typed number that could be read as a jar of another lot is refused, and the other way round', async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  const productId = await addProduct(api)
  const type = async (lotNumber: string) => await makeBatch(api, productId, { lotNumber, uses: [] })
  await type('SY-0042')
  await type('AB-7001')
  for (const [typed, like] of [
    ['SY-0042-001', 'SY-0042'],
    ['sy0042123456', 'SY-0042'],
    ['AB-7', 'AB-7001'],
  ]) {
    const { fields } = await refusal(type(typed?.toUpperCase() ?? ''))
    expect(fields?.['lotNumber']).toMatch(new RegExp(`could be read as a jar of ${like}, or the other way round`))
  }
  for (const typed of ['SY-0042-01', 'SY-0042-A', 'AB-70', 'SY-00421'])
    expect((await type(typed)).lotNumber).toBe(typed)
  await kitchen.close()
})

test('a typed number of which the next one would read like a jar is refused', async () => {
  const kitchen = await openKitchen()
  await kitchen.api.kitchen.save({ ...settings, requestId: newId(), lotFormat: 'sequential', lotPattern: '' })
  const productId = await addProduct(kitchen.api)
  const { message } = await refusal(makeBatch(kitchen.api, productId, { lotNumber: 'SY', uses: [] }))
  expect(message).toMatch(/^Lot number SY could be read as a jar of SY-0001/)
  await kitchen.close()
})

test('no number is proposed that could be read as a jar of another lot', async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  await choose(kitchen, '{CODE}{0}')
  const productId = await addProduct(api)
  await makeBatch(api, productId, { lotNumber: 'SY3', uses: [] })
  await makeBatch(api, productId, { lotNumber: 'SY2999', uses: [] })
  // SY3000 to SY3999 would be jars 000 to 999 of SY3.
  const { lotNumber } = await api.batches.propose({ productId, madeOn: '2026-03-04' })
  expect(lotNumber).toBe('SY4000')
  const preview = await api.kitchen.numbers({ lotFormat: 'custom', lotPattern: '{CODE}{0}' })
  expect(preview.products[0]?.numbers).toEqual(['SY4000', 'SY4001', 'SY4002'])
  expect((await makeBatch(api, productId, { lotNumber, uses: [] })).lotNumber).toBe('SY4000')
  await kitchen.close()
})

test('where every number of a pattern could be read as a jar, the proposed one is taken all the same', async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  await choose(kitchen, '{CODE}{0}')
  const productId = await addProduct(api)
  for (const lotNumber of ['SY1', 'SY2', 'SY3', 'SY999']) await makeBatch(api, productId, { lotNumber, uses: [] })
  const { lotNumber } = await api.batches.propose({ productId, madeOn: '2026-03-04' })
  expect(lotNumber).toBe('SY1000')
  expect((await makeBatch(api, productId, { lotNumber, uses: [] })).lotNumber).toBe('SY1000')
  await kitchen.close()
})

test('a number that only the list beside the record knows is not given out, also after the record is put back by hand', async () => {
  const kitchen = await openKitchen()
  await addProduct(kitchen.api)
  const record = path.join(kitchen.dataDir, 'traceberry.db')
  await kitchen.restart(async () => await copyFile(record, `${record}.older`))
  const first = await makeBatch(kitchen.api, 1, { uses: [] })
  await kitchen.restart(async () => {
    for (const end of ['-wal', '-shm']) await rm(`${record}${end}`, { force: true })
    await copyFile(`${record}.older`, record)
  })
  const second = await makeBatch(kitchen.api, 1, { uses: [] })
  expect([first.lotNumber, second.lotNumber]).toEqual(['SY-20260304-A', 'SY-20260304-B'])
  await kitchen.close()
})

test('the list beside the record is made whole when the record is opened', async () => {
  const kitchen = await openKitchen()
  await receiveLot(kitchen.api)
  const productId = await addProduct(kitchen.api)
  const numbers: string[] = []
  for (let count = 0; count < 3; count += 1) numbers.push((await makeBatch(kitchen.api, productId)).lotNumber)
  const list = path.join(kitchen.dataDir, 'issued-lot-numbers.txt')
  const listed = async () => (await readFile(list, 'utf8')).trim().split('\n').toSorted()
  expect(await listed()).toEqual(numbers)

  await kitchen.restart(async () => await writeFile(list, `${numbers[1] ?? ''}\n`))
  expect(await listed()).toEqual(numbers)
  await kitchen.restart(async () => await rm(list))
  expect(await listed()).toEqual(numbers)
  await kitchen.restart()
  expect(await listed()).toEqual(numbers)
  await kitchen.close()
})
