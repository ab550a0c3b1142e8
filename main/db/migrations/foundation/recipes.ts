import { appendOnly } from '../appendOnly.ts'

/** What a kitchen buys and makes, and how: a batch keeps the version of the recipe it was made by. */
export const recipes = `
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
${appendOnly(['recipe', 'recipe_line'])}
`
