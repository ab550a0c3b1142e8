import { appendOnly } from '../appendOnly.ts'

/** Whom ingredients come from, and when. */
export const pantry = `
CREATE TABLE supplier (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  contact TEXT NOT NULL
) STRICT;

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER REFERENCES supplier (id),
  received_on TEXT,
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX receipt_by_supplier ON receipt (supplier_id);
CREATE INDEX receipt_by_seq ON receipt (seq);
${appendOnly(['receipt'])}
`
