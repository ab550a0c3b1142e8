import { appendOnly } from '../appendOnly.ts'

/**
 * Bins that hold one ingredient. What is in a bin from one “emptied” to the next is one lot (`lot.bin_id`), into which
 * lots are poured: its stock is the sum of its movements as of any lot.
 */
export const bins = `
CREATE TABLE bin (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  item_id INTEGER NOT NULL REFERENCES item (id)
) STRICT;
CREATE INDEX bin_by_item ON bin (item_id);

-- Some of a lot went into what a bin holds. Two movements carry it: out of the lot, into the bin's.
CREATE TABLE pour (
  id INTEGER PRIMARY KEY,
  bin_lot_id INTEGER NOT NULL REFERENCES lot (id),
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  typed TEXT NOT NULL,
  base INTEGER NOT NULL CHECK (base > 0),
  day TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX pour_by_bin ON pour (bin_lot_id, lot_id);
CREATE INDEX pour_by_lot ON pour (lot_id, bin_lot_id);
CREATE INDEX pour_by_seq ON pour (seq);

-- A bin was seen empty, and cleaned or not: what is poured in later mixes with nothing from before.
CREATE TABLE bin_emptied (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  day TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX bin_emptied_by_lot ON bin_emptied (lot_id);
CREATE INDEX bin_emptied_by_seq ON bin_emptied (seq);

CREATE VIEW standing_pour AS
  SELECT pour.* FROM pour WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'pour' AND ref_id = pour.id);
CREATE VIEW standing_emptied AS
  SELECT bin_emptied.* FROM bin_emptied WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'emptied' AND ref_id = bin_emptied.id);
${appendOnly(['pour', 'bin_emptied'])}
`
