import { appendOnly } from '../appendOnly.ts'

/** What customers say of a jar, and what came of it. */
export const complaints = `
CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  -- The unit it is about, where its number is known.
  serial INTEGER CHECK (serial > 0),
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  heard_on TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX complaint_by_batch ON complaint (batch_id, id);
CREATE INDEX complaint_by_seq ON complaint (seq);

-- What came of it; the newest row holds.
CREATE TABLE complaint_outcome (
  id INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  outcome TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX complaint_outcome_by_complaint ON complaint_outcome (complaint_id, id);
CREATE INDEX complaint_outcome_by_seq ON complaint_outcome (seq);
${appendOnly(['complaint', 'complaint_outcome'])}
`
