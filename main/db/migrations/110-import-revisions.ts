import type { Migration } from './migration.ts'

/** Two windows, two imports, an answer that got lost: what each may write is checked against what it has seen. */
export const importRevisions: Migration = {
  version: 110,
  name: 'import revisions',
  sql: `
-- Counts every change of an import; what was worked out from an older one is worked out again, or refused.
ALTER TABLE import ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
-- The last entry of the history that was known when its rows were looked at, or that it wrote itself since.
ALTER TABLE import ADD COLUMN seen_seq INTEGER NOT NULL DEFAULT 0;
-- The command that brought the file, so that one whose answer got lost brings it once.
ALTER TABLE import_sheet ADD COLUMN request_id TEXT;
-- 0 until all of its rows are there.
ALTER TABLE import_sheet ADD COLUMN arrived INTEGER NOT NULL DEFAULT 1 CHECK (arrived IN (0, 1));
CREATE INDEX import_sheet_by_request ON import_sheet (request_id) WHERE request_id IS NOT NULL;
`,
}
