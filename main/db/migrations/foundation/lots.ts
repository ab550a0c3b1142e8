import { appendOnly } from '../appendOnly.ts'

/** Every quantity with one origin, bought or made; what changed it, which units of it are where, and what holds it. */
export const lots = `
-- A lot is any quantity with one origin, bought or made. Its facts may be corrected (old values stay in audit); what it is may not.
CREATE TABLE lot (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item (id),
  batch_id INTEGER REFERENCES batch (id),
  receipt_id INTEGER REFERENCES receipt (id),
  -- The bin that holds it: what was poured in from one “emptied” to the next (bins.ts).
  bin_id INTEGER REFERENCES bin (id),
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
  CHECK ((batch_id IS NOT NULL) + (receipt_id IS NOT NULL) + (bin_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX lot_available ON lot (item_id, best_by, received_on, id) WHERE on_hand > 0;
CREATE INDEX lot_by_source ON lot (item_id, supplier_id, received_on);
CREATE INDEX lot_by_batch ON lot (batch_id);
CREATE INDEX lot_by_receipt ON lot (receipt_id);
CREATE INDEX lot_by_bin ON lot (bin_id, id) WHERE bin_id IS NOT NULL;
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

CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'made', 'used', 'sent', 'returned', 'sampled', 'own use', 'discarded', 'set aside', 'counted', 'poured')),
  delta INTEGER NOT NULL,
  day TEXT NOT NULL,
  batch_use_id INTEGER REFERENCES batch_use (id),
  shipment_line_id INTEGER REFERENCES shipment_line (id),
  returned_line_id INTEGER REFERENCES returned_line (id),
  pour_id INTEGER REFERENCES pour (id),
  -- The movement that this one takes back.
  takes_back INTEGER UNIQUE REFERENCES movement (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX movement_by_lot ON movement (lot_id, id);
CREATE INDEX movement_by_use ON movement (batch_use_id) WHERE batch_use_id IS NOT NULL;
CREATE INDEX movement_by_line ON movement (shipment_line_id) WHERE shipment_line_id IS NOT NULL;
CREATE INDEX movement_by_returned_line ON movement (returned_line_id) WHERE returned_line_id IS NOT NULL;
CREATE INDEX movement_by_pour ON movement (pour_id) WHERE pour_id IS NOT NULL;
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
  state TEXT NOT NULL CHECK (state IN ('on hand', 'sent', 'sampled', 'own use', 'discarded', 'set aside', 'used', 'missing')),
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  PRIMARY KEY (lot_id, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_range_by_movement ON unit_range (movement_id);

CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  reason TEXT NOT NULL,
  -- The hold on everything of a kind that brought it (holds.ts).
  rule_id INTEGER REFERENCES hold_rule (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX hold_by_lot ON hold (lot_id, id);
CREATE INDEX hold_by_rule ON hold (rule_id) WHERE rule_id IS NOT NULL;
CREATE INDEX hold_by_seq ON hold (seq);

CREATE TRIGGER lot_keeps_origin BEFORE UPDATE OF id, item_id, batch_id, receipt_id, bin_id, typed, base, unit ON lot
  BEGIN SELECT RAISE(ABORT, 'what a lot is cannot be changed'); END;
CREATE TRIGGER lot_no_delete BEFORE DELETE ON lot BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END;
${appendOnly(['movement', 'movement_range', 'hold', 'lot_correction'])}
`
