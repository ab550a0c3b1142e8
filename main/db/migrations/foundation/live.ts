import { appendOnly } from '../appendOnly.ts'

/** Batches while they are being made, and what is noted of a batch: readings, notes, photos. */
export const live = `
-- A batch that was started and has its number; it is in progress until a row of live_batch_end says how it ended.
CREATE TABLE live_batch (
  id INTEGER PRIMARY KEY,
  lot_number TEXT NOT NULL UNIQUE,
  product_id INTEGER NOT NULL REFERENCES item (id),
  recipe_id INTEGER NOT NULL REFERENCES recipe (id),
  started_on TEXT NOT NULL,
  started_at TEXT NOT NULL,
  planned INTEGER NOT NULL CHECK (planned > 0),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX live_batch_by_product ON live_batch (product_id);
CREATE INDEX live_batch_by_recipe ON live_batch (recipe_id);
CREATE INDEX live_batch_by_seq ON live_batch (seq);

-- Finished or failed as a batch, or, without one, never made after all, with the reason.
CREATE TABLE live_batch_end (
  live_id INTEGER PRIMARY KEY REFERENCES live_batch (id),
  batch_id INTEGER UNIQUE REFERENCES batch (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX live_batch_end_by_seq ON live_batch_end (seq);

-- What people attach: stored once, whoever refers to it.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg')),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  content BLOB NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX attachment_by_seq ON attachment (seq);

-- A reading, a note or a photo, of a batch in progress or of one that was saved. Numbers are exact thousandths.
CREATE TABLE batch_entry (
  id INTEGER PRIMARY KEY,
  live_id INTEGER REFERENCES live_batch (id),
  batch_id INTEGER REFERENCES batch (id),
  kind TEXT NOT NULL CHECK (kind IN ('reading', 'note', 'photo')),
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  thousandths INTEGER,
  unit TEXT NOT NULL,
  text TEXT NOT NULL,
  attachment_id INTEGER REFERENCES attachment (id),
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((live_id IS NULL) <> (batch_id IS NULL)),
  CHECK ((kind = 'reading') = (thousandths IS NOT NULL)),
  CHECK ((kind = 'photo') = (attachment_id IS NOT NULL))
) STRICT;
CREATE INDEX batch_entry_by_live ON batch_entry (live_id) WHERE live_id IS NOT NULL;
CREATE INDEX batch_entry_by_batch ON batch_entry (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX batch_entry_by_attachment ON batch_entry (attachment_id) WHERE attachment_id IS NOT NULL;
CREATE INDEX batch_entry_by_seq ON batch_entry (seq);

-- An entry that was a mistake.
CREATE TABLE batch_entry_end (
  entry_id INTEGER PRIMARY KEY REFERENCES batch_entry (id),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX batch_entry_end_by_seq ON batch_entry_end (seq);

-- Readings that stand of the batches saved, with those noted while they were being made.
CREATE VIEW batch_reading AS
  SELECT coalesce(batch_entry.batch_id, live_batch_end.batch_id) AS batch_id, batch_entry.id, batch_entry.name,
    batch_entry.thousandths, batch_entry.unit, batch_entry.at
  FROM batch_entry LEFT JOIN live_batch_end ON live_batch_end.live_id = batch_entry.live_id
  WHERE batch_entry.kind = 'reading' AND coalesce(batch_entry.batch_id, live_batch_end.batch_id) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM batch_entry_end WHERE batch_entry_end.entry_id = batch_entry.id);

-- What was typed on a batch page and is not saved yet. Not a fact: it is kept over and over while a person types and
-- goes when the batch is saved or the draft thrown away, so it has no place in the history and may change.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES item (id),
  live_id INTEGER REFERENCES live_batch (id),
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  kept_at TEXT NOT NULL,
  -- When it was saved or thrown away; for a while it can be had back.
  closed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_product ON draft (product_id);
CREATE INDEX draft_by_live ON draft (live_id) WHERE live_id IS NOT NULL;
${appendOnly(['live_batch', 'live_batch_end', 'attachment', 'batch_entry', 'batch_entry_end'])}
`
