import type { Generated } from 'kysely'

export type PrintState = 'waiting' | 'sending' | 'sent' | 'printed' | 'to check' | 'cancelled'

/** The tables of printers, labels designed here, and labels printed. */
export interface LabelTables {
  printer: { id: Generated<number>; name: string; name_key: string; profile: string; removed: number }
  label_design: { id: Generated<number>; removed: number }
  label_design_version: { id: Generated<number>; design_id: number; version: number; body: string; seq: number }
  print_job: {
    id: Generated<number>
    lot_id: number | null
    printer_id: number
    title: string
    content: string
    design_version_id: number | null
    reason: string
    problem: string | null
    seq: number
  }
  print_unit: { job_id: number; serial: number; state: PrintState; bitmap_hash: string | null }
  label_bitmap: { hash: string; width_dots: number; height_dots: number; dots: Uint8Array }
}
