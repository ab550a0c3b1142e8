import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoOf } from '../../main/services/undo.ts'
import { contract } from '../../shared/api/contract.ts'
import type { Contract } from '../../shared/api/operation.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

const isUndo = 'It is itself what an undo does, or a correction of one: doing the first thing again takes it back.'
const isFacts =
  'The form holds what is there: change it back and save. A batch already made keeps what it was made with.'
const leftTheRoom = 'Something outside the record has happened: a page is printed, a file written, a folder chosen.'
const isDesk = 'It says who is at the laptop, or who looks: doing it the other way round is the same key.'
const isStatement = 'Others were told, or answered: what was said stays said, and what came later is noted beside it.'
const isDrill = 'A drill is a measured run: a step taken back would give another time and score than the one it had.'
const ownUndo = 'It has a way back of its own on its screen, which asks first what would be lost.'

/** Every command: the operation with which Ctrl+Z takes it back, or in a sentence why it does not. */
const table: Readonly<Record<string, { readonly by: string } | string>> = {
  'system.retry': leftTheRoom,
  'system.showDataFolder': leftTheRoom,
  'system.openedSeen': leftTheRoom,
  'system.goTo': ownUndo,
  'system.startWithComputer': isFacts,
  'kitchen.save': isFacts,
  'kitchen.speak': isFacts,
  'directory.saveSupplier': isFacts,
  'directory.savePlace': isFacts,
  'products.retire': isFacts,
  'products.save': isFacts,
  'facts.save': isFacts,
  'facts.saveOptions': isFacts,
  'facts.takeToday': { by: 'history.takeBack' },
  'pantry.receive': { by: 'pantry.voidReceipt' },
  'pantry.opening': { by: 'pantry.voidReceipt' },
  'pantry.countAll': { by: 'history.takeBack' },
  'pantry.holdAll': { by: 'history.takeBack' },
  'pantry.releaseAll': { by: 'history.takeBack' },
  'pantry.voidReceipt': isUndo,
  'pantry.count': { by: 'history.takeBack' },
  'pantry.correctLot': { by: 'history.takeBack' },
  'pantry.hold': { by: 'pantry.release' },
  'pantry.release': { by: 'pantry.hold' },
  'ingredients.save': isFacts,
  'ingredients.saveFactor': isFacts,
  'ingredients.endFactor': isFacts,
  'bins.save': isFacts,
  'bins.pour': { by: 'history.takeBack' },
  'bins.takeBackPour': isUndo,
  'bins.empty': { by: 'bins.undoEmpty' },
  'bins.undoEmpty': isUndo,
  'batches.rememberLabels': isFacts,
  'batches.record': { by: 'batches.void' },
  'batches.discard': { by: 'history.takeBack' },
  'batches.void': 'Its number and its jars are gone for good: record the batch again, under a new number.',
  'live.start': { by: 'live.stop' },
  'live.stop': 'Its number stays used: start the batch again, under a new one.',
  'plans.save': { by: 'history.takeBack' },
  'plans.cancel': { by: 'history.takeBack' },
  'plans.reopen': isUndo,
  'blankSheets.make': leftTheRoom,
  'journal.addReading': { by: 'journal.takeBack' },
  'journal.addNote': { by: 'journal.takeBack' },
  'journal.addPhoto': { by: 'journal.takeBack' },
  'journal.takeBack': isUndo,
  'drafts.keep': 'It is no fact: what is typed is kept over and over, and the field has an undo of its own.',
  'drafts.discard': ownUndo,
  'drafts.restore': isUndo,
  'corrections.save': { by: 'history.takeBack' },
  'corrections.nameLot': { by: 'history.takeBack' },
  'crew.savePerson': isFacts,
  'crew.saveEquipment': isFacts,
  'crew.clean': isStatement,
  'crew.calibrate': isStatement,
  'desk.switchTo': isDesk,
  'desk.setPin': isDesk,
  'desk.forgetPin': isDesk,
  'desk.inspect': isDesk,
  'desk.askToLeave': isDesk,
  'desk.leave': isDesk,
  'shipping.send': { by: 'shipping.void' },
  'shipping.void': isUndo,
  'shipping.bringBack': { by: 'shipping.voidReturned' },
  'shipping.takeReturn': { by: 'shipping.voidReturned' },
  'shipping.voidReturned': isUndo,
  'recalls.open': isStatement,
  'recalls.extend': isStatement,
  'recalls.describe': isStatement,
  'recalls.tell': isStatement,
  'recalls.respond': isStatement,
  'recalls.check': isStatement,
  'recalls.end': isStatement,
  'recalls.saveTemplate': isFacts,
  'complaints.log': { by: 'complaints.withdraw' },
  'complaints.link': isFacts,
  'complaints.grade': isFacts,
  'complaints.note': isStatement,
  'complaints.addPhoto': isStatement,
  'complaints.replied': isStatement,
  'complaints.replace': { by: 'shipping.void' },
  'complaints.settle': { by: 'complaints.reopen' },
  'complaints.reopen': isUndo,
  'complaints.withdraw': isUndo,
  'outcomes.followUp': { by: 'history.takeBack' },
  'outcomes.rememberBest': { by: 'history.takeBack' },
  'outcomes.weigh': ownUndo,
  'outcomes.takeWeightsBack': isUndo,
  'rules.choose': isFacts,
  'rules.save': isFacts,
  'rules.useShipped': isFacts,
  'labels.print': leftTheRoom,
  'labels.saveLinks': isFacts,
  'labels.settle': leftTheRoom,
  'labels.retry': leftTheRoom,
  'labels.cancel': leftTheRoom,
  'labels.savePrinter': isFacts,
  'labels.saveUsual': isFacts,
  'labels.saveUsualPrinter': isFacts,
  'labels.testPrinter': leftTheRoom,
  'labels.removePrinter': isFacts,
  'cards.print': leftTheRoom,
  'imports.send': ownUndo,
  'imports.change': ownUndo,
  'imports.editRow': ownUndo,
  'imports.nameAs': ownUndo,
  'imports.step': ownUndo,
  'imports.undo': isUndo,
  'imports.close': ownUndo,
  'designs.save': isFacts,
  'designs.remove': ownUndo,
  'designs.take': isFacts,
  'designs.bringBack': isUndo,
  'drills.start': isDrill,
  'drills.saveTolerances': isFacts,
  'drills.findScope': isDrill,
  'drills.count': isDrill,
  'drills.checkContacts': isDrill,
  'drills.sign': isDrill,
  'backups.make': leftTheRoom,
  'backups.restore': 'The record that was there is kept aside, and is restored from the same list.',
  'backups.test': leftTheRoom,
  'backups.addFolder': leftTheRoom,
  'backups.removeFolder': leftTheRoom,
  'backups.lookIn': leftTheRoom,
  'backups.schedule': isFacts,
  'backups.seal': isFacts,
  'backups.pack': leftTheRoom,
  'backups.salvage': leftTheRoom,
  'history.takeBack': isUndo,
  'updates.chooseFolder': leftTheRoom,
  'updates.turnOff': isFacts,
  'updates.install': leftTheRoom,
}

const commands = Object.entries<Contract[string]>(contract).flatMap(([domain, all]) =>
  Object.entries(all).flatMap(([name, { kind }]) => (kind === 'command' ? [`${domain}.${name}`] : [])),
)

test('every command is in the table, and nothing else is', () => {
  expect(Object.keys(table).toSorted()).toEqual(commands.toSorted())
})

test.each(commands)('%s is taken back by a key as the table says, or the table says why not', (op) => {
  const ids = [
    'batchId',
    'shipmentId',
    'receiptId',
    'complaintId',
    'lotId',
    'returnedId',
    'liveId',
    'entryId',
    'ruleId',
    'binId',
  ]
  const all = Object.fromEntries(ids.map((name) => [name, 1]))
  const row = {
    seq: 1,
    request_id: '',
    at: '',
    actor: '',
    op,
    input: '{}',
    output: JSON.stringify(all),
    prev: '',
    hash: '',
  }
  const said = table[op]
  const by = undoOf(row, all)?.op ?? null
  if (typeof said === 'string') {
    expect(said).toMatch(/^[A-Z].{20,}\.$/)
    expect(by).toBeNull()
  } else expect(by).toBe(said?.by)
})

describe('Ctrl+Z', () => {
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

  const idNames: Readonly<Record<string, string>> = {
    'pantry.voidReceipt': 'receiptId',
    'bins.undoEmpty': 'binId',
    'shipping.voidReturned': 'returnedId',
    'live.stop': 'liveId',
    'journal.takeBack': 'entryId',
    'history.takeBack': 'seq',
  }

  /** What the key does. @returns what was undone, in the words of the history */
  async function undo(): Promise<string> {
    const last = await api.history.last({})
    if (!last?.undo) throw new Error(`nothing to undo: ${last?.what ?? ''}`)
    const { op, id } = last.undo
    const answer = await kitchen.raw(op, { requestId: newId(), reason: 'undone', [idNames[op] ?? '']: id })
    if (!answer.ok) throw new Error(answer.error.message)
    return last.what
  }

  const lotOf = async (lotId: number) => (await api.pantry.lot({ lotId })).lot

  test('takes an opening stock and a count of everything back', async () => {
    const { lots } = await api.pantry.opening({
      requestId: newId(),
      lines: [
        { ingredient: 'Salt', quantity: '2 lb' },
        { ingredient: 'Flour', quantity: '9 lb' },
      ],
    })
    const [salt = 0, flour = 0] = lots.map(({ lotId }) => lotId)
    const counts = [
      { lotId: salt, found: '1 lb' },
      { lotId: flour, found: '10 lb' },
    ]
    await api.pantry.countAll({ requestId: newId(), reason: 'stock-take', counts })
    expect(await undo()).toContain('Counted 2 lots')
    expect([(await lotOf(salt)).onHand.text, (await lotOf(flour)).onHand.text]).toEqual(['2 lb', '9 lb'])
    expect(await undo()).toContain('opening stock')
    expect((await lotOf(flour)).onHand.base).toBe(0)
  })

  test('puts a corrected lot back as it was, each correction in its turn', async () => {
    const { lotId } = await receiveLot(api, { supplier: 'Costco', bestBy: '2026-12-31', supplierLot: 'A-1' })
    const facts = async () => {
      const { supplier, receivedOn, bestBy, supplierLot } = await lotOf(lotId)
      return [supplier, receivedOn, bestBy, supplierLot]
    }
    const before = await facts()
    const correct = async (supplier: string) => {
      const given = { supplier, receivedOn: '2026-03-01', bestBy: '', supplierLot: '' }
      await api.pantry.correctLot({ requestId: newId(), lotId, ...given, reason: 'receipt' })
    }
    await correct('Valley Farm')
    const first = (await api.history.last({}))?.seq ?? 0
    const between = await facts()
    await correct('Depot')
    const early = await refusal(api.history.takeBack({ requestId: newId(), seq: first, reason: 'undone' }))
    expect(early.message).toContain('corrected again since')
    await undo()
    expect(await facts()).toEqual(between)
    await undo()
    expect(await facts()).toEqual(before)
  })

  test('takes a hold on everything of a kind back, and its end', async () => {
    const { lotId, itemId } = await receiveLot(api)
    const { ruleId } = await api.pantry.holdAll({ requestId: newId(), itemId, reason: 'notice' })
    await api.pantry.releaseAll({ requestId: newId(), ruleId, reason: 'all clear' })
    expect((await lotOf(lotId)).held).toBe(false)
    await undo()
    expect([(await lotOf(lotId)).held, (await api.pantry.holdRules({})).map(({ reason }) => reason)]).toEqual([
      true,
      ['notice'],
    ])
    await undo()
    expect([(await lotOf(lotId)).held, await api.pantry.holdRules({})]).toEqual([false, []])
  })

  test('takes a bin’s topping up and emptying back', async () => {
    const { lotId, itemId } = await receiveLot(api, { quantity: '10 lb' })
    const { binId } = await api.bins.save({ requestId: newId(), name: 'Tub', itemId })
    const pour = async (quantity: string) =>
      await api.bins.pour({ requestId: newId(), binId, day: '2026-03-20', lines: [{ lotId, quantity }] })
    const empty = async () => await api.bins.empty({ requestId: newId(), binId, day: '2026-03-20' })
    await pour('4 lb')
    await empty()
    const words: string[] = []
    for (let count = 0; count < 2; count += 1) words.push(await undo())
    expect(words.map((each) => each.split(' ')[0])).toEqual(['Marked', 'Topped'])
    expect((await lotOf(lotId)).onHand.text).toBe('10 lb')
  })

  test('takes what came back from a market, a batch in progress and what was noted of one back', async () => {
    await receiveLot(api)
    const productId = await addProduct(api)
    const made = await makeBatch(api, productId)
    const { shipmentId } = await sendUnits(api, made.lotId, 6)
    const lines = [{ lotId: made.lotId, units: 2 }]
    await api.shipping.bringBack({ requestId: newId(), shipmentId, day: '2026-03-07', lines })
    const onHand = async () => (await api.batches.get({ batchId: made.batchId })).onHand
    expect(await onHand()).toBe(6)
    await undo()
    expect(await onHand()).toBe(4)
    const { liveId } = await api.live.start({ requestId: newId(), productId })
    const of = { kind: 'live' as const, id: liveId }
    await api.journal.addNote({ requestId: newId(), of, text: 'thick' })
    expect(await undo()).toContain('thick')
    expect(await api.journal.list({ of })).toMatchObject([])
    expect(await undo()).toContain('Started batch')
    expect(await api.live.get({ liveId })).toMatchObject({ stopReason: 'undone' })
  })
})
