import type { Generated } from 'kysely'

type Severity = 'minor' | 'serious' | 'ill'

/** The tables of complaints, follow-ups, best batches and weights checked. */
export interface QualityTables {
  complaint: {
    id: Generated<number>
    batch_id: number | null
    serial: number | null
    what: string
    who: string
    heard_on: string
    seq: number
  }
  complaint_outcome: { id: Generated<number>; complaint_id: number; outcome: string; seq: number }
  complaint_entry: {
    id: Generated<number>
    complaint_id: number
    kind: 'linked' | 'graded' | 'noted' | 'photo' | 'replied' | 'replaced' | 'reopened' | 'withdrawn'
    batch_id: number | null
    serial: number | null
    symptom: Generated<string>
    severity: Severity | null
    text: Generated<string>
    attachment_id: number | null
    shipment_id: number | null
    seq: number
  }
  /** Complaints that were not withdrawn, each with the batch, the grade and the outcome that hold. */
  standing_complaint: {
    id: number
    what: string
    who: string
    heard_on: string
    seq: number
    batch_id: number | null
    serial: number | null
    symptom: string
    severity: Severity | null
    outcome: string | null
  }
  follow_up: {
    id: Generated<number>
    batch_id: number
    day: string
    stars: number | null
    note: string
    seq: number
  }
  best_batch: { id: Generated<number>; product_id: number; batch_id: number | null; seq: number }
  check_weight: { id: Generated<number>; lot_id: number; typed: string; base: number; seq: number }
  check_weight_end: { check_weight_id: number; reason: string; seq: number }
}
