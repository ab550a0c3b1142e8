import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../shared/api/contract.ts'
import type { Contract } from '../../shared/api/operation.ts'
import { correct } from '../support/correct.ts'
import { newId, openKitchen, refusal, type TestKitchen, TODAY } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
let api: TestKitchen['api']
beforeEach(async () => {
  kitchen = await openKitchen()
  ;({ api } = kitchen)
})
afterEach(async () => {
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function addPerson(name: string, pin?: string): Promise<number> {
  const { id } = await api.crew.savePerson({ requestId: newId(), name, active: true })
  if (pin !== undefined) await api.desk.setPin({ requestId: newId(), personId: id, pin })
  return id
}

async function sit(personId: number | null, pin?: string) {
  return await api.desk.switchTo({ requestId: newId(), personId, ...(pin === undefined ? {} : { pin }) })
}

async function history(): Promise<(readonly [string | null, string])[]> {
  return (await api.history.list({})).rows.map(({ who, what }) => [who, what])
}

describe('who is at the laptop', () => {
  test('is named by the history, from when they say so until another does', async () => {
    await receiveLot(api)
    const [ana, ben] = [await addPerson('Ana'), await addPerson('Ben')]
    expect(await api.desk.state({})).toMatchObject({ person: null, inspecting: false, pinNeeded: false })
    await sit(ana)
    const { batchId } = await makeBatch(api, await addProduct(api))
    await sit(ben)
    await correct(api, batchId, { note: 'set slow' })
    await sit(null)
    await receiveLot(api)
    expect((await history()).slice(0, 7)).toEqual([
      [null, 'Received 1 lot from Costco Main St'],
      ['Ben', 'Nobody in particular is at the laptop'],
      ['Ben', expect.stringContaining('Corrected SY-20260304-A')],
      ['Ben', 'Ben is at the laptop'],
      ['Ana', 'Recorded batch SY-20260304-A, 10 made'],
      ['Ana', 'Saved the product Syrup, recipe version 1'],
      ['Ana', 'Ana is at the laptop'],
    ])
    expect(await api.batches.get({ batchId })).toMatchObject({ recordedBy: 'Ana' })
    expect(await api.corrections.list({ batchId })).toMatchObject([{ who: 'Ben' }])
  })

  test('stays after a new start, keeps their name as it was then, and goes when they leave', async () => {
    const ana = await addPerson('Ana')
    await sit(ana)
    await receiveLot(api)
    await kitchen.restart()
    expect((await api.desk.state({})).person).toMatchObject({ id: ana, name: 'Ana', card: 'P-1', hasPin: false })
    await api.crew.savePerson({ requestId: newId(), personId: ana, name: 'Anna', active: true })
    await receiveLot(api)
    const names = (await history()).map(([who]) => who)
    expect(names.slice(0, 3)).toEqual(['Anna', 'Ana', 'Ana'])
    await api.crew.savePerson({ requestId: newId(), personId: ana, name: 'Anna', active: false })
    expect((await api.desk.state({})).person).toBeNull()
    expect((await refusal(sit(ana))).code).toBe('not_found')
  })

  test('is nobody after a restore: who sat here then is not who sits here now', async () => {
    await sit(await addPerson('Ana'))
    const { name } = await api.backups.make({ requestId: newId() })
    await sit(await addPerson('Ben'))
    await api.backups.restore({ requestId: newId(), name })
    expect((await api.desk.state({})).person).toBeNull()
    expect((await history())[0]).toEqual(['Ben', `Restored the backup ${name}`])
  })

  test('is passed over by undo, which takes back what was recorded', async () => {
    await receiveLot(api)
    await sit(await addPerson('Ana'))
    await sit(null)
    expect(await api.history.last({})).toMatchObject({ what: 'Saved the person Ana' })
  })
})

describe('a PIN', () => {
  test('is asked of who has one, also after a new start, and of nobody else', async () => {
    const [ana, ben] = [await addPerson('Ana', '4711'), await addPerson('Ben')]
    expect((await refusal(sit(ana))).fields).toEqual({ pin: 'Type the PIN of Ana.' })
    expect((await refusal(sit(ana, '4712'))).fields).toEqual({ pin: 'That is not the PIN of Ana.' })
    await sit(ana, '4711')
    expect((await api.desk.state({})).person).toMatchObject({ name: 'Ana', hasPin: true })
    await kitchen.restart()
    expect((await api.desk.state({})).person).toBeNull()
    await receiveLot(api)
    expect((await history())[0]).toEqual([null, 'Received 1 lot from Costco Main St'])
    await sit(ben)
    expect((await api.desk.state({})).person).toMatchObject({ name: 'Ben' })
  })

  test('is changed and taken away with the old one only', async () => {
    const personId = await addPerson('Ana', '4711')
    const change = async (pin: string | null, oldPin?: string) =>
      await api.desk.setPin({ requestId: newId(), personId, pin, ...(oldPin === undefined ? {} : { oldPin }) })
    expect((await refusal(change('1234'))).fields).toEqual({ oldPin: 'Type the PIN of Ana.' })
    await change('1234', '4711')
    expect((await refusal(change(null, '4711'))).fields).toEqual({ oldPin: 'That is not the PIN of Ana.' })
    await change(null, '1234')
    await sit(personId)
    expect((await refusal(change('12'))).fields).toEqual({ pin: 'A PIN has 4 to 12 digits.' })
  })

  test('that is wrong three times makes wait, longer each time, also after a new start or with the clock set back', async () => {
    const ana = await addPerson('Ana', '4711')
    for (let count = 0; count < 3; count += 1)
      expect((await refusal(sit(ana, '0000'))).message).toContain('not the PIN')
    expect((await refusal(sit(ana, '4711'))).message).toContain('Wait 10 seconds')
    await kitchen.restart()
    kitchen.setNow('2026-03-28T15:00:04.000Z')
    expect((await refusal(sit(ana, '4711'))).message).toContain('Wait 6 seconds')
    kitchen.setNow('2020-01-01T00:00:00.000Z')
    expect((await refusal(sit(ana, '4711'))).message).toContain('Wait 10 seconds')
    kitchen.setNow('2026-03-28T15:00:10.000Z')
    expect((await refusal(sit(ana, '0000'))).message).toContain('not the PIN')
    expect((await refusal(sit(ana, '4711'))).message).toContain('Wait 20 seconds')
    kitchen.setNow('2026-03-28T15:00:30.000Z')
    await sit(ana, '4711')
  })

  test('tried many times at once is slowed down as well', async () => {
    const ana = await addPerson('Ana', '4711')
    const tries = ['0001', '0002', '0003', '0004', '4711'].map(async (pin) => await refusal(sit(ana, pin)))
    const said = (await Promise.all(tries)).map(({ message }) => message)
    expect(said.filter((message) => message.includes('not the PIN'))).toHaveLength(3)
    expect(said.slice(3)).toEqual([expect.stringContaining('Wait'), expect.stringContaining('Wait')])
  })

  test('that was forgotten is taken away by anyone, and the history says who, when and why', async () => {
    const personId = await addPerson('Ana', '4711')
    await sit(await addPerson('Ben'))
    await api.desk.forgetPin({ requestId: newId(), personId, reason: 'after the holidays' })
    expect((await history())[0]).toEqual(['Ben', 'Took away the forgotten PIN of Ana: after the holidays'])
    await sit(personId)
    expect((await refusal(api.desk.forgetPin({ requestId: newId(), personId, reason: 'x' }))).code).toBe('conflict')
  })

  test('is written down nowhere but as a salted hash', async () => {
    const [ana, ben] = [await addPerson('Ana', '471147'), await addPerson('Ben', '471147')]
    await sit(ana, '471147')
    await api.desk.setPin({ requestId: newId(), personId: ben, oldPin: '471147', pin: '80808080' })
    const { default: Database } = await import('better-sqlite3')
    const { name } = await api.backups.make({ requestId: newId() })
    const db = new Database(`${kitchen.backupDir}/${name}/record.db`)
    const inputs = db.prepare('SELECT input, output FROM audit').all()
    expect(JSON.stringify(inputs)).not.toMatch(/471147|80808080/)
    const pins = db.prepare('SELECT salt, hash FROM person_pin').all() as { salt: string; hash: string }[]
    expect(new Set(pins.map(({ salt }) => salt)).size).toBe(2)
    expect(pins.every(({ salt, hash }) => salt.length === 24 && hash.length === 44)).toBe(true)
    db.close()
  })
})

describe('inspector mode', () => {
  const operations = Object.entries<Contract[string]>(contract).flatMap(([domain, all]) =>
    Object.entries(all).map(([name, { kind }]) => ({ op: `${domain}.${name}`, kind })),
  )
  const commands = operations.filter(({ kind }) => kind === 'command').map(({ op }) => op)
  const waysOut = ['desk.askToLeave', 'desk.leave']

  test('refuses every command with a sentence, whatever its input, and answers every query', async () => {
    await receiveLot(api)
    await makeBatch(api, await addProduct(api))
    await api.desk.inspect({ requestId: newId() })
    const { lastHash } = await api.history.verify({})
    const said = new Map<string, unknown>()
    for (const op of commands.filter((each) => !waysOut.includes(each)))
      for (const input of [{}, { requestId: newId() }, null]) said.set(op, await kitchen.raw(op, input))
    expect(said.size).toBe(commands.length - waysOut.length)
    expect(said.size).toBeGreaterThan(80)
    const refused = {
      ok: false,
      error: { code: 'rule_violation', message: expect.stringMatching(/^An inspector is looking.+\.$/) },
    }
    for (const [op, answer] of said) expect([op, answer]).toEqual([op, refused])
    for (const { op } of operations.filter(({ kind }) => kind === 'query')) {
      const answer = await kitchen.raw(op, {})
      if (!answer.ok) expect([op, answer.error.code]).toEqual([op, expect.stringMatching(/invalid_input|not_found/)])
    }
    expect((await api.history.verify({})).lastHash).toBe(lastHash)
  })

  test('lets every export through', async () => {
    await receiveLot(api)
    const { batchId } = await makeBatch(api, await addProduct(api))
    await api.desk.inspect({ requestId: newId() })
    const period = { from: '2026-01-01', to: '2026-03-28' }
    expect((await api.records.save({ log: 'production', format: 'csv', ...period })).name).toContain('.csv')
    expect((await api.records.binder({ format: 'zip', ...period })).name).toContain('.zip')
    expect((await api.records.epcis(period)).name).toContain('json')
    expect(await api.batches.get({ batchId })).toMatchObject({ lotNumber: 'SY-20260304-A' })
  })

  test('is left plainly where nobody has a PIN', async () => {
    await sit(await addPerson('Ana'))
    await api.desk.inspect({ requestId: newId() })
    expect(await api.desk.state({})).toMatchObject({ inspecting: true, pinNeeded: false, since: TODAY })
    expect(await api.desk.leave({ requestId: newId() })).toEqual({ with: 'no PIN set', name: null })
    expect(await api.desk.state({})).toMatchObject({ inspecting: false, person: { name: 'Ana' } })
    await receiveLot(api)
    expect((await history())[1]).toEqual(['Ana', 'Left inspector mode; nobody had a PIN'])
    expect((await refusal(api.desk.leave({ requestId: newId() }))).code).toBe('conflict')
  })

  test('is left with a PIN where somebody has one, and outlasts a new start', async () => {
    const [ana, ben] = [await addPerson('Ana', '4711'), await addPerson('Ben')]
    await api.desk.inspect({ requestId: newId() })
    await kitchen.restart()
    expect((await refusal(receiveLot(api))).message).toContain('An inspector is looking')
    expect((await refusal(api.desk.leave({ requestId: newId() }))).message).toContain('type yours')
    expect((await refusal(api.desk.leave({ requestId: newId(), personId: ben }))).code).toBe('rule_violation')
    const wrong = await refusal(api.desk.leave({ requestId: newId(), personId: ana, pin: '1' }))
    expect(wrong.fields).toEqual({ pin: 'That is not the PIN of Ana.' })
    await api.desk.leave({ requestId: newId(), personId: ana, pin: '4711' })
    expect((await history())[0]).toEqual(['Ana', 'Left inspector mode with the PIN of Ana'])
    expect(await api.desk.state({})).toMatchObject({ inspecting: false, person: { name: 'Ana' } })
  })

  test('with every PIN forgotten is left after a wait, which the history keeps', async () => {
    await addPerson('Ana', '4711')
    await api.desk.inspect({ requestId: newId() })
    const { leaveFrom } = await api.desk.askToLeave({ requestId: newId() })
    expect(leaveFrom).toBe('2026-03-28T15:10:00.000Z')
    expect(await api.desk.state({})).toMatchObject({ inspecting: true, leaveFrom })
    kitchen.setNow('2026-03-28T15:09:59.000Z')
    expect((await refusal(api.desk.leave({ requestId: newId() }))).message).toContain('not over')
    kitchen.setNow(leaveFrom)
    expect(await api.desk.leave({ requestId: newId() })).toEqual({ with: 'a wait', name: null })
    expect((await history()).slice(0, 2).map(([, what]) => what)).toEqual([
      'Left inspector mode without a PIN, after the wait',
      'Asked to leave inspector mode without a PIN',
    ])
  })

  test('does not stand in the way of a restore when the record does not open', async () => {
    const { name } = await api.backups.make({ requestId: newId() })
    await api.desk.inspect({ requestId: newId() })
    const { writeFile } = await import('node:fs/promises')
    await kitchen.restart(async () => await writeFile(`${kitchen.dataDir}/traceberry.db`, 'x'.repeat(5000)))
    await api.backups.restore({ requestId: newId(), name })
    expect(await receiveLot(api)).toMatchObject({ lotId: 1 })
  })
})

test('what was taken back of complaints, weights, conversions and labels is among the corrections', async () => {
  const { lotId } = await makeBatch(api, await addProduct(api, { pack: { name: '', net: '8 oz' } }))
  await api.outcomes.weigh({ requestId: newId(), lotId, weights: '8.1 oz' })
  await api.outcomes.takeWeightsBack({ requestId: newId(), lotId, reason: 'The jar was on' })
  const { complaintId } = await api.complaints.log({ requestId: newId(), what: 'Cloudy', heardOn: '2026-03-20' })
  await api.complaints.settle({ requestId: newId(), complaintId, outcome: 'Nothing' })
  await api.complaints.reopen({ requestId: newId(), complaintId, reason: 'Came back' })
  await api.complaints.withdraw({ requestId: newId(), complaintId, reason: 'Another kitchen’s' })
  const { rows } = await api.history.list({ only: 'amendments' })
  expect(rows.map(({ what }) => what)).toEqual([
    'Took back a complaint: Another kitchen’s',
    'Opened a complaint again: Came back',
    'Took weights back: The jar was on',
  ])
})

test('corrections and voids are sentences that say of what', async () => {
  const { lotId } = await receiveLot(api)
  const productId = await addProduct(api)
  const made = await makeBatch(api, productId)
  await correct(api, made.batchId, { note: 'set slow' })
  const { shipmentId } = await sendUnits(api, made.lotId, 4)
  await api.shipping.void({ requestId: newId(), shipmentId, reason: 'stayed here' })
  await api.pantry.count({ requestId: newId(), lotId, found: '8 lb', reason: 'spilled' })
  await api.batches.void({ requestId: newId(), batchId: made.batchId, reason: 'test run' })
  const { receiptId } = await receiveLot(api, { ingredient: 'Salt', supplier: 'Harbor Mill' })
  await api.pantry.voidReceipt({ requestId: newId(), receiptId, reason: 'twice' })
  const { rows } = await api.history.list({ only: 'amendments' })
  expect(rows.map(({ what }) => what)).toEqual([
    'Took back the shopping trip to Harbor Mill with Salt: twice',
    'Voided SY-20260304-A: test run',
    'Counted Sugar (Costco Main St, Feb 15, 2026), found 8 lb: spilled',
    'Took back what left for Saturday farmers market on Mar 7, 2026: stayed here',
    expect.stringMatching(/^Corrected SY-20260304-A: .+set slow/),
  ])
  const first = await api.history.list({ only: 'amendments', limit: 2 })
  expect((await api.history.list({ only: 'amendments', after: first.next })).rows).toHaveLength(3)
})
