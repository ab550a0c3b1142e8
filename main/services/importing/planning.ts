import { AppError } from '../../../shared/api/errors.ts'
import { type ImportKind, importKinds } from '../../../shared/domain/importFields.ts'
import { bagsBrought, importById, nextRecordId, sheetsOfImport } from '../../db/repos/imports.ts'
import { lastEntry } from '../../db/repos/importRevisions.ts'
import { type Core, kitchenToday } from '../context.ts'
import { contentKeyOf, type Draft, type Group, settle } from './draft.ts'
import { readEarlier } from './earlier.ts'
import { openImport } from './openImport.ts'
import { groupsOf, inTurn } from './grouping.ts'
import { readKnown } from './known.ts'
import { nothingOut, readOut } from './out.ts'
import { keepPace, type Pace } from './pace.ts'
import type { RowIn } from './plan.ts'
import { planBatch } from './planBatches.ts'
import { planChange } from './planChanges.ts'
import { planIngredient, planPlace, planSupplier, thereAlready } from './planDirectory.ts'
import { planProduct } from './planProducts.ts'
import { planPurchase } from './planPurchases.ts'
import { planReturn } from './planReturns.ts'
import { planSending } from './planSales.ts'
import { NOT_LOOKED_AT, seenBy, writePlan } from './planWriting.ts'
import { readRows } from './rowsIn.ts'
import type { Signs } from './signs.ts'
import { readStock } from './stock.ts'
import { summaryOf } from './summary.ts'
import { sayWhatIsToldTwice } from './toldTwice.ts'
import { say } from '../../../shared/words/say.ts'
import { kept } from '../../../shared/words/kept.ts'

const planners: Readonly<Record<ImportKind, (draft: Draft, group: Group) => void>> = {
  suppliers: planSupplier,
  places: planPlace,
  ingredients: planIngredient,
  products: planProduct,
  purchases: planPurchase,
  batches: planBatch,
  sales: planSending,
  returns: planReturn,
  changes: planChange,
}

/** Plans of one import that are given up because the record or its rows changed meanwhile, before the person is told. */
const TRIES = 6

/**
 * Reads every sheet of an import again and says of each row what will become of it. Reads the record and writes only
 * the desk; in slices, so that the window is answered in between. What was worked out from rows or a record that
 * changed meanwhile is not written but worked out again. Imports are looked at one after the other.
 * @returns of how many rows something else is said than before
 * @throws AppError `conflict` where others keep changing it, or it is over
 */
export async function planImport(core: Core, importId: number): Promise<number> {
  return await core.inTurn('looking at imports', async () => await plan(core, importId))
}

/** As `planImport`, where the record changed since the rows were looked at, or they were not yet. */
export async function planIfStale(core: Core, importId: number): Promise<number> {
  const isStale = async () =>
    await core.store.read(async (db) => (await openImport(db, importId)).seen_seq !== (await lastEntry(db)))
  if (!(await isStale())) return 0
  return await core.inTurn('looking at imports', async () => ((await isStale()) ? await plan(core, importId) : 0))
}

/** Looks at the rows of an import that nobody has looked at: its files came one by one, and the last of them did not. */
export async function planIfNotLookedAt(core: Core, importId: number): Promise<void> {
  const row = await core.store.read(async (db) => await importById(db, importId))
  if (row?.state === 'open' && row.seen_seq === NOT_LOOKED_AT) await planIfStale(core, importId)
}

async function plan(core: Core, importId: number): Promise<number> {
  let changed = 0
  for (let tries = 0; tries < TRIES; tries += 1) {
    const written = await planOnce(core, importId)
    changed += written.changed
    if (written.isWhole) return changed
  }
  throw new AppError({
    code: 'conflict',
    message: say('This import or the record is being changed in another window all the time. Wait until that is done, then do this again.'), // prettier-ignore
  })
}

async function planOnce(core: Core, importId: number) {
  const { store } = core
  const pace = keepPace()
  const seen = await store.read(async (db) => await seenBy(db, importId))
  const { draft, rows, signs } = await readDraft(core, importId, pace)
  const groups = await withKeys(await groupsInOrder(draft, rows, pace), pace)
  const sheets = await store.read(async (db) => await sheetsOfImport(db, importId))
  const names = new Map(sheets.map((sheet) => [sheet.id, sheet.name === sheet.file ? sheet.file : `${sheet.file}, ${sheet.name}`])) // prettier-ignore
  const earlier = await readEarlier(store, groups, { importId, files: sheets.map((sheet) => sheet.file) }, pace)
  const whole: Draft = { ...draft, earlier }
  for (const group of groups) {
    const same = group.rows.every((row) => row.decision === 'add')
      ? undefined
      : earlier.same.get(group.contentKey)?.shift()
    if (same) {
      keepBag(whole, group, same.made.lotId)
      kept(() => thereAlready(whole, group, say('It was imported before.')))
    } else {
      // What is said of rows is kept with them, and said when they are read.
      kept(() => {
        planners[group.kind](whole, group)
        sayWhatIsToldTwice(whole, group, (id) => names.get(id) ?? '')
      })
    }
    await pace()
  }
  const summary = JSON.stringify(await summaryOf(whole, rows, signs, pace))
  return await writePlan(store, importId, { draft: whole, summary, seen }, pace)
}

async function groupsInOrder(draft: Draft, rows: readonly RowIn[], pace: Pace) {
  const byKind = Map.groupBy(
    rows.filter((row) => !draft.verdicts.has(row)),
    (row) => row.kind,
  )
  const of = async (kind: ImportKind) => await groupsOf(kind, byKind.get(kind) ?? [], pace)
  const later: readonly ImportKind[] = ['batches', 'sales', 'returns', 'changes']
  const first = []
  for (const kind of importKinds) if (!later.includes(kind)) first.push(...(await of(kind)))
  const others = [...(await of('sales')), ...(await of('returns')), ...(await of('changes'))]
  return [...first, ...(await inTurn(await of('batches'), others, pace))]
}

async function withKeys(groups: readonly Omit<Group, 'contentKey'>[], pace: Pace): Promise<Group[]> {
  const keyed: Group[] = []
  for (const group of groups) {
    keyed.push({ ...group, contentKey: contentKeyOf(group) })
    await pace()
  }
  return keyed
}

function keepBag({ stock }: Draft, { rows }: Group, lotId: number | undefined): void {
  const bag = rows[0]?.values['bag'] ?? ''
  const lot = stock.byId.get(lotId ?? 0)
  if (bag !== '' && lot) stock.bags.set(bag, lot)
}

async function readDraft(
  core: Core,
  importId: number,
  pace: Pace,
): Promise<{ draft: Draft; rows: RowIn[]; signs: Map<number, Signs> }> {
  const { store } = core
  const known = await readKnown(store, pace)
  const stock = await readStock(store, known, pace)
  for (const { bag, lotId } of await store.read(async (db) => await bagsBrought(db, importId))) {
    const lot = stock.byId.get(lotId)
    if (lot) stock.bags.set(bag, lot)
  }
  const sheets = await store.read(async (db) => await sheetsOfImport(db, importId))
  const draft: Draft = {
    known,
    stock,
    out: sheets.some((sheet) => sheet.kind === 'returns') ? await readOut(store, stock, pace) : nothingOut(),
    today: await store.read(async (db) => await kitchenToday(db, core)),
    earlier: {
      same: new Map(),
      changed: new Map(),
      changedAlike: new Map(),
      uses: new Map(),
      sent: new Map(),
      leaned: new Set(),
    },
    firstId: await store.read(nextRecordId),
    records: [],
    verdicts: new Map(),
    fresh: { ingredients: new Map(), suppliers: new Map(), places: new Map(), products: new Map() },
    shipments: new Map(),
    told: new Map(),
    seen: new Map(),
  }
  const rows: RowIn[] = []
  const signs = new Map<number, Signs>()
  for (const sheet of sheets) {
    const read = await readRows(store, sheet, pace)
    if (!read) continue
    for (const { row, noRow } of read.rows) {
      rows.push(row)
      if (noRow !== '') settle(draft, row, 'left out', noRow)
    }
    signs.set(sheet.id, read.signs)
  }
  return { draft, rows, signs }
}
