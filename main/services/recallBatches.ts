import { type BatchFinding, judgeNamed } from '../../shared/domain/batchScope.ts'
import { judgeCode } from '../../shared/domain/codeList.ts'
import { type Day, showDay } from '../../shared/domain/day.ts'
import { equipmentOfBatches, peopleOfBatches, usersOfBin } from '../db/repos/batchFacts.ts'
import { binById } from '../db/repos/bins.ts'
import { batchesFrom } from '../db/repos/genealogy.ts'
import { batchesMade, batchesWithUnknownLot } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import { allergenFindings } from './recallAllergen.ts'
import type { BatchCriteria, Named } from './recallCriteria.ts'

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
  if (ownLots !== null)
    judges.push(({ lot_number }) =>
      judgeCode(lot_number, ownLots).is === 'on it'
        ? { fits: 'its lot number' }
        : { against: 'has another lot number' },
    )
  if ((madeFrom ?? madeTo) !== null) judges.push(({ made_on }) => judgeDay(made_on, madeFrom, madeTo))
  if (person !== null) {
    const names = byBatch(await peopleOfBatches(db))
    const words = { basis: 'who made it', verb: 'was made by', never: 'nobody recorded who made it' }
    judges.push(({ id }) => judgeNamed(namesOf(names, id), person.name, words))
  }
  const tools = byBatch((equipment ?? allergen) === null ? [] : await equipmentOfBatches(db))
  if (equipment !== null) {
    const words = { basis: 'its equipment', verb: 'was made with', never: 'nobody recorded what it was made with' }
    judges.push(({ id }) => judgeNamed(namesOf(tools, id), equipment.name, words))
  }
  if (bin !== null) judges.push(await binJudge(db, bin))
  if (allergen !== null) {
    const found = await allergenFindings(db, allergen, made, tools)
    judges.push(({ id }) => found.get(id) ?? { missing: 'nobody recorded what is in it' })
  }
  return judges
}

function judgeDay(madeOn: Day, from: Day | null, to: Day | null): BatchFinding {
  if (from !== null && madeOn < from) return { against: `was made on ${showDay(madeOn)}, before the window` }
  if (to !== null && madeOn > to) return { against: `was made on ${showDay(madeOn)}, after the window` }
  return { fits: 'the day it was made' }
}

/** Whatever took from the bin, directly or in a batch that it was made with. */
async function binJudge(db: Db, { id: binId, name }: Named): Promise<Judge> {
  const itemId = (await binById(db, binId))?.item_id ?? null
  const users = new Set((await usersOfBin(db, binId)).batchIds)
  const withThem = new Set(await batchesFrom(db, [...users]))
  const unknown = new Set(await batchesFrom(db, await batchesWithUnknownLot(db, itemId)))
  return ({ id }) => {
    if (users.has(id)) return { fits: `its bin: ${name}` }
    if (withThem.has(id)) return { fits: `its bin: ${name}, through what it was made with` }
    if (unknown.has(id)) return { missing: `which lot was used was never recorded: it may have come from ${name}` }
    return { against: `took nothing from ${name}` }
  }
}

function byBatch<T extends Named & { readonly batch_id: number }>(rows: readonly T[]): Map<number, T[]> {
  return Map.groupBy(rows, (row) => row.batch_id)
}

function namesOf(byId: ReadonlyMap<number, readonly Named[]>, batchId: number): string[] {
  return (byId.get(batchId) ?? []).map(({ name }) => name)
}
