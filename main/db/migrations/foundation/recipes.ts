import { appendOnly } from '../appendOnly.ts'

/** What a kitchen buys and makes, and how: a batch keeps the version of the recipe it was made by. */
export const recipes = `
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ingredient', 'product')),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  -- A further pack of a product (4 oz jar beside the 8 oz jar): it shares the product's code, recipe and lot numbers.
  pack_of INTEGER REFERENCES item (id) CHECK (pack_of IS NULL OR kind = 'product'),
  code TEXT UNIQUE CHECK ((code IS NULL) = (kind = 'ingredient' OR pack_of IS NOT NULL)),
  dimension TEXT NOT NULL CHECK (dimension IN ('mass', 'volume', 'count')),
  unit TEXT NOT NULL,
  shelf_life_days INTEGER CHECK (shelf_life_days > 0),
  -- A product that is no longer made: kept with its batches, out of the way.
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
CREATE INDEX item_by_product ON item (pack_of) WHERE pack_of IS NOT NULL;

-- What one sale unit is: a row for the main pack of a product (place 0), and for each further one.
CREATE TABLE pack (
  item_id INTEGER PRIMARY KEY REFERENCES item (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  -- What people call it beside the others, \`4 oz jar\`; empty for a main pack that has no others beside it.
  name TEXT NOT NULL,
  -- The declared net contents as typed, and what one unit really holds where that was weighed.
  net TEXT,
  fill TEXT,
  gtin TEXT UNIQUE,
  price_cents INTEGER CHECK (price_cents >= 0),
  -- Units of a further pack that one recipe usually gives; the main pack takes the rest.
  usual INTEGER CHECK (usual > 0),
  -- No longer made: kept for its lots, left out of new batches.
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1))
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

-- What is read while it is made, with limits in exact thousandths of the unit, and what it is made with.
CREATE TABLE recipe_reading (
  recipe_id INTEGER NOT NULL REFERENCES recipe (id),
  line INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  least INTEGER,
  most INTEGER CHECK (most IS NULL OR least IS NULL OR most >= least),
  PRIMARY KEY (recipe_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipe_equipment (
  recipe_id INTEGER NOT NULL REFERENCES recipe (id),
  line INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (recipe_id, line)
) STRICT, WITHOUT ROWID;

-- What is in a bought ingredient, as its bag or its supplier says: the newest row of an ingredient (and supplier) counts.
CREATE TABLE ingredient_fact (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item (id),
  -- Null for whatever no supplier says otherwise.
  supplier_id INTEGER REFERENCES supplier (id),
  label_name TEXT NOT NULL,
  made_of TEXT NOT NULL,
  contains TEXT NOT NULL,
  may_contain TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ingredient_fact_by_item ON ingredient_fact (item_id, supplier_id, id);
CREATE INDEX ingredient_fact_by_supplier ON ingredient_fact (supplier_id) WHERE supplier_id IS NOT NULL;
CREATE INDEX ingredient_fact_by_seq ON ingredient_fact (seq);

-- How a product's list of ingredients is written, where somebody asked for more than the plain one.
CREATE TABLE label_option (
  item_id INTEGER PRIMARY KEY REFERENCES item (id),
  two_percent INTEGER NOT NULL CHECK (two_percent IN (0, 1)),
  without_water INTEGER NOT NULL CHECK (without_water IN (0, 1))
) STRICT;
${appendOnly(['recipe', 'recipe_line', 'recipe_reading', 'recipe_equipment', 'ingredient_fact'])}
`
