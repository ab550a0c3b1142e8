import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TraceNode } from '../../shared/api/trace.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

async function list(node: TraceNode, direction: 'backward' | 'forward') {
  const { rows } = await kitchen.api.trace.list({ node, direction })
  return rows.map(
    ({ level, label, quantity, seenAbove }) =>
      `${'  '.repeat(level)}${label}: ${quantity}${seenAbove ? ' (see above)' : ''}`,
  )
}

/** Sugar → syrup → (fudge, toffee) → assortment: one lot reached by two ways. */
async function diamond() {
  const { api } = kitchen
  const sugar = await receiveLot(api, { quantity: '10 lb' })
  const syrup = await addProduct(api)
  const fudge = await addProduct(api, {
    name: 'Fudge',
    code: 'FU',
    unit: 'bar',
    lines: [{ ingredient: 'Syrup', quantity: '2 jars' }],
  })
  const toffee = await addProduct(api, {
    name: 'Toffee',
    code: 'TO',
    unit: 'bar',
    lines: [{ ingredient: 'Syrup', quantity: '3 jars' }],
  })
  const box = await addProduct(api, {
    name: 'Assortment',
    code: 'AS',
    unit: 'box',
    lines: [
      { ingredient: 'Fudge', quantity: '4 bars' },
      { ingredient: 'Toffee', quantity: '5 bars' },
    ],
  })
  await makeBatch(api, syrup)
  await makeBatch(api, fudge)
  await makeBatch(api, toffee)
  const boxes = await makeBatch(api, box)
  await sendUnits(api, boxes.lotId, 6)
  return { sugar, boxes }
}

test('a lot reached by two ways is listed under both, and what is below it once', async () => {
  const { boxes } = await diamond()
  expect(await list({ kind: 'batch', id: boxes.batchId }, 'backward')).toEqual([
    'AS-20260304-A Assortment: 10 boxes',
    '  FU-20260304-A Fudge: 4 bars',
    '    SY-20260304-A Syrup: 2 jars',
    '      Sugar: 1 lb',
    '        Costco Main St: 10 lb',
    '  TO-20260304-A Toffee: 5 bars',
    '    SY-20260304-A Syrup: 3 jars (see above)',
  ])
})

test('forward from a lot is every batch, every place and what is left', async () => {
  const { sugar } = await diamond()
  expect(await list({ kind: 'lot', id: sugar.lotId }, 'forward')).toEqual([
    'Sugar: 10 lb',
    '  SY-20260304-A Syrup: 1 lb',
    '    on hand: 5 jars',
    '    FU-20260304-A Fudge: 2 jars',
    '      on hand: 6 bars',
    '      AS-20260304-A Assortment: 4 bars',
    '        Saturday farmers market: 6 boxes',
    '        on hand: 4 boxes',
    '    TO-20260304-A Toffee: 3 jars',
    '      on hand: 5 bars',
    '      AS-20260304-A Assortment: 5 bars (see above)',
    '  Left in the pantry: 9 lb',
  ])
})

test('counts each lot and batch once, whatever the ways, and pages without losing a line', async () => {
  const { boxes } = await diamond()
  const node = { kind: 'batch', id: boxes.batchId } as const
  const whole = await kitchen.api.trace.list({ node, direction: 'backward' })
  expect(whole).toMatchObject({ total: 7, lots: 1, batches: 4 })
  const first = await kitchen.api.trace.list({ node, direction: 'backward', limit: 3 })
  const rest = await kitchen.api.trace.list({ node, direction: 'backward', from: 3, limit: 10_000 })
  expect([...first.rows, ...rest.rows]).toEqual(whole.rows)
})

test('siblings are the other batches that share a lot, below the lot that they share', async () => {
  const { api } = kitchen
  await receiveLot(api, { quantity: '20 lb' })
  const syrup = await addProduct(api)
  const first = await makeBatch(api, syrup)
  const second = await makeBatch(api, syrup, { madeOn: '2026-03-05' })
  const third = await makeBatch(api, syrup, { madeOn: '2026-03-06' })
  await api.batches.void({ requestId: newId(), batchId: third.batchId, reason: 'test' })
  const node = { kind: 'batch', id: first.batchId } as const
  const { rows } = await api.trace.list({ node, direction: 'siblings' })
  expect(rows.map(({ level, label, quantity, node: at }) => [level, label, level === 1 ? quantity : at?.id])).toEqual([
    [0, 'SY-20260304-A Syrup', first.batchId],
    [1, 'Sugar', 'in 1 other batch'],
    [2, 'SY-20260305-A Syrup', second.batchId],
  ])
  const [sugar] = await api.trace.children({ node, direction: 'backward' })
  expect(sugar?.others).toBe(1)
})

test('asking about one gives the same answer after others were asked, in any order; backward and forward agree', async () => {
  const { api } = kitchen
  const { sugar } = await diamond()
  const lot = { kind: 'lot', id: sugar.lotId } as const
  const batches = (await api.batches.list({ limit: 20 })).rows.map(({ id }) => ({ kind: 'batch', id }) as const)
  const reached = async (node: TraceNode, direction: 'backward' | 'forward') =>
    new Set((await api.trace.list({ node, direction })).rows.flatMap((row) => (row.node ? [key(row.node)] : [])))
  const key = ({ kind, id }: TraceNode) => `${kind} ${id}`
  const nodes: TraceNode[] = [lot, ...batches]
  for (const x of nodes)
    for (const y of batches)
      expect([key(x), key(y), (await reached(y, 'backward')).has(key(x))]).toEqual([
        key(x),
        key(y),
        (await reached(x, 'forward')).has(key(y)),
      ])
})

test('opens level by level with the same lines', async () => {
  const { boxes } = await diamond()
  const rows = await kitchen.api.trace.children({ node: { kind: 'batch', id: boxes.batchId }, direction: 'backward' })
  expect(rows.map(({ label, opens }) => [label, opens])).toEqual([
    ['FU-20260304-A Fudge', true],
    ['TO-20260304-A Toffee', true],
  ])
})

test('a void batch is in no trace', async () => {
  const { api } = kitchen
  const { lotId } = await receiveLot(api)
  const { batchId } = await makeBatch(api, await addProduct(api))
  await api.batches.void({ requestId: newId(), batchId, reason: 'test' })
  expect(await list({ kind: 'lot', id: lotId }, 'forward')).toEqual(['Sugar: 10 lb', '  Left in the pantry: 10 lb'])
})

test('an unknown lot is a line of its own', async () => {
  const { api } = kitchen
  const { itemId } = await receiveLot(api)
  const { batchId } = await makeBatch(api, await addProduct(api), { uses: [{ itemId, lotId: null, quantity: '1 lb' }] })
  const rows = await api.trace.children({ node: { kind: 'batch', id: batchId }, direction: 'backward' })
  expect(rows).toMatchObject([
    { what: 'unknown lot', label: 'Sugar', detail: 'lot not recorded', basis: 'unknown', node: null },
  ])
})

test('a chain of fifty batches is traced to its end, both ways', async () => {
  const { api } = kitchen
  const { lotId } = await receiveLot(api, { ingredient: 'Starter', quantity: '10 each' })
  let productId = await addProduct(api, {
    name: 'Link 0',
    code: 'L0',
    unit: 'jar',
    expectedYield: 2,
    lines: [{ ingredient: 'Starter', quantity: '1 each' }],
  })
  let last = await makeBatch(api, productId)
  for (let link = 1; link < 50; link += 1) {
    const lines = [{ ingredient: `Link ${link - 1}`, quantity: '1 jar' }]
    productId = await addProduct(api, { name: `Link ${link}`, code: `L${link}`, unit: 'jar', expectedYield: 2, lines })
    last = await makeBatch(api, productId)
  }
  const back = await api.trace.list({ node: { kind: 'batch', id: last.batchId }, direction: 'backward' })
  expect(back).toMatchObject({ batches: 50, lots: 1 })
  const ahead = await api.trace.list({ node: { kind: 'lot', id: lotId }, direction: 'forward' })
  expect(ahead.batches).toBe(50)
  expect(ahead.rows.some(({ node }) => node?.kind === 'batch' && node.id === last.batchId)).toBe(true)
})

test.each([
  ['sj0304', []],
  ['SY-20260304', ['SY-20260304-A Syrup']],
  ['sy 20260304 a', ['SY-20260304-A Syrup']],
  ['pkt-99', ['Pectin']],
  ['syr', ['SY-20260304-A Syrup', 'Syrup']],
  ['costco', ['Costco Main St']],
  ['market', ['Saturday farmers market', 'Saturday farmers market']],
  ['costco sug', ['Sugar']],
  ['  ', []],
  ['%', []],
  ["'; DROP TABLE lot; --", []],
])('“%s” finds %j', async (text, labels) => {
  const { api } = kitchen
  await receiveLot(api, { ingredient: 'Pectin', quantity: '1 lb', supplierLot: 'PKT-99281' })
  await receiveLot(api)
  const { lotId } = await makeBatch(api, await addProduct(api))
  await sendUnits(api, lotId, 1)
  expect((await api.trace.find({ text })).map(({ label }) => label)).toEqual(labels)
})

test('what is not there is not found', async () => {
  expect(await refusal(kitchen.api.trace.open({ node: { kind: 'batch', id: 99 } }))).toMatchObject({
    code: 'not_found',
  })
})

test('what was taken back, and what a bin holds of it, is not among the lots of an ingredient or the deliveries of a place', async () => {
  const { api } = kitchen
  const bag = await receiveLot(api)
  const mistake = await receiveLot(api, { quantity: '3 lb' })
  const { binId } = await api.bins.save({ requestId: newId(), name: 'Sugar bin', itemId: bag.itemId })
  await api.bins.pour({ requestId: newId(), binId, day: '2026-03-01', lines: [{ lotId: bag.lotId, quantity: '1 lb' }] })
  await api.pantry.voidReceipt({ requestId: newId(), receiptId: mistake.receiptId, reason: 'Typed twice' })
  const forward = await api.trace.children({ node: { kind: 'item', id: bag.itemId }, direction: 'forward' })
  expect(forward.map(({ node }) => node)).toEqual([{ kind: 'lot', id: bag.lotId }])
  const syrup = await makeBatch(api, await addProduct(api))
  const { shipmentId } = await sendUnits(api, syrup.lotId, 2, { place: 'Co-op' })
  const order = await api.shipping.send({ requestId: newId(), place: 'Co-op', sentOn: '2026-03-07', reference: 'order 1847', lines: [{ lotId: syrup.lotId, units: 1, serials: '' }] }) // prettier-ignore
  await api.shipping.void({ requestId: newId(), shipmentId: order.shipmentId, reason: 'Not sent' })
  const found = await api.trace.find({ text: 'co-op' })
  expect(found.filter(({ kind }) => kind === 'shipment').map(({ id }) => id)).toEqual([shipmentId])
  // By its own number an order is found, and says that it did not go.
  expect(await api.trace.find({ text: '1847' })).toMatchObject([
    { kind: 'shipment', id: order.shipmentId, detail: 'taken back: sent Mar 7, 2026, order 1847' },
  ])
  const place = found.find(({ kind }) => kind === 'place')
  const back = await api.trace.children({ node: place?.node ?? { kind: 'place', id: 0 }, direction: 'backward' })
  expect(back.map(({ node }) => node?.id)).toEqual([shipmentId])
})

test('as a graph a lot reached by two ways is one thing with both lines, and all lines follow the goods', async () => {
  const { boxes } = await diamond()
  const graph = await kitchen.api.trace.graph({ node: { kind: 'batch', id: boxes.batchId }, serial: 2 })
  const label = (key: string) => graph.nodes.find((each) => each.key === key)?.label ?? key
  expect(graph.edges.map(({ from, to, quantity }) => `${label(from)} → ${label(to)}: ${quantity}`)).toEqual([
    'FU-20260304-A Fudge → AS-20260304-A Assortment: 4 bars',
    'TO-20260304-A Toffee → AS-20260304-A Assortment: 5 bars',
    'SY-20260304-A Syrup → FU-20260304-A Fudge: 2 jars',
    'SY-20260304-A Syrup → TO-20260304-A Toffee: 3 jars',
    'Sugar → SY-20260304-A Syrup: 1 lb',
    'Costco Main St → Sugar: ',
    'AS-20260304-A Assortment → Saturday farmers market: 6 boxes',
    'AS-20260304-A Assortment → on hand: 4 boxes',
  ])
  expect(graph.nodes).toHaveLength(8)
  expect(label(graph.asked)).toBe('AS-20260304-A Assortment')
  expect(label(graph.sought ?? '')).toBe('Saturday farmers market')
  expect(graph.cut).toBe(false)
})

test('the graph is saved as an SVG that asks for nothing', async () => {
  const { boxes } = await diamond()
  const node = { kind: 'batch', id: boxes.batchId } as const
  const file = await kitchen.api.trace.picture({ node, format: 'svg' })
  const svg = Buffer.from(file.base64, 'base64').toString('utf8')
  expect(file).toMatchObject({ name: `trace-batch-${boxes.batchId}-2026-03-28.svg`, mediaType: 'image/svg+xml' })
  expect(svg).toContain('Costco Main St')
  // What is drawn later lies above: no line crosses a quantity.
  expect(svg.lastIndexOf('<path')).toBeLessThan(svg.indexOf('<text'))
  expect(svg).not.toMatch(/href|url\(|<script|<image|<style/)
  expect(await refusal(kitchen.api.trace.picture({ node, format: 'pdf' }))).toMatchObject({ code: 'conflict' })
})
