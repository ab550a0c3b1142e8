import { appendOnly } from './appendOnly.ts'
import type { Migration } from './migration.ts'

/**
 * Complaints also of jars that nobody can name yet, with everything that was done about each; what was said of batches
 * later, the best batch of a product, and weights checked against what the label declares.
 */
export const quality: Migration = {
  version: 60,
  name: 'quality',
  sql: `
CREATE TABLE complaint_of_60 (
  id INTEGER PRIMARY KEY,
  -- Null while nobody knows which batch it is about.
  batch_id INTEGER REFERENCES batch (id),
  -- The unit it is about, where its number is known.
  serial INTEGER CHECK (serial > 0),
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  heard_on TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO complaint_of_60 SELECT id, batch_id, serial, what, who, heard_on, seq FROM complaint;
DROP TABLE complaint;
ALTER TABLE complaint_of_60 RENAME TO complaint;
CREATE INDEX complaint_by_batch ON complaint (batch_id, id);
CREATE INDEX complaint_by_seq ON complaint (seq);

-- What became known of a complaint and what was done about it; of each kind the newest row holds.
CREATE TABLE complaint_entry (
  id INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  kind TEXT NOT NULL CHECK (kind IN ('linked', 'graded', 'noted', 'photo', 'replied', 'replaced', 'reopened', 'withdrawn')),
  batch_id INTEGER REFERENCES batch (id),
  serial INTEGER CHECK (serial > 0),
  symptom TEXT NOT NULL DEFAULT '',
  severity TEXT CHECK (severity IN ('minor', 'serious', 'ill')),
  text TEXT NOT NULL DEFAULT '',
  attachment_id INTEGER REFERENCES attachment (id),
  shipment_id INTEGER REFERENCES shipment (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX complaint_entry_by_complaint ON complaint_entry (complaint_id, kind, id);
CREATE INDEX complaint_entry_by_batch ON complaint_entry (batch_id);
CREATE INDEX complaint_entry_by_attachment ON complaint_entry (attachment_id);
CREATE INDEX complaint_entry_by_shipment ON complaint_entry (shipment_id);
CREATE INDEX complaint_entry_by_seq ON complaint_entry (seq);

-- Complaints as they stand: about which unit, how bad, and what came of them.
CREATE VIEW standing_complaint AS
SELECT complaint.id, complaint.what, complaint.who, complaint.heard_on, complaint.seq,
  iif(link.id IS NULL, complaint.batch_id, link.batch_id) AS batch_id,
  iif(link.id IS NULL, complaint.serial, link.serial) AS serial,
  coalesce(grade.symptom, '') AS symptom, grade.severity,
  iif(coalesce(reopened.seq, 0) > coalesce(outcome.seq, 0), NULL, outcome.outcome) AS outcome
FROM complaint
LEFT JOIN complaint_entry AS link ON link.id =
  (SELECT max(id) FROM complaint_entry WHERE complaint_id = complaint.id AND kind = 'linked')
LEFT JOIN complaint_entry AS grade ON grade.id =
  (SELECT max(id) FROM complaint_entry WHERE complaint_id = complaint.id AND kind = 'graded')
LEFT JOIN complaint_entry AS reopened ON reopened.id =
  (SELECT max(id) FROM complaint_entry WHERE complaint_id = complaint.id AND kind = 'reopened')
LEFT JOIN complaint_outcome AS outcome ON outcome.id =
  (SELECT max(id) FROM complaint_outcome WHERE complaint_id = complaint.id)
WHERE NOT EXISTS (SELECT 1 FROM complaint_entry WHERE complaint_id = complaint.id AND kind = 'withdrawn');

-- How a batch turned out to be, by day: stars where somebody gave them.
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  day TEXT NOT NULL,
  stars INTEGER CHECK (stars BETWEEN 1 AND 5),
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX follow_up_by_batch ON follow_up (batch_id, day, id);
CREATE INDEX follow_up_by_seq ON follow_up (seq);

-- The batch that a product's next one begins as; the newest row of a product holds, null for none any more.
CREATE TABLE best_batch (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES item (id),
  batch_id INTEGER REFERENCES batch (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX best_batch_by_product ON best_batch (product_id, id);
CREATE INDEX best_batch_by_batch ON best_batch (batch_id);
CREATE INDEX best_batch_by_seq ON best_batch (seq);

-- What a unit weighed, without its container; a row of \`check_weight_end\` takes it back.
CREATE TABLE check_weight (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  typed TEXT NOT NULL,
  base INTEGER NOT NULL CHECK (base > 0),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX check_weight_by_lot ON check_weight (lot_id, id);
CREATE INDEX check_weight_by_seq ON check_weight (seq);
CREATE TABLE check_weight_end (
  check_weight_id INTEGER PRIMARY KEY REFERENCES check_weight (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX check_weight_end_by_seq ON check_weight_end (seq);
${appendOnly(['complaint', 'complaint_entry', 'follow_up', 'best_batch', 'check_weight', 'check_weight_end'])}
`,
}
