/** What a consignee received of one lot, and what it has said about it so far. */
export interface ConsigneeFigures {
  readonly placeId: number
  readonly isPublic: boolean
  readonly isTold: boolean
  readonly units: number
  readonly response: { readonly onHand: number; readonly returned: number; readonly destroyed: number } | null
}

/**
 * Figures of a status report (21 CFR 7.53(b)). `recovered % = 100 × (returned + destroyed) ÷ sent`; a place counts as
 * answering once it has answered for each of its lots. Nothing is clamped: more can come back than was recorded.
 */
export function recallFigures(lines: readonly ConsigneeFigures[]) {
  const sum = (value: (line: ConsigneeFigures) => number) => lines.reduce((total, line) => total + value(line), 0)
  const places = [...Map.groupBy(lines, (line) => line.placeId).values()]
  const reachable = places.filter((place) => place.every((line) => !line.isPublic))
  const sent = sum((line) => line.units)
  const returned = sum((line) => line.response?.returned ?? 0)
  const destroyed = sum((line) => line.response?.destroyed ?? 0)
  return {
    sent,
    sentToPublic: sum((line) => (line.isPublic ? line.units : 0)),
    onHandThere: sum((line) => line.response?.onHand ?? 0),
    returned,
    destroyed,
    recoveredPercent: sent === 0 ? null : (100 * (returned + destroyed)) / sent,
    consignees: places.length,
    reachable: reachable.length,
    told: reachable.filter((place) => place.every((line) => line.isTold)).length,
    responded: reachable.filter((place) => place.every((line) => line.response !== null)).length,
  }
}
