import type { Migration } from './migration.ts'

/*
 * Facts are append-only: audit, recipes, batches, uses, movements, shipments, holds, corrections, voids and issued numbers refuse
 * update and delete. `lot.on_hand`, `lot.held`, `unit_range` and `edge` are projections of them, written in the same
 * transaction and checked by `history.verify`. Quantities are whole base units (shared/domain/units.ts).
 */
export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  sql: `
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

CREATE TABLE supplier (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  contact TEXT NOT NULL
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('market', 'store', 'online', 'person', 'donation', 'other')),
  contact TEXT NOT NULL
) STRICT;

CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ingredient', 'product')),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  code TEXT UNIQUE CHECK ((code IS NULL) = (kind = 'ingredient')),
  dimension TEXT NOT NULL CHECK (dimension IN ('mass', 'volume', 'count')),
  unit TEXT NOT NULL,
  shelf_life_days INTEGER CHECK (shelf_life_days > 0)
) STRICT;

CREATE TABLE recipe (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES item (id),
  version INTEGER NOT NULL,
  expected_yield INTEGER NOT NULL CHECK (expected_yield > 0),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (product_id, version)
) STRICT;
CREATE INDEX recipe_by_seq ON recipe (seq);

CREATE TABLE recipe_line (
  recipe_id INTEGER NOT NULL REFERENCES recipe (id),
  line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  typed TEXT NOT NULL,
  base INTEGER NOT NULL CHECK (base > 0),
  PRIMARY KEY (recipe_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX recipe_line_by_item ON recipe_line (item_id);

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER REFERENCES supplier (id),
  received_on TEXT,
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX receipt_by_supplier ON receipt (supplier_id);
CREATE INDEX receipt_by_seq ON receipt (seq);

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  lot_number TEXT NOT NULL,
  lot_key TEXT NOT NULL UNIQUE,
  product_id INTEGER NOT NULL REFERENCES item (id),
  recipe_id INTEGER NOT NULL REFERENCES recipe (id),
  made_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('finished', 'failed')),
  made INTEGER NOT NULL CHECK (made >= 0),
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX batch_by_day ON batch (made_on, id);
CREATE INDEX batch_by_product ON batch (product_id, made_on, id);
CREATE INDEX batch_by_recipe ON batch (recipe_id);
CREATE INDEX batch_by_seq ON batch (seq);

-- A lot is any quantity with one origin, bought or made. Its facts may be corrected (old values stay in audit); what it is may not.
CREATE TABLE lot (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item (id),
  batch_id INTEGER REFERENCES batch (id),
  receipt_id INTEGER REFERENCES receipt (id),
  supplier_id INTEGER REFERENCES supplier (id),
  received_on TEXT,
  best_by TEXT,
  supplier_lot TEXT,
  supplier_lot_key TEXT,
  cost_cents INTEGER CHECK (cost_cents >= 0),
  typed TEXT NOT NULL,
  base INTEGER NOT NULL CHECK (base >= 0),
  unit TEXT NOT NULL,
  on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  CHECK ((batch_id IS NULL) <> (receipt_id IS NULL))
) STRICT;
CREATE INDEX lot_available ON lot (item_id, best_by, received_on, id) WHERE on_hand > 0;
CREATE INDEX lot_by_source ON lot (item_id, supplier_id, received_on);
CREATE INDEX lot_by_batch ON lot (batch_id);
CREATE INDEX lot_by_receipt ON lot (receipt_id);
CREATE INDEX lot_by_supplier ON lot (supplier_id);
CREATE INDEX lot_by_best_by ON lot (best_by) WHERE on_hand > 0 AND best_by IS NOT NULL;
CREATE INDEX lot_on_hold ON lot (id) WHERE held = 1;
CREATE INDEX lot_without_supplier ON lot (id) WHERE receipt_id IS NOT NULL AND supplier_id IS NULL;
CREATE INDEX lot_without_day ON lot (id) WHERE receipt_id IS NOT NULL AND received_on IS NULL;
CREATE INDEX lot_by_supplier_lot ON lot (supplier_lot_key) WHERE supplier_lot_key IS NOT NULL;

-- What a correction changed of a lot's source: old and new as sentences, for people.
CREATE TABLE lot_correction (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  change TEXT NOT NULL,
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX lot_correction_by_lot ON lot_correction (lot_id);
CREATE INDEX lot_correction_by_seq ON lot_correction (seq);

CREATE TABLE batch_use (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  lot_id INTEGER REFERENCES lot (id),
  typed TEXT NOT NULL,
  base INTEGER NOT NULL CHECK (base > 0),
  basis TEXT NOT NULL CHECK (basis IN ('assumed', 'confirmed')),
  UNIQUE (batch_id, line)
) STRICT;
CREATE INDEX batch_use_by_lot ON batch_use (lot_id, batch_id);
CREATE INDEX batch_use_by_item ON batch_use (item_id, batch_id);

-- Genealogy as it stands: the batch took some of the lot, which \`made_by\` made (null for a received one).
CREATE TABLE edge (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  made_by INTEGER REFERENCES batch (id),
  PRIMARY KEY (batch_id, lot_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_by_lot ON edge (lot_id, batch_id);
CREATE INDEX edge_by_maker ON edge (made_by, batch_id) WHERE made_by IS NOT NULL;

CREATE TABLE shipment (
  id INTEGER PRIMARY KEY,
  place_id INTEGER NOT NULL REFERENCES place (id),
  sent_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX shipment_by_day ON shipment (sent_on, id);
CREATE INDEX shipment_by_place ON shipment (place_id, sent_on);
CREATE INDEX shipment_by_seq ON shipment (seq);

CREATE TABLE shipment_line (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipment (id),
  line INTEGER NOT NULL,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  units INTEGER NOT NULL CHECK (units > 0),
  basis TEXT NOT NULL CHECK (basis IN ('range', 'typed')),
  UNIQUE (shipment_id, line)
) STRICT;
CREATE INDEX shipment_line_by_lot ON shipment_line (lot_id, shipment_id);

CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'made', 'used', 'sent', 'discarded', 'set aside', 'counted')),
  delta INTEGER NOT NULL,
  day TEXT NOT NULL,
  batch_use_id INTEGER REFERENCES batch_use (id),
  shipment_line_id INTEGER REFERENCES shipment_line (id),
  -- The movement that this one takes back.
  takes_back INTEGER UNIQUE REFERENCES movement (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX movement_by_lot ON movement (lot_id, id);
CREATE INDEX movement_by_use ON movement (batch_use_id) WHERE batch_use_id IS NOT NULL;
CREATE INDEX movement_by_line ON movement (shipment_line_id) WHERE shipment_line_id IS NOT NULL;
CREATE INDEX movement_by_seq ON movement (seq);

-- Which serials a movement of a made lot took.
CREATE TABLE movement_range (
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  first INTEGER NOT NULL CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  PRIMARY KEY (movement_id, first)
) STRICT, WITHOUT ROWID;

-- Where every unit of a made lot is now; ranges of one lot never overlap and cover every serial once.
CREATE TABLE unit_range (
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  first INTEGER NOT NULL CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  state TEXT NOT NULL CHECK (state IN ('on hand', 'sent', 'discarded', 'set aside', 'used', 'missing')),
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  PRIMARY KEY (lot_id, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_range_by_movement ON unit_range (movement_id);

CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX hold_by_lot ON hold (lot_id, id);
CREATE INDEX hold_by_seq ON hold (seq);

-- A void is a new fact: what it names did not happen, and stays readable.
CREATE TABLE void (
  kind TEXT NOT NULL CHECK (kind IN ('batch', 'shipment', 'receipt')),
  ref_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (kind, ref_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX void_by_seq ON void (seq);

CREATE TABLE issued_number (number_key TEXT PRIMARY KEY, number TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX issued_number_by_number ON issued_number (number);

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
${['audit', 'recipe', 'recipe_line', 'receipt', 'batch', 'batch_use', 'shipment', 'shipment_line', 'movement', 'movement_range', 'hold', 'void', 'issued_number', 'lot_correction'].map(appendOnly).join('\n')}

CREATE TRIGGER lot_keeps_origin BEFORE UPDATE OF id, item_id, batch_id, receipt_id, typed, base, unit ON lot
  BEGIN SELECT RAISE(ABORT, 'what a lot is cannot be changed'); END;
CREATE TRIGGER lot_no_delete BEFORE DELETE ON lot BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END;
`,
}

function appendOnly(table: string): string {
  return `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`
}
