import { sortAllergens } from './allergens.ts'

/** A batch made on a piece of equipment; `seq` orders what was recorded for the same day. */
export interface EquipmentRun {
  readonly batchId: number
  readonly equipmentId: number
  readonly day: string
  readonly seq: number
  /** Allergens that were in it for sure, as shared/domain/allergens.ts writes them. */
  readonly contains: readonly string[]
}

interface EquipmentCleaning {
  readonly equipmentId: number
  readonly day: string
  readonly seq: number
}

/** Allergens that a batch may have taken over from an earlier one, through one piece of equipment. */
export interface CrossContact {
  readonly batchId: number
  readonly equipmentId: number
  /** The latest batch before with these allergens since the equipment was last cleaned. */
  readonly fromBatchId: number
  readonly fromDay: string
  /** None of them is in the batch itself. */
  readonly allergens: readonly string[]
  /** Whether a cleaning was ever written down: where none was, nobody can tell whether it was cleaned between. */
  readonly isCleaningLogged: boolean
}

/**
 * What batches may have taken over from others by shared equipment with no cleaning between (allergen cross-contact, as
 * in 21 CFR 117.3). An allergen stays until a cleaning, also past batches without it. Within a day the order is that of
 * recording; a cleaning that cannot be shown to have come between does not count.
 * @param runs every batch on the equipment asked about that stands, failed ones too
 * @returns by batch in the order in which they were made
 */
export function crossContacts(
  runs: readonly EquipmentRun[],
  cleanings: readonly EquipmentCleaning[],
): readonly CrossContact[] {
  const cleaned = Map.groupBy(cleanings, ({ equipmentId }) => equipmentId)
  return [...Map.groupBy(runs, ({ equipmentId }) => equipmentId)].flatMap(([equipmentId, own]) =>
    onOne(own.toSorted(inOrder), (cleaned.get(equipmentId) ?? []).toSorted(inOrder)),
  )
}

function onOne(runs: readonly EquipmentRun[], cleanings: readonly EquipmentCleaning[]): CrossContact[] {
  const left = new Map<string, EquipmentRun>()
  const found: CrossContact[] = []
  let nextCleaning = 0
  for (const run of runs) {
    for (let next = cleanings[nextCleaning]; next && inOrder(next, run) < 0; next = cleanings[nextCleaning]) {
      left.clear()
      nextCleaning += 1
    }
    const own = new Set(run.contains)
    const taken = [...left].filter(([allergen]) => !own.has(allergen))
    for (const [from, allergens] of Map.groupBy(taken, ([, source]) => source))
      found.push({
        batchId: run.batchId,
        equipmentId: run.equipmentId,
        fromBatchId: from.batchId,
        fromDay: from.day,
        allergens: sortAllergens(allergens.map(([allergen]) => allergen)),
        isCleaningLogged: cleanings.length > 0,
      })
    for (const allergen of own) left.set(allergen, run)
  }
  return found
}

function inOrder(a: { readonly day: string; readonly seq: number }, b: { readonly day: string; readonly seq: number }) {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.seq - b.seq
}
