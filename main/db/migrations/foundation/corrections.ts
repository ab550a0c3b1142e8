import { appendOnly } from '../appendOnly.ts'

/** What was changed of a saved batch, and why: old and new stay, and the record follows the new. */
export const corrections = `
CREATE TABLE batch_correction (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX batch_correction_by_batch ON batch_correction (batch_id, id);
CREATE INDEX batch_correction_by_seq ON batch_correction (seq);

-- Old and new value of one fact; null where there was none, or is none any more.
CREATE TABLE batch_change (
  correction_id INTEGER NOT NULL REFERENCES batch_correction (id),
  line INTEGER NOT NULL,
  fact TEXT NOT NULL,
  old TEXT,
  new TEXT,
  PRIMARY KEY (correction_id, line)
) STRICT, WITHOUT ROWID;

-- An ingredient row that a correction removed or replaced.
CREATE TABLE batch_use_end (
  batch_use_id INTEGER PRIMARY KEY REFERENCES batch_use (id),
  correction_id INTEGER NOT NULL REFERENCES batch_correction (id)
) STRICT;
CREATE INDEX batch_use_end_by_correction ON batch_use_end (correction_id);

-- Ingredient rows that no correction ended: what a batch took, as far as anybody knows today.
CREATE VIEW standing_use AS
  SELECT batch_use.* FROM batch_use
  WHERE NOT EXISTS (SELECT 1 FROM batch_use_end WHERE batch_use_end.batch_use_id = batch_use.id);
${appendOnly(['batch_correction', 'batch_change', 'batch_use_end'])}
`
