import type { Generated } from 'kysely'

interface PlanFacts {
  plan_id: number
  recipe_id: number
  day: string
  planned: number
  pack_id: number | null
  like_batch_id: number | null
  note: string
  seq: number
}

interface PlanEnd {
  id: Generated<number>
  plan_id: number
  batch_id: number | null
  reason: string
  seq: number
}

/** The tables of migrations/100-plans.ts. */
export interface PlanTables {
  plan: { id: Generated<number>; product_id: number; seq: number }
  plan_change: { id: Generated<number> } & PlanFacts
  plan_end: PlanEnd
  plan_end_back: { end_id: number; reason: string; seq: number }
  plan_begun: { live_id: number; plan_id: number; seq: number }
  /** Every plan as its last change says. */
  plan_now: { id: number; product_id: number } & PlanFacts
  /** Ends that hold: neither taken back nor by a batch that is void. */
  standing_plan_end: PlanEnd
  sheet: {
    id: Generated<number>
    tag: string
    product_id: number
    recipe_id: number
    plan_id: number | null
    planned: number
    pack_id: number | null
    like_batch_id: number | null
    made_at: string
    seq: number
  }
  sheet_batch: { batch_id: number; sheet_id: number; seq: number }
  lot_before: {
    seq: number
    lot_id: number
    supplier_id: number | null
    received_on: string | null
    best_by: string | null
    supplier_lot: string | null
    cost_cents: number | null
  }
}
