import { type BatchFinding, judgeNamed } from '../../shared/domain/batchScope.ts'
import { judgeCode } from '../../shared/domain/codeList.ts'
import { type Day } from '../../shared/domain/day.ts'
import { equipmentOfBatches, peopleOfBatches, usersOfBin } from '../db/repos/batchFacts.ts'
import { binById } from '../db/repos/bins.ts'
import { batchesFrom } from '../db/repos/genealogy.ts'
import { batchesMade, batchesWithUnknownLot } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import { allergenFindings } from './recallAllergen.ts'
import type { BatchCriteria, Named } from './recallCriteria.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

type Made = Awaited<ReturnType<typeof batchesMade>>[number]
type Judge = (batch: Made) => BatchFinding

/** What each criterion says of every batch that stands. */
export async function judgeBatches(db: Db, criteria: BatchCriteria): Promise<Map<number, BatchFinding[]>> {
  const made = await batchesMade(db)
  const judges = await judgesOf(db, criteria, made)
  return new Map(made.map((batch) => [batch.id, judges.map((judge) => judge(batch))]))
}

async function judgesOf(db: Db, criteria: BatchCriteria, made: readonly Made[]): Promise<Judge[]> {
  const { ownLots, madeFrom, madeTo, bin, equipment, person, allergen } = criteria
  const judges: Judge[] = []
  // One's own numbers are in the record as they were printed: one that is nearly the number is another batch.
  if (ownLots !== null) {
    const [fits, against] = [say('its lot number'), say('has another lot number')]
    judges.push(({ lot_number }) => (judgeCode(lot_number, ownLots).is === 'on it' ? { fits } : { against }))
  }
  if ((madeFrom ?? madeTo) !== null) judges.push(dayJudge(madeFrom, madeTo))
  if (person !== null) {
    const names = byBatch(await peopleOfBatches(db))
    const words = { basis: say('who made it'), verb: say('was made by'), never: say('nobody recorded who made it') }
    judges.push(({ id }) => judgeNamed(namesOf(names, id), person.name, words))
  }
  const tools = byBatch((equipment ?? allergen) === null ? [] : await equipmentOfBatches(db))
  if (equipment !== null) {
    const words = {
      basis: say('its equipment'),
      verb: say('was made with'),
      never: say('nobody recorded what it was made with'),
    }
    judges.push(({ id }) => judgeNamed(namesOf(tools, id), equipment.name, words))
  }
  if (bin !== null) judges.push(await binJudge(db, bin))
  if (allergen !== null) {
    const found = await allergenFindings(db, allergen, made, tools)
    const missing = say('nobody recorded what is in it')
    judges.push(({ id }) => found.get(id) ?? { missing })
  }
  return judges
}

/** Says each day once: many batches share it. */
function dayJudge(from: Day | null, to: Day | null): Judge {
  const said = new Map<Day, BatchFinding>()
  return ({ made_on }) => {
    const known = said.get(made_on) ?? judgeDay(made_on, from, to)
    said.set(made_on, known)
    return known
  }
}

function judgeDay(madeOn: Day, from: Day | null, to: Day | null): BatchFinding {
  if (from !== null && madeOn < from)
    return { against: say('was made on {day}, before the window', { day: sayDay(madeOn) }) }
  if (to !== null && madeOn > to)
    return { against: say('was made on {day}, after the window', { day: sayDay(madeOn) }) }
  return { fits: say('the day it was made') }
}

/** Whatever took from the bin, directly or in a batch that it was made with. */
async function binJudge(db: Db, { id: binId, name }: Named): Promise<Judge> {
  const itemId = (await binById(db, binId))?.item_id ?? null
  const users = new Set((await usersOfBin(db, binId)).batchIds)
  const withThem = new Set(await batchesFrom(db, [...users]))
  const unknown = new Set(await batchesFrom(db, await batchesWithUnknownLot(db, itemId)))
  const direct = { fits: say('its bin: {name}', { name }) }
  const through = { fits: say('its bin: {name}, through what it was made with', { name }) }
  const perhaps = { missing: say('which lot was used was never recorded: it may have come from {name}', { name }) }
  const not = { against: say('took nothing from {name}', { name }) }
  return ({ id }) => {
    if (users.has(id)) return direct
    if (withThem.has(id)) return through
    return unknown.has(id) ? perhaps : not
  }
}

function byBatch<T extends Named & { readonly batch_id: number }>(rows: readonly T[]): Map<number, T[]> {
  return Map.groupBy(rows, (row) => row.batch_id)
}

function namesOf(byId: ReadonlyMap<number, readonly Named[]>, batchId: number): string[] {
  return (byId.get(batchId) ?? []).map(({ name }) => name)
}
