import { appendOnly } from './appendOnly.ts'
import type { Migration } from './migration.ts'

/**
 * Labels designed in the kitchen, every version kept; and print jobs of labels that are not of a lot (cards, shelves,
 * deliveries), for which print_job is made anew, since SQLite cannot drop a NOT NULL.
 */
export const labelDesigns: Migration = {
  version: 70,
  name: 'label designs',
  sql: `
CREATE TABLE label_design (
  id INTEGER PRIMARY KEY,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE label_design_version (
  id INTEGER PRIMARY KEY,
  design_id INTEGER NOT NULL REFERENCES label_design (id),
  version INTEGER NOT NULL CHECK (version > 0),
  -- LabelDesign of shared/api/labelDesign.ts.
  body TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (design_id, version)
) STRICT;
CREATE INDEX label_design_version_by_seq ON label_design_version (seq);
${appendOnly(['label_design_version'])}

CREATE TABLE print_job_next (
  id INTEGER PRIMARY KEY,
  -- The lot whose units the labels are of; null for labels of other things.
  lot_id INTEGER REFERENCES lot (id),
  printer_id INTEGER NOT NULL REFERENCES printer (id),
  -- What labels that are not of units are of: “Cards of people”; empty for those of a lot.
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  -- The version of the design it was printed with; null for a layout that comes with the app.
  design_version_id INTEGER REFERENCES label_design_version (id),
  -- Why labels are printed that were printed before; empty for the first time.
  reason TEXT NOT NULL,
  problem TEXT,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO print_job_next (id, lot_id, printer_id, title, content, design_version_id, reason, problem, seq)
  SELECT id, lot_id, printer_id, '', content, NULL, reason, problem, seq FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_next RENAME TO print_job;
CREATE INDEX print_job_by_lot ON print_job (lot_id) WHERE lot_id IS NOT NULL;
CREATE INDEX print_job_by_printer ON print_job (printer_id);
CREATE INDEX print_job_by_design ON print_job (design_version_id) WHERE design_version_id IS NOT NULL;
CREATE INDEX print_job_by_seq ON print_job (seq);
`,
}
