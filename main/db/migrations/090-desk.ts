import { appendOnly } from './appendOnly.ts'
import type { Migration } from './migration.ts'

/** Who is at the laptop, what proves it, and whether an inspector looks. */
export const desk: Migration = {
  version: 90,
  name: 'desk',
  sql: `
-- A row for each change; the last one holds.
CREATE TABLE desk (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  -- Null where nobody in particular is named.
  person_id INTEGER REFERENCES person (id),
  inspecting INTEGER NOT NULL CHECK (inspecting IN (0, 1)),
  -- When somebody asked to leave inspector mode without a PIN.
  leave_asked_at TEXT
) STRICT;
CREATE INDEX desk_by_person ON desk (person_id);

-- No facts: an old PIN is forgotten, and wrong ones are only counted, to slow down who tries them all.
CREATE TABLE person_pin (
  person_id INTEGER PRIMARY KEY REFERENCES person (id),
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  wrong INTEGER NOT NULL CHECK (wrong >= 0),
  wrong_at TEXT
) STRICT;

-- Corrections and voids of ten years, without reading all of its history.
CREATE INDEX audit_by_op ON audit (op, seq);
${appendOnly(['desk'])}
`,
}
