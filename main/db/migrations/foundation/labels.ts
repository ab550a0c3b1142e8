import { appendOnly } from '../appendOnly.ts'

/** Printers, and the outbox of labels. */
export const labels = `
CREATE TABLE printer (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  -- Where it is, its language, its head and its roll: PrinterProfile of shared/api/printers.ts.
  profile TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

-- The outbox of labels: one row a unit, written before a byte leaves.
CREATE TABLE print_job (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  printer_id INTEGER NOT NULL REFERENCES printer (id),
  content TEXT NOT NULL,
  -- Why labels are printed that were printed before; empty for the first time.
  reason TEXT NOT NULL,
  problem TEXT,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX print_job_by_lot ON print_job (lot_id);
CREATE INDEX print_job_by_printer ON print_job (printer_id);
CREATE INDEX print_job_by_seq ON print_job (seq);

-- The dots that were sent, once by content: deflated rows, 1 = black.
CREATE TABLE label_bitmap (
  hash TEXT PRIMARY KEY,
  width_dots INTEGER NOT NULL,
  height_dots INTEGER NOT NULL,
  dots BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_unit (
  job_id INTEGER NOT NULL REFERENCES print_job (id),
  serial INTEGER NOT NULL CHECK (serial > 0),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'printed', 'to check', 'cancelled')),
  bitmap_hash TEXT REFERENCES label_bitmap (hash),
  PRIMARY KEY (job_id, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_unit_open ON print_unit (state, job_id) WHERE state IN ('waiting', 'sending', 'to check');
CREATE INDEX print_unit_by_bitmap ON print_unit (bitmap_hash) WHERE bitmap_hash IS NOT NULL;
${appendOnly(['label_bitmap'])}
`
