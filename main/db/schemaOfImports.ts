import type { Generated } from 'kysely'

export type RowVerdict = 'ready' | 'check' | 'stopped' | 'left out' | 'there already' | 'imported'
export type AliasKind = 'supplier' | 'ingredient' | 'product' | 'place'

/** The tables of spreadsheets on their way into the record. */
export interface ImportTables {
  import: {
    id: Generated<number>
    name: string
    started_at: string
    state: 'open' | 'undoing' | 'undone' | 'closed'
    backup: string | null
    summary: string
    revision: Generated<number>
    seen_seq: Generated<number>
  }
  import_piece: { upload: string; place: number; content: Uint8Array; at: string }
  import_sheet: {
    id: Generated<number>
    import_id: number
    file: string
    sha256: string
    name: string
    kind: string | null
    header_row: number
    columns: string
    settings: string
    notes: string
    request_id: string | null
    arrived: number
  }
  import_record: {
    id: Generated<number>
    import_id: number
    place: number
    kind: string
    content_key: string
    natural_key: string
    plan: string
    state: 'planned' | 'stopped' | 'done' | 'undone'
    replaces: number | null
    made: string | null
    seq: number | null
  }
  import_row: {
    sheet_id: number
    line: number
    cells: string
    original: string | null
    decision: '' | 'add' | 'leave out'
    verdict: RowVerdict
    why: string
    record_id: number | null
  }
  import_alias: { kind: AliasKind; alias_key: string; alias: string; name: string }
}
