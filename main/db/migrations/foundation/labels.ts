/** Printers, and the outbox of labels. */
export const labels = `
CREATE TABLE printer (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  dpi INTEGER NOT NULL,
  label_width_mm REAL NOT NULL,
  label_height_mm REAL NOT NULL
) STRICT;

-- The outbox of labels: one row a unit, written before a byte leaves.
CREATE TABLE print_job (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  printer_id INTEGER NOT NULL REFERENCES printer (id),
  content TEXT NOT NULL,
  problem TEXT,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX print_job_by_lot ON print_job (lot_id);
CREATE INDEX print_job_by_printer ON print_job (printer_id);
CREATE INDEX print_job_by_seq ON print_job (seq);

CREATE TABLE print_unit (
  job_id INTEGER NOT NULL REFERENCES print_job (id),
  serial INTEGER NOT NULL CHECK (serial > 0),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'to check', 'cancelled')),
  PRIMARY KEY (job_id, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_unit_open ON print_unit (state, job_id) WHERE state IN ('waiting', 'sending', 'to check');
`
