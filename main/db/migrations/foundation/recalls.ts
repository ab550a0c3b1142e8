import { appendOnly } from '../appendOnly.ts'

/**
 * Recalls and drills: what was known when each was opened, and everything that came after, as rows of their own. A
 * recall is a snapshot: later records extend it and rewrite nothing.
 */
export const recalls = `
CREATE TABLE recall (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('recall', 'market withdrawal', 'stock recovery', 'drill')),
  title TEXT NOT NULL,
  -- What was asked (JSON), so that it can be asked again of a record that has grown.
  criteria TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  -- The printed seed that drew the lot of a drill.
  seed INTEGER,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((seed IS NULL) = (kind <> 'drill'))
) STRICT;
CREATE INDEX recall_by_seq ON recall (seq);

-- Class, reason, strategy and the rest (JSON); the newest row holds.
CREATE TABLE recall_detail (
  id INTEGER PRIMARY KEY,
  recall_id INTEGER NOT NULL REFERENCES recall (id),
  detail TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX recall_detail_by_recall ON recall_detail (recall_id, id);
CREATE INDEX recall_detail_by_seq ON recall_detail (seq);

-- Lots of the snapshot, finished ones and ingredients, with the evidence and the units as they were then.
CREATE TABLE recall_lot (
  recall_id INTEGER NOT NULL REFERENCES recall (id),
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('affected', 'cannot tell')),
  because TEXT NOT NULL,
  units TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (recall_id, lot_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX recall_lot_by_lot ON recall_lot (lot_id);
CREATE INDEX recall_lot_by_seq ON recall_lot (seq);

-- Who was told, how and when; no place for the public.
CREATE TABLE recall_notice (
  id INTEGER PRIMARY KEY,
  recall_id INTEGER NOT NULL REFERENCES recall (id),
  place_id INTEGER REFERENCES place (id),
  means TEXT NOT NULL,
  told_on TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX recall_notice_by_recall ON recall_notice (recall_id, id);
CREATE INDEX recall_notice_by_place ON recall_notice (place_id);
CREATE INDEX recall_notice_by_seq ON recall_notice (seq);

-- What a consignee said of one lot, totals so far; the newest row of a place and lot holds.
CREATE TABLE recall_response (
  id INTEGER PRIMARY KEY,
  recall_id INTEGER NOT NULL REFERENCES recall (id),
  place_id INTEGER NOT NULL REFERENCES place (id),
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  answered_on TEXT NOT NULL,
  on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
  returned INTEGER NOT NULL CHECK (returned >= 0),
  destroyed INTEGER NOT NULL CHECK (destroyed >= 0),
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX recall_response_by_recall ON recall_response (recall_id, id);
CREATE INDEX recall_response_by_place ON recall_response (place_id);
CREATE INDEX recall_response_by_lot ON recall_response (lot_id);
CREATE INDEX recall_response_by_seq ON recall_response (seq);

-- Effectiveness checks (21 CFR 7.42(b)(3)).
CREATE TABLE recall_check (
  id INTEGER PRIMARY KEY,
  recall_id INTEGER NOT NULL REFERENCES recall (id),
  place_id INTEGER NOT NULL REFERENCES place (id),
  checked_on TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('effective', 'not effective', 'not reached')),
  note TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX recall_check_by_recall ON recall_check (recall_id, id);
CREATE INDEX recall_check_by_place ON recall_check (place_id);
CREATE INDEX recall_check_by_seq ON recall_check (seq);

-- Termination, or the opening of a terminated one again; the newest row holds.
CREATE TABLE recall_end (
  id INTEGER PRIMARY KEY,
  recall_id INTEGER NOT NULL REFERENCES recall (id),
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
  ended_on TEXT NOT NULL,
  statement TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX recall_end_by_recall ON recall_end (recall_id, id);
CREATE INDEX recall_end_by_seq ON recall_end (seq);

-- Steps of a drill as they were done: when, and what was found (JSON).
CREATE TABLE drill_step (
  recall_id INTEGER NOT NULL REFERENCES recall (id),
  step TEXT NOT NULL,
  at TEXT NOT NULL,
  finding TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (recall_id, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX drill_step_by_seq ON drill_step (seq);
${appendOnly([
  'recall',
  'recall_detail',
  'recall_lot',
  'recall_notice',
  'recall_response',
  'recall_check',
  'recall_end',
  'drill_step',
])}
`
