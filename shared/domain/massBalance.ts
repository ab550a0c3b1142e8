/** Where the units of one finished lot are, in whole sale units. */
export interface UnitTally {
  readonly made: number
  readonly onHand: number
  readonly held: number
  readonly sent: number
  readonly discarded: number
  readonly setAside: number
  /** Used as an ingredient of another batch (rework). */
  readonly reworked: number
  /** Counted corrections, signed: found more is positive. */
  readonly corrected: number
}

/**
 * Units made or found that no record places. Zero when the record closes; negative when more is placed than
 * was made, which is shown, never clamped (mass balance as auditors check it: BRCGS Food 3.9, SQF 2.6.2).
 */
export function unaccounted(tally: UnitTally): number {
  const { made, corrected, onHand, held, sent, discarded, setAside, reworked } = tally
  return made + corrected - onHand - held - sent - discarded - setAside - reworked
}

/** Share of the units made that the record places, in percent; may pass 100. Null for a lot of none. */
export function accountedPercent(tally: UnitTally): number | null {
  return tally.made === 0 ? null : (100 * (tally.made - unaccounted(tally))) / tally.made
}

export function addTallies(tallies: readonly UnitTally[]): UnitTally {
  const sum = (key: keyof UnitTally) => tallies.reduce((total, tally) => total + tally[key], 0)
  return {
    made: sum('made'),
    onHand: sum('onHand'),
    held: sum('held'),
    sent: sum('sent'),
    discarded: sum('discarded'),
    setAside: sum('setAside'),
    reworked: sum('reworked'),
    corrected: sum('corrected'),
  }
}
