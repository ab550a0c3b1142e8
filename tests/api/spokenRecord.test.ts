import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import type { Language } from '../../shared/words/say.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'

let kitchen: TestKitchen | undefined
afterEach(async () => await kitchen?.close())

/** What is written in words somewhere in the record, by what writes it. */
const kept = {
  movements: 'SELECT reason FROM movement ORDER BY id',
  holds: 'SELECT reason FROM hold ORDER BY id',
  'corrections of lots': 'SELECT change FROM lot_correction ORDER BY id',
  'corrections of batches': 'SELECT fact, old, new FROM batch_change ORDER BY correction_id, fact',
  recalls: 'SELECT title FROM recall ORDER BY id',
  'lots of recalls': 'SELECT because FROM recall_lot ORDER BY recall_id, lot_id',
  shipments: 'SELECT note FROM shipment ORDER BY id',
  'what commands made': `SELECT op, output FROM audit WHERE op <> 'kitchen.speak' ORDER BY seq`,
} as const

test('what is written into the record is in English, whichever language is spoken', async () => {
  const english = await written('en')
  expect(english['lots of recalls']).not.toEqual([])
  await kitchen?.close()
  expect(await written('es')).toEqual(english)
})

test('what the record keeps in English is said in the language of who reads it', async () => {
  await written('es')
  const said = (await kitchen?.api.history.list({ limit: 30 }))?.rows.map(({ what }) => what).join('\n')
  expect(said).toMatch(/^Se deshizo: Se corrigió de dónde vino /m)
  expect(said).toMatch(/^Se corrigió \S+: typed wrong\. nota: ahora stirred twice$/m)
})

/** The demo kitchen, corrected, recalled and drilled. @returns all that was written in words */
async function written(language: Language): Promise<Record<string, unknown[]>> {
  kitchen = await openKitchen({ demo: true })
  const { api, dataDir } = kitchen
  await api.kitchen.speak({ requestId: newId(), language })
  const [bought] = (await api.pantry.stock({})).filter((lot) => lot.batchId === null && lot.supplier !== null)
  if (!bought) throw new Error('The demo kitchen has bought something.')
  const facts = { supplier: 'Another Farm', receivedOn: bought.receivedOn, bestBy: bought.bestBy }
  await api.pantry.correctLot({
    requestId: newId(),
    lotId: bought.id,
    ...facts,
    supplierLot: '',
    reason: 'typed wrong',
  })
  const last = await api.history.last({})
  await api.history.takeBack({ requestId: newId(), seq: last?.undo?.id ?? 0, reason: 'undone' })
  const { rows } = await api.batches.list({ limit: 50 })
  const batch = rows.find(({ state }) => state === 'finished')
  if (!batch) throw new Error('The demo kitchen has made something.')
  const open = await api.corrections.open({ batchId: batch.id })
  const uses = open.uses.map(({ useId, itemId, lotId, quantity }, at) => ({ useId, itemId, lotId: at === 0 ? null : lotId, quantity, moreThanRecorded: false })) // prettier-ignore
  await api.corrections.save({ requestId: newId(), batchId: batch.id, note: 'stirred twice', reason: 'typed wrong' })
  await api.corrections.save({ requestId: newId(), batchId: batch.id, uses, reason: 'nobody knows' })
  await api.recalls.open({ requestId: newId(), kind: 'recall', itemId: bought.itemId, reason: 'glass' })
  await api.drills.start({ requestId: newId(), seed: 7 })
  let found: Record<string, unknown[]> = {}
  await kitchen.restart(async () => {
    const db = new Database(path.join(dataDir, 'traceberry.db'), { readonly: true })
    found = Object.fromEntries(Object.entries(kept).map(([name, sql]) => [name, db.prepare(sql).all()]))
    db.close()
    await Promise.resolve()
  })
  return found
}
