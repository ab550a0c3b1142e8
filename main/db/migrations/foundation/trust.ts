import { appendOnly } from '../appendOnly.ts'

/** What makes the record trustworthy: the audit chain, voids, and the kitchen’s settings. */
export const trust = `
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  op TEXT NOT NULL,
  input TEXT NOT NULL,
  output TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A void is a new fact: what it names did not happen, and stays readable.
CREATE TABLE void (
  kind TEXT NOT NULL CHECK (kind IN ('batch', 'shipment', 'returned', 'receipt', 'pour', 'emptied')),
  ref_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (kind, ref_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX void_by_seq ON void (seq);
${appendOnly(['audit', 'void'])}
`
