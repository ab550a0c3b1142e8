/** Where the units of one finished lot are, in whole sale units. */
export interface UnitTally {
  readonly made: number
  readonly onHand: number
  readonly held: number
  /** At a place that is known, sold or given there; what came back is not in it. */
  readonly sent: number
  /** Opened to taste or to test, at no place in particular. */
  readonly sampled: number
  readonly ownUse: number
  readonly discarded: number
  readonly setAside: number
  /** Used as an ingredient of another batch (rework). */
  readonly reworked: number
  /** Counted corrections, signed: missing units are negative. They explain what is unaccounted, and do not close it. */
  readonly corrected: number
}

/**
 * Units made that the record does not place, those missing at a count included. Negative when more is placed than
 * was made, which is shown, never clamped (mass balance as auditors check it: BRCGS Food 3.9, SQF 2.6.2).
 */
export function unaccounted(tally: UnitTally): number {
  return tally.made - placed(tally)
}

/** Share of the units made that the record places, in percent; may pass 100. Null for a lot of none. */
export function accountedPercent(tally: UnitTally): number | null {
  return tally.made === 0 ? null : (100 * placed(tally)) / tally.made
}

function placed({ onHand, held, sent, sampled, ownUse, discarded, setAside, reworked }: UnitTally): number {
  return onHand + held + sent + sampled + ownUse + discarded + setAside + reworked
}

export function addTallies(tallies: readonly UnitTally[]): UnitTally {
  const sum = (key: keyof UnitTally) => tallies.reduce((total, tally) => total + tally[key], 0)
  return {
    made: sum('made'),
    onHand: sum('onHand'),
    held: sum('held'),
    sent: sum('sent'),
    sampled: sum('sampled'),
    ownUse: sum('ownUse'),
    discarded: sum('discarded'),
    setAside: sum('setAside'),
    reworked: sum('reworked'),
    corrected: sum('corrected'),
  }
}
