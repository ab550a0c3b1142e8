import type Database from 'better-sqlite3'
import { auditHash } from './auditHash.ts'
import { checkBins } from './checkBins.ts'
import { checkCorrections } from './checkCorrections.ts'
import { checkLive } from './checkLive.ts'
import { checkShipments } from './checkShipments.ts'
import { SEARCH_DIFFERENCES } from './migrations/030-search.ts'
import type { Schema } from './schema.ts'
import { say, sayWord } from '../../shared/words/say.ts'

export interface RecordCheck {
  readonly entries: number
  readonly lastHash: string
  /** What is wrong, a sentence each; empty for a whole record. */
  readonly problems: readonly string[]
}

/**
 * Checks a whole record: SQLite's own structure, references, the audit chain, and every balance against its
 * movements. Used on demand, on each backup before it counts, and before a restore.
 */
export function checkRecord(db: Database.Database): RecordCheck {
  const problems = [...checkFile(db), ...checkBalances(db), ...checkLive(db)]
  const chain = checkChain(db)
  if (chain.brokenAt !== undefined)
    problems.push(
      say('The history was changed outside Traceberry at entry {brokenAt}; what comes after it cannot be trusted.', {
        brokenAt: chain.brokenAt,
      }),
    )
  return { entries: chain.entries, lastHash: chain.lastHash, problems }
}

function checkFile(db: Database.Database): string[] {
  const problems: string[] = []
  const integrity = db.prepare('PRAGMA integrity_check(5)').pluck().all().map(String)
  if (integrity.join() !== 'ok')
    problems.push(say('The database file is damaged: {integrity}.', { integrity: integrity.join('; ') }))
  const dangling = db.prepare('PRAGMA foreign_key_check').all()
  if (dangling.length > 0) problems.push(say('{n} rows refer to something that is not there.', { n: dangling.length }))
  return problems
}

function checkChain(db: Database.Database) {
  let prev = ''
  let entries = 0
  const rows = db.prepare<[], Schema['audit']>('SELECT * FROM audit ORDER BY seq').iterate()
  for (const row of rows) {
    entries += 1
    if (row.prev !== prev || row.seq !== entries || row.hash !== auditHash(row))
      return { entries, lastHash: prev, brokenAt: row.seq }
    prev = row.hash
  }
  return { entries, lastHash: prev, brokenAt: undefined }
}

const STANDING_USES = `SELECT batch_id, lot_id FROM standing_use
  WHERE lot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = standing_use.batch_id)`

/** What batches took, and where that came from a bin, every lot that was poured into it. */
const STANDING_PAIRS = `SELECT batch_id, lot_id FROM (${STANDING_USES}
  UNION SELECT used.batch_id, standing_pour.lot_id FROM (${STANDING_USES}) AS used
    JOIN standing_pour ON standing_pour.bin_lot_id = used.lot_id)`

/** Projections against the facts they come from: stock, holds, units and genealogy. */
function checkBalances(db: Database.Database): string[] {
  const differences: readonly (readonly [sql: string, sentence: string])[] = [
    [
      `SELECT count(*) FROM lot WHERE on_hand <> (SELECT coalesce(sum(delta), 0) FROM movement WHERE lot_id = lot.id)`,
      'lots whose stock differs from their movements',
    ],
    [
      `SELECT count(*) FROM lot WHERE held <> coalesce((SELECT held FROM hold WHERE lot_id = lot.id ORDER BY id DESC LIMIT 1), 0)`,
      'lots whose hold differs from their history',
    ],
    [
      `SELECT count(*) FROM batch WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)
       AND made <> (SELECT coalesce(sum(last - first + 1), 0) FROM unit_range JOIN lot ON lot.id = unit_range.lot_id
         WHERE lot.batch_id = batch.id)`,
      'batches whose units are not each in one place',
    ],
    [
      `SELECT count(*) FROM unit_range AS one JOIN lot ON lot.id = one.lot_id
       JOIN lot AS beside ON beside.batch_id = lot.batch_id AND beside.id > lot.id
       JOIN unit_range AS other ON other.lot_id = beside.id AND other.first <= one.last AND other.last >= one.first`,
      'unit numbers that two packs of a batch share',
    ],
    [
      `SELECT count(*) FROM lot JOIN batch ON batch.id = lot.batch_id JOIN item ON item.id = lot.item_id
       WHERE coalesce(item.pack_of, item.id) <> batch.product_id`,
      'lots of another product than their batch',
    ],
    [
      `SELECT count(*) FROM lot WHERE batch_id IS NOT NULL
       AND on_hand <> 36000 * (SELECT coalesce(sum(last - first + 1), 0) FROM unit_range WHERE lot_id = lot.id AND state = 'on hand')`,
      'finished lots whose stock differs from their units',
    ],
    [
      `SELECT count(*) FROM (${STANDING_PAIRS} EXCEPT SELECT batch_id, lot_id FROM edge)`,
      'ingredient rows that no trace follows',
    ],
    [
      `SELECT count(*) FROM (SELECT batch_id, lot_id FROM edge EXCEPT ${STANDING_PAIRS})`,
      'traces that no ingredient row supports',
    ],
    [SEARCH_DIFFERENCES, 'things that the finder finds otherwise than they are written'],
    ...checkCorrections,
    ...checkBins,
    ...checkShipments,
  ]
  return differences.flatMap(([sql, sentence]) => {
    const count = Number(db.prepare(sql).pluck().get())
    return count === 0 ? [] : [say('There are {count} {sentence}.', { count, sentence: sayWord(sentence) })]
  })
}
