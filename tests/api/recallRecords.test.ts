import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultTemplates, requiredFields, templateFields } from '../../shared/domain/recallTemplates.ts'
import { checksNeeded } from '../../shared/domain/effectiveness.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen({ demo: true })
})
afterEach(async () => await kitchen.close())

async function valleyFarm() {
  const { api } = kitchen
  const {
    items,
    suppliers,
    checks: _,
    ...read
  } = await api.recall.read({
    text: 'Valley Farm recalls strawberries sold 2/28–3/5',
  })
  return { itemId: items[0]?.id ?? 0, supplierId: suppliers[0]?.id ?? 0, ...read }
}

async function openRecall() {
  const criteria = await valleyFarm()
  const { recallId, held } = await kitchen.api.recalls.open({ requestId: newId(), ...criteria, reason: 'Hepatitis A' })
  return { recallId, held, criteria }
}

describe('a recall as a record', () => {
  test('keeps its scope, and puts affected stock on hold at once', async () => {
    const { api } = kitchen
    const { recallId, held } = await openRecall()
    const recall = await api.recalls.get({ recallId })
    // The delivery of strawberries, of which some is left, and the second batch.
    expect(held).toBe(2)
    expect(
      recall.lots.map(({ label, column, held: isHeld, unitsNow }) => [label, column, isHeld, unitsNow?.made]),
    ).toEqual([
      ['Strawberries, Valley Farm, Mar 2, 2026', 'affected', true, undefined],
      ['Strawberries, Valley Farm, no date', 'cannot tell', false, undefined],
      ['SJ-20260304-A', 'affected', false, 36],
      ['SJ-20260305-A', 'affected', true, 24],
      ['SJ-20260313-A', 'cannot tell', false, 36],
    ])
    expect(recall).toMatchObject({
      title: 'Strawberries from Valley Farm, received Feb 28, 2026 to Mar 5, 2026, both days included',
      detail: { reason: 'Hepatitis A', classification: 'not yet classified', isEstimate: true },
      since: { added: [], gone: [] },
      figures: { made: 60, sent: 48, sentToPublic: 24, consignees: 2, reachable: 1, told: 0, responded: 0 },
    })
    expect((await api.history.verify({})).problems).toEqual([])
  })

  test('is extended by later records, and never rewritten', async () => {
    const { api } = kitchen
    const { recallId, criteria } = await openRecall()
    const { rows } = await api.pantry.lots({ itemId: criteria.itemId, includeEmpty: true })
    const undated = rows.find((lot) => lot.receivedOn === null)?.id ?? 0
    const bought = rows.find((lot) => lot.receivedOn === '2026-03-02')?.id ?? 0
    const asCorrected = { supplier: 'Valley Farm', receivedOn: '2026-03-03', reason: 'found the receipt' }
    await api.pantry.correctLot({ requestId: newId(), lotId: undated, ...asCorrected })
    await api.pantry.correctLot({
      requestId: newId(),
      lotId: bought,
      ...asCorrected,
      supplier: 'Sunny Acres',
      reason: 'wrong receipt',
    })
    const { since } = await api.recalls.get({ recallId })
    expect(since.added).toEqual(['SJ-20260313-A', 'Strawberries, Valley Farm, Mar 3, 2026'])
    expect(since.gone).toEqual(['Strawberries, Sunny Acres, Mar 3, 2026', 'SJ-20260304-A', 'SJ-20260305-A'])
    expect(await api.recalls.extend({ requestId: newId(), recallId })).toMatchObject({ added: 2, held: 1 })
    const { lots, since: after } = await api.recalls.get({ recallId })
    expect(lots.filter(({ column, batchId }) => column === 'affected' && batchId).map(({ label }) => label)).toEqual([
      'SJ-20260304-A',
      'SJ-20260305-A',
      'SJ-20260313-A',
    ])
    expect(after.added).toEqual([])
    expect(await refusal(api.recalls.extend({ requestId: newId(), recallId }))).toMatchObject({
      code: 'rule_violation',
    })
  })

  test('counts what each place answered for each lot, and clamps nothing', async () => {
    const { api } = kitchen
    const { recallId } = await openRecall()
    const { consignees } = await api.recalls.get({ recallId })
    const coop = consignees.find(({ place }) => place === 'Good Earth Co-op')
    const [first, second] = coop?.lots ?? []
    expect(coop?.lots.map(({ lotNumber, units, deliveries }) => [lotNumber, units, deliveries[0]?.serials])).toEqual([
      ['SJ-20260304-A', 12, '025–036'],
      ['SJ-20260305-A', 12, '001–012'],
    ])
    const placeId = coop?.placeId ?? 0
    await api.recalls.tell({
      requestId: newId(),
      recallId,
      placeIds: [placeId],
      means: 'telephone',
      toldOn: '2026-03-10',
    })
    const answer = { recallId, placeId, answeredOn: '2026-03-11', onHand: 2, returned: 0, destroyed: 0 }
    await api.recalls.respond({ requestId: newId(), ...answer, lotId: first?.lotId ?? 0 })
    expect((await api.recalls.get({ recallId })).figures).toMatchObject({ told: 1, responded: 0, onHandThere: 2 })
    await api.recalls.respond({ requestId: newId(), ...answer, lotId: first?.lotId ?? 0, onHand: 0, returned: 40 })
    await api.recalls.respond({ requestId: newId(), ...answer, lotId: second?.lotId ?? 0, onHand: 0, destroyed: 12 })
    await api.recalls.check({ requestId: newId(), recallId, placeId, checkedOn: '2026-03-12', result: 'effective' })
    expect((await api.recalls.get({ recallId })).figures).toMatchObject({
      responded: 1,
      onHandThere: 0,
      returned: 40,
      destroyed: 12,
      recoveredPercent: (100 * 52) / 48,
      checksNeeded: 1,
      checksDone: 1,
      checksEffective: 1,
    })
  })

  test('ends with a statement, takes nothing more, and can be opened again', async () => {
    const { api } = kitchen
    const { recallId } = await openRecall()
    await api.recalls.end({ requestId: newId(), recallId, ended: true, statement: 'All accounted for.' })
    expect((await api.recalls.list({}))[0]).toMatchObject({ endedOn: '2026-03-28', units: 60 })
    const tell = { recallId, placeIds: [], means: 'poster' as const, toldOn: '2026-03-29' }
    expect(await refusal(api.recalls.tell({ requestId: newId(), ...tell }))).toMatchObject({ message: /has ended/ })
    await api.recalls.end({ requestId: newId(), recallId, ended: false, statement: 'One more jar.' })
    await api.recalls.tell({ requestId: newId(), ...tell })
    expect((await api.recalls.get({ recallId })).publicTold).toEqual([{ means: 'poster', toldOn: '2026-03-29' }])
  })

  test('is not opened where nothing is meant', async () => {
    const { api } = kitchen
    expect(await refusal(api.recalls.open({ requestId: newId(), ownLot: 'ZZ-1' }))).toMatchObject({
      message: /Nothing in the record is meant/,
    })
  })

  test('shows units as they were and as they are', async () => {
    const { api } = kitchen
    const { recallId } = await openRecall()
    const { lots } = await api.recalls.get({ recallId })
    const jam = lots.find(({ label }) => label === 'SJ-20260313-A')
    await sendUnits(api, jam?.lotId ?? 0, 5, { sentOn: '2026-03-28' })
    const after = (await api.recalls.get({ recallId })).lots.find(({ lotId }) => lotId === jam?.lotId)
    expect([after?.unitsThen?.sent, after?.unitsNow?.sent]).toEqual([20, 25])
  })
})

describe('the notices', () => {
  test('come filled in for one place with what it received, and name every field that is missing', async () => {
    const { api } = kitchen
    const { recallId } = await openRecall()
    const { consignees } = await api.recalls.get({ recallId })
    const placeId = consignees.find(({ place }) => place === 'Good Earth Co-op')?.placeId
    const [letter] = await api.recalls.texts({ recallId, placeId })
    expect(letter?.text).toContain('URGENT: FOOD RECALL')
    expect(letter?.text).toContain('To: Good Earth Co-op, Dana Ruiz, (802) 555-0171')
    expect(letter?.text).toContain('- Mar 9, 2026: 12 jars of Strawberry jam, lot SJ-20260304-A (numbers 025–036)')
    expect(letter?.text).toContain('[the hazard]')
    expect(letter?.missing).toContain('the hazard')
    await api.recalls.describe({
      requestId: newId(),
      recallId,
      reason: 'Possible Hepatitis A',
      hazard: 'It can make people ill',
      instruction: 'Return it for a refund',
      classification: 'Class III',
      codePlace: 'on the lid',
      packaging: '8 oz glass jar',
      contactName: 'Ann',
      contactHours: '9 to 5',
      replyBy: '2026-03-14',
    })
    const [again] = await api.recalls.texts({ recallId, placeId })
    expect(again?.missing).toEqual([])
    expect(again?.text).toMatch(/^FOOD RECALL/)
  })

  test('follow own words, which are told what they leave out', async () => {
    const { api } = kitchen
    const { recallId } = await openRecall()
    await api.recalls.saveTemplate({ requestId: newId(), name: 'poster', text: 'Do not eat {lots}! {unknown}' })
    const poster = (await api.recalls.texts({ recallId })).find(({ name }) => name === 'poster')
    expect(poster?.text).toBe('Do not eat SJ-20260304-A, SJ-20260305-A! {unknown}')
    expect(poster?.missing).toContain('the reason (not in this notice)')
    await api.recalls.saveTemplate({ requestId: newId(), name: 'poster', text: '' })
    expect((await api.recalls.templates({})).some(({ isOwn }) => isOwn)).toBe(false)
  })

  test.each(Object.entries(defaultTemplates))('the %s has every field that the rule asks for', (name, text) => {
    const used = [...text.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field)
    expect(used.filter((field) => !Object.hasOwn(templateFields, field))).toEqual([])
    expect(used).toEqual(expect.arrayContaining([...requiredFields[name as keyof typeof requiredFields]]))
  })

  test('“is my jar affected?” holds the affected codes and nothing else of the record', async () => {
    const { api } = kitchen
    const { recallId } = await openRecall()
    const { base64 } = await api.recalls.jarCheck({ recallId })
    const page = Buffer.from(base64, 'base64').toString('utf8')
    expect(page).toContain('[["SJ20260304A",36],["SJ20260305A",24]]')
    for (const secret of ['SJ-20260313', 'SJ-20260310', 'Good Earth', 'Valley', 'Dana', 'http:', 'src='])
      expect(page).not.toContain(secret)
  })
})

test.each([
  ['A', 37, 37],
  ['B', 37, 19],
  ['C', 37, 4],
  ['C', 1, 1],
  ['D', 37, 1],
  ['E', 37, 0],
] as const)('effectiveness level %s of %i consignees checks %i', (level, consignees, needed) => {
  expect(checksNeeded(level, consignees, 50)).toBe(needed)
})

describe('the status report', () => {
  test('has the items of 21 CFR 7.53(b), the formulas and the last hash, in four forms of one source', async () => {
    const { api } = kitchen
    const { recallId } = await openRecall()
    const files = await Promise.all(
      (['html', 'csv', 'xlsx'] as const).map(async (format) => await api.recalls.report({ recallId, format })),
    )
    const [page = '', table = '', workbook = ''] = files.map(({ base64 }) =>
      Buffer.from(base64, 'base64').toString('latin1'),
    )
    const { auditHash } = await api.recalls.get({ recallId })
    for (const part of ['7.53(b)', 'Consignees that did not respond', '1: Good Earth Co-op', auditHash, 'recovered %'])
      expect(page).toContain(part)
    expect(page).not.toMatch(/<script|src=|http/)
    expect(table).toContain('Good Earth Co-op,store,"Dana Ruiz, (802) 555-0171",SJ-20260304-A')
    expect(workbook.startsWith('PK')).toBe(true)
    expect(files.map(({ name }) => name)).toEqual([
      'recall-1-status-2026-03-28.html',
      'recall-1-status-2026-03-28.csv',
      'recall-1-status-2026-03-28.xlsx',
    ])
  })

  test('hostile names stay text', async () => {
    const { api } = kitchen
    await api.directory.savePlace({ requestId: newId(), name: '=cmd|x <script>', kind: 'store', contact: '+1' })
    const { recallId } = await openRecall()
    const { lots } = await api.recalls.get({ recallId })
    const jam = lots.find(({ label }) => label === 'SJ-20260313-A')?.lotId ?? 0
    await sendUnits(api, jam, 1, { place: '=cmd|x <script>', sentOn: '2026-03-28' })
    const [page = '', table = ''] = await Promise.all(
      (['html', 'csv'] as const).map(async (format) =>
        Buffer.from((await api.recalls.report({ recallId, format })).base64, 'base64').toString('utf8'),
      ),
    )
    expect(page).not.toContain('<script')
    expect(table).toContain("'=cmd|x <script>")
  })
})
