import type { Generated } from 'kysely'

export type RecallKind = 'recall' | 'market withdrawal' | 'stock recovery' | 'drill'

/** The tables of recalls and drills. */
export interface RecallTables {
  recall: {
    id: Generated<number>
    kind: RecallKind
    title: string
    criteria: string
    opened_on: string
    seed: number | null
    seq: number
  }
  recall_detail: { id: Generated<number>; recall_id: number; detail: string; seq: number }
  recall_lot: {
    recall_id: number
    lot_id: number
    verdict: 'affected' | 'cannot tell'
    because: string
    units: string
    seq: number
  }
  recall_notice: {
    id: Generated<number>
    recall_id: number
    place_id: number | null
    means: string
    told_on: string
    seq: number
  }
  recall_response: {
    id: Generated<number>
    recall_id: number
    place_id: number
    lot_id: number
    answered_on: string
    on_hand: number
    returned: number
    destroyed: number
    note: string
    seq: number
  }
  recall_check: {
    id: Generated<number>
    recall_id: number
    place_id: number
    checked_on: string
    result: 'effective' | 'not effective' | 'not reached'
    note: string
    seq: number
  }
  recall_end: {
    id: Generated<number>
    recall_id: number
    ended: number
    ended_on: string
    statement: string
    seq: number
  }
  drill_step: { recall_id: number; step: string; at: string; finding: string; seq: number }
}
