import { type Day, showDay } from './day.ts'
import { lotKey } from './lotNumber.ts'

/** What a supplier's notice says. Every criterion given must hold; dates are inclusive at both ends. */
export interface RecallCriteria {
  readonly itemId: number
  readonly supplierId: number | null
  readonly supplierLot: string | null
  readonly receivedFrom: Day | null
  readonly receivedTo: Day | null
}

/** The facts of a received lot that a notice can ask about; null where nobody recorded it. */
export interface LotFacts {
  readonly itemId: number
  readonly supplierId: number | null
  readonly supplier: string | null
  readonly supplierLot: string | null
  readonly receivedOn: Day | null
}

type MissingFact = 'supplier' | 'received date' | 'supplier lot' | 'ingredient lot'
type MatchBasis = 'supplier' | 'supplier lot' | 'date window' | 'ingredient'

export type LotVerdict =
  | { readonly verdict: 'affected'; readonly basis: readonly MatchBasis[] }
  | { readonly verdict: 'not affected'; readonly reason: string }
  | { readonly verdict: 'cannot tell'; readonly missing: readonly MissingFact[] }

/**
 * Judges one lot. A supplier lot code decides where the lot has one; where it has none, the date window stands
 * in for it (21 CFR 7.46(a) asks for lots, kitchens often have only the receipt). One fact that contradicts the
 * notice clears the lot; a lot that nothing contradicts but whose record lacks a fact cannot be told.
 */
export function judgeLot(lot: LotFacts, notice: RecallCriteria): LotVerdict {
  if (lot.itemId !== notice.itemId) return { verdict: 'not affected', reason: 'is another ingredient' }
  const basis: MatchBasis[] = []
  const missing: MissingFact[] = []

  if (notice.supplierId !== null) {
    if (lot.supplierId !== null && lot.supplierId !== notice.supplierId)
      return { verdict: 'not affected', reason: `came from another supplier: ${lot.supplier ?? ''}` }
    if (lot.supplierId === null) missing.push('supplier')
    else basis.push('supplier')
  }

  const hasWindow = notice.receivedFrom !== null || notice.receivedTo !== null
  if (notice.supplierLot !== null && lot.supplierLot !== null) {
    if (lotKey(lot.supplierLot) !== lotKey(notice.supplierLot))
      return { verdict: 'not affected', reason: `came as another supplier lot: ${lot.supplierLot}` }
    basis.push('supplier lot')
  } else {
    if (notice.supplierLot !== null && !hasWindow) missing.push('supplier lot')
    if (hasWindow) {
      if (lot.receivedOn === null) missing.push('received date')
      else if (notice.receivedFrom !== null && lot.receivedOn < notice.receivedFrom)
        return { verdict: 'not affected', reason: `came in on ${showDay(lot.receivedOn)}, before the window` }
      else if (notice.receivedTo !== null && lot.receivedOn > notice.receivedTo)
        return { verdict: 'not affected', reason: `came in on ${showDay(lot.receivedOn)}, after the window` }
      else basis.push('date window')
    }
  }

  if (missing.length > 0) return { verdict: 'cannot tell', missing }
  return { verdict: 'affected', basis: basis.length > 0 ? basis : ['ingredient'] }
}
