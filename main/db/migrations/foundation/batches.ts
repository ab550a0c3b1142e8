import { appendOnly } from '../appendOnly.ts'

/** Production runs, what each took of which lot, and the numbers that were ever given out. */
export const batches = `
-- Which run it is never changes; its day, figures and note follow its corrections (corrections.ts).
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

CREATE TABLE batch_use (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  lot_id INTEGER REFERENCES lot (id),
  typed TEXT NOT NULL,
  base INTEGER NOT NULL CHECK (base > 0),
  basis TEXT NOT NULL CHECK (basis IN ('assumed', 'confirmed')),
  -- Why a lot on hold or past its date was used all the same.
  override_reason TEXT,
  -- The correction that wrote it; null for a row of the batch as it was saved.
  correction_id INTEGER REFERENCES batch_correction (id)
) STRICT;
CREATE INDEX batch_use_by_batch ON batch_use (batch_id, line);
CREATE INDEX batch_use_by_correction ON batch_use (correction_id) WHERE correction_id IS NOT NULL;
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

-- What a label of the batch says, as it was when the batch was recorded or corrected: the newest row counts.
CREATE TABLE batch_label (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  statement TEXT NOT NULL,
  contains TEXT NOT NULL,
  may_contain TEXT NOT NULL,
  -- Ingredients of which nobody had said what is in them, and those nobody could weigh.
  unchecked TEXT NOT NULL,
  unweighed TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX batch_label_by_batch ON batch_label (batch_id, id);
CREATE INDEX batch_label_by_seq ON batch_label (seq);

CREATE TABLE issued_number (number_key TEXT PRIMARY KEY, number TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX issued_number_by_number ON issued_number (number);

CREATE TRIGGER batch_keeps_identity BEFORE UPDATE OF id, lot_number, lot_key, product_id, recipe_id, seq ON batch
  BEGIN SELECT RAISE(ABORT, 'which run a batch is cannot be changed'); END;
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'batches are never deleted'); END;
${appendOnly(['batch_use', 'batch_label', 'issued_number'])}
`
