import { appendOnly } from '../appendOnly.ts'

/** Whom ingredients come from and when, and what a kitchen knows of each ingredient. */
export const pantry = `
CREATE TABLE supplier (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  -- Who to ask for, and how to reach them.
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER REFERENCES supplier (id),
  received_on TEXT,
  -- What was there on the first day: bought before anything was written down.
  opening INTEGER NOT NULL CHECK (opening IN (0, 1)),
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX receipt_by_supplier ON receipt (supplier_id);
CREATE INDEX receipt_by_seq ON receipt (seq);

-- The kitchen's own conversions as typed: one \`1 cup\` equals \`120 g\`. The newest row of a measure counts; one without
-- a value ends it. What was recorded with an older one stays as it was.
CREATE TABLE item_factor (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item (id),
  measure TEXT NOT NULL,
  one TEXT NOT NULL,
  equals TEXT,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX item_factor_by_item ON item_factor (item_id, measure, id);
CREATE INDEX item_factor_by_seq ON item_factor (seq);

-- What a pack with that number under its stripes (a GTIN of 14 digits) is, as a person said once.
CREATE TABLE known_pack (
  gtin TEXT PRIMARY KEY CHECK (length(gtin) = 14),
  item_id INTEGER NOT NULL REFERENCES item (id),
  typed TEXT NOT NULL,
  supplier_id INTEGER REFERENCES supplier (id)
) STRICT;
CREATE INDEX known_pack_by_item ON known_pack (item_id);
CREATE INDEX known_pack_by_supplier ON known_pack (supplier_id);

-- Below this an ingredient runs low.
CREATE TABLE item_level (
  item_id INTEGER PRIMARY KEY REFERENCES item (id),
  typed TEXT NOT NULL,
  base INTEGER NOT NULL CHECK (base > 0)
) STRICT;
${appendOnly(['receipt', 'item_factor'])}
`
