import type { Migration } from './migration.ts'

/*
 * A spreadsheet on its way into the record. These tables are a desk and not the record: what is imported becomes facts
 * through the same services as what is typed, and the audit keeps what was taken from which file. They stay so that the
 * rest can be finished later, the same file adds nothing again, and one import can be undone as a whole.
 */
export const imports: Migration = {
  version: 50,
  name: 'imports',
  sql: `
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  started_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'undoing', 'undone', 'closed')),
  -- The backup made before the first row went in.
  backup TEXT,
  -- What the plan found out about the whole: spellings that may be one, new names, how dates are read.
  summary TEXT NOT NULL
) STRICT;

-- A piece of a file that is still arriving.
CREATE TABLE import_piece (
  upload TEXT NOT NULL,
  place INTEGER NOT NULL,
  content BLOB NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (upload, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_sheet (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  -- What is in it; null for a sheet that is left out.
  kind TEXT,
  -- The row of heads, counted from 0; -1 for none.
  header_row INTEGER NOT NULL,
  columns TEXT NOT NULL,
  settings TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX import_sheet_by_import ON import_sheet (import_id, id);

CREATE TABLE import_record (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  -- In this order records are imported: what others lean on comes first.
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  content_key TEXT NOT NULL,
  natural_key TEXT NOT NULL,
  plan TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'stopped', 'done', 'undone')),
  -- The record of an earlier import of this file that it takes the place of.
  replaces INTEGER REFERENCES import_record (id),
  -- What it became, and the entry of the history that says so.
  made TEXT,
  seq INTEGER REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX import_record_by_import ON import_record (import_id, state, place);
CREATE INDEX import_record_by_content ON import_record (content_key) WHERE state = 'done';
CREATE INDEX import_record_by_replaced ON import_record (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX import_record_by_seq ON import_record (seq) WHERE seq IS NOT NULL;

CREATE TABLE import_row (
  sheet_id INTEGER NOT NULL REFERENCES import_sheet (id),
  line INTEGER NOT NULL,
  cells TEXT NOT NULL,
  -- The cells as they came, where a person changed one here: the same file is known again by them.
  original TEXT,
  decision TEXT NOT NULL CHECK (decision IN ('', 'add', 'leave out')),
  verdict TEXT NOT NULL CHECK (verdict IN ('ready', 'check', 'stopped', 'left out', 'there already', 'imported')),
  why TEXT NOT NULL,
  record_id INTEGER REFERENCES import_record (id),
  PRIMARY KEY (sheet_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_by_verdict ON import_row (sheet_id, verdict, line);
CREATE INDEX import_row_by_record ON import_row (record_id) WHERE record_id IS NOT NULL;

-- What a name in spreadsheets means here, as a person said once.
CREATE TABLE import_alias (
  kind TEXT NOT NULL CHECK (kind IN ('supplier', 'ingredient', 'product', 'place')),
  alias_key TEXT NOT NULL,
  alias TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, alias_key)
) STRICT, WITHOUT ROWID;

-- A batch whose import was undone makes room for the same batch told again: its number names the same jars.
DROP TRIGGER batch_keeps_identity;
CREATE TRIGGER batch_keeps_identity BEFORE UPDATE OF id, lot_number, product_id, recipe_id, seq ON batch
  BEGIN SELECT RAISE(ABORT, 'which run a batch is cannot be changed'); END;
CREATE TRIGGER batch_keeps_key BEFORE UPDATE OF lot_key ON batch
  WHEN NEW.lot_key <> OLD.lot_key || '~' || OLD.id
    OR NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = OLD.id)
    OR NOT EXISTS (SELECT 1 FROM import_record WHERE seq = OLD.seq)
  BEGIN SELECT RAISE(ABORT, 'which run a batch is cannot be changed'); END;
CREATE TRIGGER batch_key_is_found_anew AFTER UPDATE OF lot_key ON batch BEGIN
  DELETE FROM search_entry WHERE newness IN (SELECT newness FROM searchable WHERE kind = 'batch' AND ref_id = NEW.id);
  INSERT INTO search_entry SELECT newness, kind, ref_id, words FROM searchable WHERE kind = 'batch' AND ref_id = NEW.id;
END;
`,
}
