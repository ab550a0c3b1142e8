import { type CodeList, compactDays, judgeCode } from './codeList.ts'
import type { Day } from './day.ts'
import { type DayRange, findDays } from './noticeDays.ts'
import { sayDay } from '../words/day.ts'
import { say } from '../words/say.ts'

/** What a supplier's notice says of lots. Every criterion given must hold; dates are inclusive at both ends. */
export interface RecallCriteria {
  /** Null for any item. */
  readonly itemId: number | null
  readonly supplierId: number | null
  /** Lot codes on the bags, or of own lots. */
  readonly codes: CodeList | null
  readonly receivedFrom: Day | null
  readonly receivedTo: Day | null
  /** Best-by days on the bags; empty for any. */
  readonly bestBy: readonly DayRange[]
}

/** The facts of a lot that a notice can ask about; null where nobody recorded it. */
export interface LotFacts {
  readonly itemId: number
  readonly supplierId: number | null
  readonly supplier: string | null
  readonly supplierLot: string | null
  readonly receivedOn: Day | null
  readonly bestBy: Day | null
  /** Made here: its code is its own lot number, which nobody misread. */
  readonly isOwn: boolean
}

type MissingFact = 'supplier' | 'received date' | 'supplier lot' | 'best-by date' | 'ingredient lot'
type MatchBasis = 'supplier' | 'supplier lot' | 'date window' | 'best-by date' | 'ingredient' | 'bin'

export type LotVerdict =
  | { readonly verdict: 'affected'; readonly basis: readonly MatchBasis[] }
  | { readonly verdict: 'not affected'; readonly reason: string }
  | {
      readonly verdict: 'cannot tell'
      readonly missing: readonly MissingFact[]
      /** What a person has to compare, as clauses; empty where only facts are missing. */
      readonly doubts: readonly string[]
    }

/** What one criterion says of a lot. */
type Finding =
  | { readonly basis: MatchBasis }
  | { readonly missing: MissingFact }
  | { readonly doubt: string }
  | { readonly against: string }

/**
 * Judges one lot. A supplier lot code decides where the lot has one; where it has none, the days stand in for it
 * (21 CFR 7.46(a) asks for lots, kitchens often have only the receipt). One fact that contradicts the notice clears
 * the lot; a lot that nothing contradicts but whose record lacks a fact, or whose code only nearly is one of the
 * notice, cannot be told.
 */
export function judgeLot(lot: LotFacts, notice: RecallCriteria): LotVerdict {
  if (notice.itemId !== null && lot.itemId !== notice.itemId)
    return { verdict: 'not affected', reason: say('is another ingredient') }
  const findings = [...judgeSupplier(lot, notice), ...(judgeByCode(lot, notice) ?? judgeByDays(lot, notice))]
  const against = findings.find((finding) => 'against' in finding)
  if (against) return { verdict: 'not affected', reason: against.against }
  const missing = findings.flatMap((finding) => ('missing' in finding ? finding.missing : []))
  const doubts = findings.flatMap((finding) => ('doubt' in finding ? finding.doubt : []))
  if (missing.length + doubts.length > 0) return { verdict: 'cannot tell', missing, doubts }
  const basis = findings.flatMap((finding) => ('basis' in finding ? finding.basis : []))
  return { verdict: 'affected', basis: basis.length > 0 ? basis : ['ingredient'] }
}

function judgeSupplier(lot: LotFacts, { supplierId }: RecallCriteria): Finding[] {
  if (supplierId === null) return []
  if (lot.supplierId === null) return [{ missing: 'supplier' }]
  if (lot.supplierId === supplierId) return [{ basis: 'supplier' }]
  return [{ against: say('came from another supplier: {supplier}', { supplier: lot.supplier ?? '' }) }]
}

/** @returns undefined where the code decides nothing and the days are asked */
function judgeByCode({ supplierLot, isOwn }: LotFacts, { codes, bestBy }: RecallCriteria): Finding[] | undefined {
  if (supplierLot === null) return undefined
  // A bag whose only code is its date.
  if (!isOwn && bestBy.length > 0 && daysOfCode(supplierLot).some((day) => isWithin(day, bestBy)))
    return [{ basis: 'best-by date' }]
  if (codes === null) return undefined
  const verdict = judgeCode(supplierLot, codes)
  if (verdict.is === 'on it') return [{ basis: 'supplier lot' }]
  if (verdict.is === 'in doubt' && !isOwn)
    return [{ doubt: say('as supplier lot {lot}, {why}', { lot: supplierLot, why: verdict.why }) }]
  return [{ against: say('came as another supplier lot: {lot}', { lot: supplierLot }) }]
}

/** What a code may mean as a day, with or without strokes between. */
function daysOfCode(code: string): (Day | null)[] {
  return [...compactDays(code.replace(/\D/g, '')), ...findDays(code, '2999-12-31').map(({ from }) => from)]
}

function judgeByDays({ receivedOn, bestBy: goodUntil }: LotFacts, notice: RecallCriteria): Finding[] {
  const { receivedFrom, receivedTo, bestBy, codes } = notice
  const findings: Finding[] = []
  if (receivedFrom !== null || receivedTo !== null) {
    if (receivedOn === null) findings.push({ missing: 'received date' })
    else if (receivedFrom !== null && receivedOn < receivedFrom)
      findings.push({ against: say('came in on {day}, before the window', { day: sayDay(receivedOn) }) })
    else if (receivedTo !== null && receivedOn > receivedTo)
      findings.push({ against: say('came in on {day}, after the window', { day: sayDay(receivedOn) }) })
    else findings.push({ basis: 'date window' })
  }
  if (bestBy.length > 0) {
    if (goodUntil === null) findings.push({ missing: 'best-by date' })
    else if (isWithin(goodUntil, bestBy)) findings.push({ basis: 'best-by date' })
    else
      findings.push({ against: say('is best by {day}, another day than the notice names', { day: sayDay(goodUntil) }) })
  }
  return findings.length === 0 && codes !== null ? [{ missing: 'supplier lot' }] : findings
}

function isWithin(day: Day | null, days: readonly DayRange[]): boolean {
  return day !== null && days.some(({ from, to }) => from <= day && day <= to)
}
