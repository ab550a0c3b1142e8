import type { Migration } from './migration.ts'

export type SearchKind = 'equipment' | 'person' | 'place' | 'supplier' | 'item' | 'shipment' | 'lot' | 'batch'

/** What can be found by its words, and how much of a table's rows. */
interface Searchable {
  readonly kind: SearchKind
  readonly table: string
  readonly words: string
  /** The day by which the newest come first; a name has none. */
  readonly day?: string
  readonly where?: string
  /** Columns that change what is found; the others may change freely. */
  readonly changes: string
}

/** In the order of their numbers, which never change: they are in `newness`. */
const searchables: readonly Searchable[] = [
  { kind: 'equipment', table: 'equipment', words: 'equipment.name_key', changes: 'name_key' },
  { kind: 'person', table: 'person', words: 'person.name_key', changes: 'name_key' },
  { kind: 'place', table: 'place', words: 'place.name_key', changes: 'name_key' },
  { kind: 'supplier', table: 'supplier', words: 'supplier.name_key', changes: 'name_key' },
  { kind: 'item', table: 'item', words: `item.name_key || coalesce(' ' || item.code, '')`, changes: 'name_key, code' },
  {
    kind: 'shipment',
    table: 'shipment',
    words: 'shipment.reference',
    day: 'sent_on',
    where: `shipment.reference <> ''`,
    changes: 'reference, sent_on',
  },
  {
    kind: 'lot',
    table: 'lot',
    words: `coalesce(lot.supplier_lot_key || ' ' || lot.supplier_lot, (SELECT name_key FROM bin WHERE bin.id = lot.bin_id))`,
    day: 'received_on',
    where: '(lot.supplier_lot_key IS NOT NULL OR lot.bin_id IS NOT NULL)',
    changes: 'supplier_lot, supplier_lot_key, received_on',
  },
  {
    kind: 'batch',
    table: 'batch',
    words: `batch.lot_key || ' ' || batch.lot_number`,
    day: 'made_on',
    changes: 'made_on',
  },
]

/** Every number that rows of a kind have: from and to, both without the end. */
export function newnessOf(kind: SearchKind): { readonly after: number; readonly before: number } {
  const number = searchables.findIndex((each) => each.kind === kind) + 1
  return { after: number * KIND, before: (number + 1) * KIND }
}

/** Room for a hundred thousand days of a billion rows each, below 2^53. */
const KIND = 100_000_000_000_000
export const SEARCH_DAY = 1_000_000_000

/** Number of a row in its kind, then by day, then by id: the index gives the newest first without sorting. */
function newness({ kind, day }: Searchable, row: string): string {
  const number = searchables.findIndex((each) => each.kind === kind) + 1
  // Days counted as modified Julian ones; what has no day, or one from before 1858, comes last.
  const days = day ? `max(0, coalesce(CAST(julianday(${row}.${day}) - 2400000.5 AS INTEGER), 0)) * ${SEARCH_DAY}` : '0'
  return `${number} * ${KIND} + ${days} + ${row}.id`
}

function entries(each: Searchable, only = ''): string {
  const { kind, table, words, where = '1' } = each
  return `SELECT ${newness(each, table)} AS newness, '${kind}' AS kind, ${table}.id AS ref_id, ${words} AS words
    FROM ${table} WHERE ${where} ${only}`
}

function triggers(each: Searchable): string {
  const { table, changes } = each
  const add = `INSERT INTO search_entry ${entries(each, `AND ${table}.id = NEW.id`)};`
  return `
CREATE TRIGGER ${table}_is_found AFTER INSERT ON ${table} BEGIN ${add} END;
CREATE TRIGGER ${table}_is_found_anew AFTER UPDATE OF ${changes} ON ${table} BEGIN
  DELETE FROM search_entry WHERE newness = ${newness(each, 'OLD')};
  ${add}
END;
CREATE TRIGGER ${table}_is_not_found AFTER DELETE ON ${table} BEGIN
  DELETE FROM search_entry WHERE newness = ${newness(each, 'OLD')};
END;`
}

/** What anything can be found by, written anew from the facts; the index over it follows. */
export const REBUILD_SEARCH = `
DELETE FROM search_entry;
INSERT INTO search_entry SELECT newness, kind, ref_id, words FROM searchable;`

/** Differences between what can be found and the facts, 0 for none. */
export const SEARCH_DIFFERENCES = `SELECT
  (SELECT count(*) FROM (SELECT newness, kind, ref_id, words FROM searchable EXCEPT SELECT * FROM search_entry))
  + (SELECT count(*) FROM (SELECT * FROM search_entry EXCEPT SELECT newness, kind, ref_id, words FROM searchable))`

/**
 * The search: a word's beginning leads to the newest of a kind. `search_entry` is a projection of the facts, kept by their
 * triggers; `search` is SQLite's full-text index over it, with case and accents aside (unicode61, remove_diacritics).
 */
export const search: Migration = {
  version: 30,
  name: 'search',
  sql: `
CREATE TABLE search_entry (
  newness INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref_id INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE VIEW searchable AS ${searchables.map((each) => entries(each)).join('\nUNION ALL ')};
CREATE VIRTUAL TABLE search USING fts5 (
  words, content = 'search_entry', content_rowid = 'newness', prefix = '1 2 3 4',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
  INSERT INTO search (rowid, words) VALUES (NEW.newness, NEW.words);
END;
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
  INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.newness, OLD.words);
END;
${searchables.map(triggers).join('')}
CREATE TRIGGER bin_is_found_anew AFTER UPDATE OF name_key ON bin BEGIN
  DELETE FROM search_entry WHERE newness IN (SELECT newness FROM searchable
    WHERE kind = 'lot' AND ref_id IN (SELECT id FROM lot WHERE bin_id = NEW.id));
  INSERT INTO search_entry SELECT newness, kind, ref_id, words FROM searchable
    WHERE kind = 'lot' AND ref_id IN (SELECT id FROM lot WHERE bin_id = NEW.id);
END;
${REBUILD_SEARCH}`,
}
