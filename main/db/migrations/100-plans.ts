import { appendOnly } from './appendOnly.ts'
import type { Migration } from './migration.ts'

/** What is meant to be made, sheets of paper for when there is no power, and what a corrected lot was before. */
export const plans: Migration = {
  version: 100,
  name: 'plans',
  sql: `
-- A batch that is meant to be made.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES item (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX plan_by_product ON plan (product_id);
CREATE INDEX plan_by_seq ON plan (seq);

-- What exactly; a row for each change, and the last one holds.
CREATE TABLE plan_change (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  -- The recipe as it was then; what is begun later is made by the newest.
  recipe_id INTEGER NOT NULL REFERENCES recipe (id),
  day TEXT NOT NULL,
  -- Units of the main pack that the whole cook fills; where a batch is repeated, units of all its packs.
  planned INTEGER NOT NULL CHECK (planned > 0),
  -- All of it goes into this pack; null for the usual ones.
  pack_id INTEGER REFERENCES item (id),
  -- The batch that is repeated; null for the recipe.
  like_batch_id INTEGER REFERENCES batch (id),
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX plan_change_by_plan ON plan_change (plan_id, id);
CREATE INDEX plan_change_by_recipe ON plan_change (recipe_id);
CREATE INDEX plan_change_by_pack ON plan_change (pack_id) WHERE pack_id IS NOT NULL;
CREATE INDEX plan_change_by_like ON plan_change (like_batch_id) WHERE like_batch_id IS NOT NULL;
CREATE INDEX plan_change_by_seq ON plan_change (seq);

-- Made as a batch, or, without one, not made after all, with the reason. A batch that is voided opens its plan again.
CREATE TABLE plan_end (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  batch_id INTEGER UNIQUE REFERENCES batch (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX plan_end_by_plan ON plan_end (plan_id);
CREATE INDEX plan_end_by_seq ON plan_end (seq);

-- An end that was taken back: the plan is open again.
CREATE TABLE plan_end_back (
  end_id INTEGER PRIMARY KEY REFERENCES plan_end (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX plan_end_back_by_seq ON plan_end_back (seq);

-- A batch in progress that a plan was begun as.
CREATE TABLE plan_begun (
  live_id INTEGER PRIMARY KEY REFERENCES live_batch (id),
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX plan_begun_by_plan ON plan_begun (plan_id);
CREATE INDEX plan_begun_by_seq ON plan_begun (seq);

CREATE VIEW plan_now AS
  SELECT plan.product_id, plan_change.* FROM plan JOIN plan_change ON plan_change.plan_id = plan.id
  WHERE NOT EXISTS (SELECT 1 FROM plan_change AS later WHERE later.plan_id = plan.id AND later.id > plan_change.id);

CREATE VIEW standing_plan_end AS
  SELECT plan_end.* FROM plan_end
  WHERE NOT EXISTS (SELECT 1 FROM plan_end_back WHERE plan_end_back.end_id = plan_end.id)
  AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'batch' AND void.ref_id = plan_end.batch_id);

-- A sheet of paper on which a batch is written down by hand. Its lot number is issued when it is typed in.
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  -- Tells it from a sheet of the same number that was printed before an older backup was restored.
  tag TEXT NOT NULL,
  product_id INTEGER NOT NULL REFERENCES item (id),
  recipe_id INTEGER NOT NULL REFERENCES recipe (id),
  plan_id INTEGER REFERENCES plan (id),
  planned INTEGER NOT NULL CHECK (planned > 0),
  pack_id INTEGER REFERENCES item (id),
  like_batch_id INTEGER REFERENCES batch (id),
  made_at TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX sheet_by_product ON sheet (product_id);
CREATE INDEX sheet_by_recipe ON sheet (recipe_id);
CREATE INDEX sheet_by_plan ON sheet (plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX sheet_by_pack ON sheet (pack_id) WHERE pack_id IS NOT NULL;
CREATE INDEX sheet_by_like ON sheet (like_batch_id) WHERE like_batch_id IS NOT NULL;
CREATE INDEX sheet_by_seq ON sheet (seq);

-- The batch that a sheet was typed in as; one that is voided leaves the sheet to be typed in again.
CREATE TABLE sheet_batch (
  batch_id INTEGER PRIMARY KEY REFERENCES batch (id),
  sheet_id INTEGER NOT NULL REFERENCES sheet (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX sheet_batch_by_sheet ON sheet_batch (sheet_id);
CREATE INDEX sheet_batch_by_seq ON sheet_batch (seq);

-- Where a lot came from as it stood before a correction, by the entry of the history that corrected it.
CREATE TABLE lot_before (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  supplier_id INTEGER REFERENCES supplier (id),
  received_on TEXT,
  best_by TEXT,
  supplier_lot TEXT,
  cost_cents INTEGER
) STRICT;
CREATE INDEX lot_before_by_lot ON lot_before (lot_id);
CREATE INDEX lot_before_by_supplier ON lot_before (supplier_id) WHERE supplier_id IS NOT NULL;
${appendOnly(['plan', 'plan_change', 'plan_end', 'plan_end_back', 'plan_begun', 'sheet', 'sheet_batch', 'lot_before'])}
`,
}
