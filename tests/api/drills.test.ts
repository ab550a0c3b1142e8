import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen({ demo: true })
})
afterEach(async () => await kitchen.close())

/** Starts drills until one draws a batch that was sent to a place with a contact. */
async function drillOfBatch() {
  const { api } = kitchen
  for (let seed = 1; ; seed += 1) {
    const { drillId } = await api.drills.start({ requestId: newId(), seed })
    await api.drills.findScope({ requestId: newId(), drillId })
    const { drill } = await api.recalls.get({ recallId: drillId })
    if (drill && drill.counts.length > 0 && drill.contacts.some(({ contact }) => contact !== ''))
      return { drillId, drill, seed }
  }
}

test('a drill draws by its seed, holds nothing, tells nobody, and ends with a score and a signature', async () => {
  const { api } = kitchen
  const heldBefore = (await api.pantry.lots({ includeEmpty: true })).rows.filter(({ held }) => held).length
  const { drillId, drill, seed } = await drillOfBatch()
  kitchen.setNow('2026-03-28T15:30:00.000Z')
  const lots = drill.counts.map(({ lotId, expected }, at) => ({ lotId, counted: at === 0 ? expected + 1 : expected }))
  await api.drills.count({ requestId: newId(), drillId, lots })
  kitchen.setNow('2026-03-28T16:00:00.000Z')
  const places = drill.contacts.map(({ placeId, contact }) => ({ placeId, isRight: contact !== '' }))
  await api.drills.checkContacts({ requestId: newId(), drillId, places })
  await api.drills.sign({ requestId: newId(), drillId, name: 'Ana', note: 'Label the shelf' })
  const { drill: done, lots: found, figures } = await api.recalls.get({ recallId: drillId })
  const made = found.reduce(
    (sum, { unitsThen, column }) => sum + (column === 'affected' ? (unitsThen?.made ?? 0) : 0),
    0,
  )
  const unaccounted = found.reduce(
    (sum, { unitsThen, column }) => sum + (column === 'affected' ? (unitsThen?.unaccounted ?? 0) : 0),
    0,
  )
  expect(done?.steps.map(({ step, minutes }) => [step, minutes])).toEqual([
    ['scope', 0],
    ['units', 30],
    ['contacts', 60],
    ['signed', 60],
  ])
  // One more than the record was counted: over 100, and shown.
  expect(done?.parts.units).toBeCloseTo((100 * (made - unaccounted + 1)) / made, 9)
  expect(done?.parts.time).toBe(100)
  expect(done?.gaps.map(({ what }) => what).join(' ')).toMatch(/counted, \d+ .* by the record/)
  expect(done?.signed).toMatchObject({ name: 'Ana', note: 'Label the shelf' })
  expect(figures.told).toBe(0)
  expect((await api.pantry.lots({ includeEmpty: true })).rows.filter(({ held }) => held)).toHaveLength(heldBefore)
  expect((await api.recalls.list({})).some(({ kind }) => kind === 'drill')).toBe(false)
  expect((await api.drills.list({})).find(({ id }) => id === drillId)).toMatchObject({
    seed,
    minutes: 60,
    signedBy: 'Ana',
    score: done?.score,
  })
  const said = (await api.history.list({})).rows.map(({ what }) => what)
  expect(said.slice(0, 5)).toEqual([
    'Signed off a drill: Ana',
    'Checked the contacts of a drill',
    'Counted the shelf for a drill',
    expect.stringMatching(/^Found the scope of a drill: \d+ lots$/),
    expect.stringMatching(/^Started a drill with seed \d+$/),
  ])
  expect((await api.history.verify({})).problems).toEqual([])
})

test('the same seed draws the same lot, and without one it is drawn by chance', async () => {
  const { api } = kitchen
  const title = async (seed: number) => {
    const { drillId } = await api.drills.start({ requestId: newId(), seed })
    return (await api.recalls.get({ recallId: drillId })).title
  }
  expect(await title(4711)).toBe(await title(4711))
  const requestId = newId()
  const first = await api.drills.start({ requestId })
  expect(await api.drills.start({ requestId })).toEqual(first)
  expect(first.seed).toBeGreaterThan(0)
})

test('steps come once and in their order, and a signed drill stays as it is', async () => {
  const { api } = kitchen
  const { drillId } = await api.drills.start({ requestId: newId(), seed: 3 })
  expect(await refusal(api.drills.count({ requestId: newId(), drillId, lots: [] }))).toMatchObject({
    code: 'rule_violation',
  })
  const { drillId: id, drill } = await drillOfBatch()
  expect(drill.score).toBeNull()
  expect(await refusal(api.drills.findScope({ requestId: newId(), drillId: id }))).toMatchObject({ code: 'conflict' })
  expect(await refusal(api.drills.sign({ requestId: newId(), drillId: id, name: 'Ana' }))).toMatchObject({
    message: 'Count the units and check the contacts before signing.',
  })
  expect(await refusal(api.drills.count({ requestId: newId(), drillId: id, lots: [] }))).toMatchObject({
    fields: { lots: 'Count every lot; type 0 where none is left.' },
  })
  const lots = drill.counts.map(({ lotId, expected }) => ({ lotId, counted: expected }))
  await api.drills.count({ requestId: newId(), drillId: id, lots })
  await api.drills.checkContacts({ requestId: newId(), drillId: id, places: [] })
  await api.drills.sign({ requestId: newId(), drillId: id, name: 'Ana' })
  expect(await refusal(api.drills.sign({ requestId: newId(), drillId: id, name: 'Ben' }))).toMatchObject({
    code: 'conflict',
  })
  expect(
    await refusal(
      api.recalls.tell({ requestId: newId(), recallId: id, placeIds: [], means: 'press', toldOn: '2026-03-28' }),
    ),
  ).toMatchObject({ code: 'rule_violation' })
})

test('an empty kitchen has nothing to draw and is told what to do', async () => {
  await kitchen.close()
  kitchen = await openKitchen()
  expect(await refusal(kitchen.api.drills.start({ requestId: newId() }))).toMatchObject({
    code: 'rule_violation',
    message: 'There is no lot to draw yet. Record a batch first; a drill needs something to look for.',
  })
})

test('its report prints seed, times, tolerances and formulas, and says that it is no recall', async () => {
  const { api } = kitchen
  const { drillId, seed } = await drillOfBatch()
  const { base64 } = await api.recalls.report({ recallId: drillId, format: 'html' })
  const page = Buffer.from(base64, 'base64').toString('utf8').replace(/\s+/g, ' ')
  expect(page).toContain('Drill: not a recall')
  expect(page).toContain(`<dd>${seed}</dd>`)
  expect(page).toContain('99.5 to 105 % of an ingredient')
  expect(page).toContain('accounted % = 100 ×')
})

test('what is asked of drills can be changed; a drill keeps what was asked when its scope was found', async () => {
  const { api } = kitchen
  const usual = { hours: 4, finished: 100, ingredientFrom: 99.5, ingredientTo: 105 }
  expect(await api.drills.tolerances({})).toEqual(usual)
  const { drillId: before } = await drillOfBatch()
  const strict = { hours: 0.5, finished: 98, ingredientFrom: 100, ingredientTo: 100 }
  expect(await refusal(api.drills.saveTolerances({ requestId: newId(), ...strict, ingredientTo: 99 }))).toMatchObject({
    fields: { ingredientTo: 'This is less than where the range begins. Type the same or more.' },
  })
  await api.drills.saveTolerances({ requestId: newId(), ...strict })
  const { drillId: after, drill } = await drillOfBatch()
  expect((await api.history.list({})).rows.map(({ what }) => what)).toContain('Changed what is asked of drills')
  kitchen.setNow('2026-03-28T16:00:00.000Z')
  for (const drillId of [before, after]) {
    const lots = drill.counts.map(({ lotId, expected }) => ({ lotId, counted: expected }))
    await api.drills.count({ requestId: newId(), drillId, lots })
    await api.drills.checkContacts({ requestId: newId(), drillId, places: [] })
  }
  const [old, now] = [await api.recalls.get({ recallId: before }), await api.recalls.get({ recallId: after })]
  expect([old.drill?.tolerances, old.drill?.parts.time]).toEqual([usual, 100])
  // An hour where half of one is allowed.
  expect([now.drill?.tolerances, now.drill?.parts.time]).toEqual([strict, 50])
  const page = async (recallId: number) =>
    Buffer.from((await api.recalls.report({ recallId, format: 'html' })).base64, 'base64')
      .toString()
      .replace(/\s+/g, ' ')
  expect(await page(before)).toContain('4 hours; 100 % of finished goods; 99.5 to 105 % of an ingredient')
  expect(await page(after)).toContain('0.5 hours; 98 % of finished goods; 100 to 100 % of an ingredient')
  const { base64 } = await api.recall.report({ ownLot: 'SJ-20260304-A', format: 'html' })
  expect(Buffer.from(base64, 'base64').toString().replace(/\s+/g, ' ')).toContain('expected 98 %')
})

test('its CSV and its workbook have the steps with their minutes, the score with its parts, counts, contacts and gaps', async () => {
  const { api } = kitchen
  const { drillId, drill, seed } = await drillOfBatch()
  kitchen.setNow('2026-03-28T15:30:00.000Z')
  const lots = drill.counts.map(({ lotId }) => ({ lotId, counted: 0 }))
  await api.drills.count({ requestId: newId(), drillId, lots })
  await api.drills.checkContacts({ requestId: newId(), drillId, places: [] })
  await api.drills.sign({ requestId: newId(), drillId, name: '=Ana', note: 'Label the shelf' })
  const { drill: done } = await api.recalls.get({ recallId: drillId })
  const csv = Buffer.from((await api.recalls.report({ recallId: drillId, format: 'csv' })).base64, 'base64')
  const [head = [], ...rows] = parse(csv, { bom: true })
  const of = (about: string) => rows.filter(([first]) => first === about)
  const at = (column: string) => head.indexOf(column)
  expect(of('step').map((row) => [row[1], row[at('minutes')]])).toEqual([
    ['Lot drawn, clock started', '0'],
    ['Scope found', '0'],
    ['Units counted', '30'],
    ['Contacts checked', '30'],
    ['Signed off', '30'],
  ])
  expect(of('step').map((row) => row[at('note')])).toEqual([
    expect.stringMatching(new RegExp(`; seed ${seed}$`)),
    '',
    '',
    '',
    "'=Ana: Label the shelf",
  ])
  expect(Number(of('score')[0]?.[at('percent')])).toBeCloseTo(done?.score ?? 0, 9)
  expect(of('score')).toHaveLength(5)
  expect(of('count').map((row) => [row[1], row[at('expected')], row[at('counted')]])).toEqual(
    drill.counts.map(({ label, expected }) => [label, String(expected), '0']),
  )
  expect([of('contact').length, of('balance').length, of('gap').length]).toEqual([
    drill.contacts.length,
    drill.ingredients.length,
    done?.gaps.length,
  ])
  const { base64 } = await api.recalls.report({ recallId: drillId, format: 'xlsx' })
  const workbook = strFromU8(unzipSync(Buffer.from(base64, 'base64'))['xl/workbook.xml'] ?? new Uint8Array())
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['Drill', 'Lots'])
})
