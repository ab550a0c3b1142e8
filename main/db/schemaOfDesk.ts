/** The tables of migrations/090-desk.ts. */
export interface DeskTables {
  desk: { seq: number; person_id: number | null; inspecting: number; leave_asked_at: string | null }
  person_pin: { person_id: number; salt: string; hash: string; wrong: number; wrong_at: string | null }
}
