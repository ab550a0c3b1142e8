import type { Input, Output } from '../../shared/api/operation.ts'
import type { trace } from '../../shared/api/trace.ts'
import { lotOfBagCode } from '../../shared/domain/bagCode.ts'
import { codeReadings } from '../../shared/domain/codeReadings.ts'
import { scannedNumber } from '../../shared/domain/scannedNumber.ts'
import { batchesWithKeys, lotsWithKeys } from '../db/repos/finding.ts'
import { newestFound } from '../db/repos/search.ts'
import type { Db } from '../db/schema.ts'
import { codeScraps } from './codeScraps.ts'
import { type Context, kitchenToday } from './context.ts'
import { batchResults, type Found, lotResults, shipmentResults, unitsNamed } from './foundRows.ts'
import { namesFound } from './namesFound.ts'
import { shortlist } from './shortlist.ts'
import { say, sayWord } from '../../shared/words/say.ts'

const ENOUGH = 8
/** More than a person reads of one list. */
const MOST = 24

/**
 * What a typed, pasted or scanned text may mean: codes first, in any spelling, then a description without a code, then
 * names. What is only almost what was typed comes where nothing is exactly that, and says so.
 */
export async function find({ text }: Input<typeof trace.find>, context: Context): Promise<Output<typeof trace.find>> {
  const typed = scannedNumber(text ?? '')
  if (typed === '') return []
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const readings = codeScraps(typed).flatMap((scrap) => codeReadings(scrap, today))
    const sure = readings.filter(({ note }) => note === '' || note === 'year added')
    const units = await unitsNamed(db, sure)
    const numbers = sure.map(({ key }) => [key.toLowerCase()])
    const typedNumbers = sure.filter(({ note }) => note === '').map(({ key }) => [key.toLowerCase()])
    const batchIds = await newestFound(db, 'batch', numbers, ENOUGH)
    const bag = lotOfBagCode(typed)
    const lotIds = [...(bag === undefined ? [] : [bag]), ...(await newestFound(db, 'lot', typedNumbers, ENOUGH))]
    const nothing = units.length + batchIds.length + lotIds.length === 0
    const almost = nothing ? await almostNamed(db, readings) : []
    const named = await namesFound(db, typed)
    const described = await shortlist(db, typed, { today, dayAlone: nothing && named.results.length === 0 })
    return inGroups([
      ...units,
      ...almost,
      ...(await batchResults(db, [...new Set([...batchIds, ...described.batchIds, ...named.batchIds])])),
      ...(await lotResults(db, [...new Set([...lotIds, ...named.lotIds])])),
      ...(await shipmentResults(db, [...new Set([...described.shipmentIds, ...named.shipmentIds])])),
      ...named.results,
    ]).slice(0, MOST)
  })
}

/** Results of a kind stand together, a kind where its first one stood; each is there once. */
function inGroups(found: Found): Found {
  const once = new Map(found.map((each) => [`${each.kind} ${each.id} ${each.serial ?? ''}`, each]))
  return [...Map.groupBy(once.values(), ({ kind }) => kind).values()].flat()
}

/** Batches, units and supplier lots that a slip of the eye or of the finger separates from what was typed. */
async function almostNamed(db: Db, readings: ReturnType<typeof codeReadings>): Promise<Found> {
  const near = readings.filter(({ note }) => note === 'read again' || note === 'digits exchanged')
  const keysMeant = near.map(({ key }) => key)
  const units = await unitsNamed(db, near)
  const batches = await batchesWithKeys(db, keysMeant)
  const lots = await lotsWithKeys(db, keysMeant)
  const found = [
    ...units,
    ...(await batchResults(
      db,
      batches.map(({ id }) => id),
    )),
    ...(await lotResults(
      db,
      lots.map(({ id }) => id),
    )),
  ]
  const keys = new Map<string, string | null>([
    ...batches.map((row) => [`batch ${row.id}`, row.lot_key] as const),
    ...lots.map((row) => [`lot ${row.id}`, row.supplier_lot_key] as const),
  ])
  const noteOf = (key: string | null) => near.find((reading) => reading.key === key)?.note ?? 'read again'
  return found.map((each) => {
    const note = noteOf(keys.get(`${each.kind} ${each.id}`) ?? null)
    return {
      ...each,
      detail: say('almost what you typed ({note}): {detail}', { note: sayWord(note), detail: each.detail }),
    }
  })
}
