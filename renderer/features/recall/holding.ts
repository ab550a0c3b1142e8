import type { Scope } from './notice.ts'

/** The reason that a hold carries: the notice, as long as a reason can be. */
export function holdReason(notice: string): string {
  return `Recall: ${notice}`.slice(0, 200)
}

/** One lot of each affected batch, and affected lots, that still have something in them and can be used or sent: ingredients and finished goods. */
export function lotsToHold({ lots, affected }: Scope): { readonly ingredients: number[]; readonly batches: number[] } {
  const batches = affected.filter((batch) => batch.units.onHand > 0).flatMap((batch) => batch.lotIds.slice(0, 1))
  const own = new Set(affected.flatMap((batch) => batch.lotIds))
  const ingredients = lots
    .filter((lot) => lot.verdict === 'affected' && !lot.held && lot.onHand.base > 0 && !own.has(lot.lotId))
    .map((lot) => lot.lotId)
  return { ingredients, batches }
}
