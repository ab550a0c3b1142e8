/*
 * What a batch says of itself against the movements and changes behind it. A correction takes movements back and posts
 * new ones, so the day and the figures of a batch must be those of its movements that stand.
 */
const STANDS = `movement.takes_back IS NULL
  AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)`
const VOID = `EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)`

/** SQL that counts differences, each with what it counts (see checkRecord.ts). */
export const checkCorrections: readonly (readonly [sql: string, sentence: string])[] = [
  [
    `SELECT count(*) FROM batch WHERE NOT ${VOID}
     AND made <> (SELECT coalesce(sum(delta), 0) / 36000 FROM movement JOIN lot ON lot.id = movement.lot_id
       WHERE lot.batch_id = batch.id AND movement.kind = 'made' AND ${STANDS})`,
    'batches that made more or less than their movements say',
  ],
  [
    `SELECT count(*) FROM batch JOIN lot ON lot.batch_id = batch.id JOIN movement ON movement.lot_id = lot.id
     WHERE movement.kind = 'made' AND movement.day <> batch.made_on AND ${STANDS}`,
    'batches made on another day than their movements say',
  ],
  [
    `SELECT count(*) FROM standing_use JOIN batch ON batch.id = standing_use.batch_id
     WHERE standing_use.lot_id IS NOT NULL AND NOT ${VOID}
     AND NOT EXISTS (SELECT 1 FROM movement WHERE movement.batch_use_id = standing_use.id AND movement.kind = 'used'
       AND movement.lot_id = standing_use.lot_id AND movement.delta = -standing_use.base AND ${STANDS})`,
    'ingredient rows that took nothing from their lot',
  ],
  [
    `SELECT count(*) FROM batch_use_end JOIN movement ON movement.batch_use_id = batch_use_end.batch_use_id
     WHERE ${STANDS}`,
    'corrected ingredient rows that still take from their lot',
  ],
  [
    `SELECT count(*) FROM batch JOIN batch_correction ON batch_correction.batch_id = batch.id
     JOIN batch_change ON batch_change.correction_id = batch_correction.id
     WHERE ((fact = 'note' AND coalesce(new, '') <> batch.note) OR (fact = 'made on' AND new <> batch.made_on))
     AND NOT EXISTS (SELECT 1 FROM batch_correction AS later JOIN batch_change AS change ON change.correction_id = later.id
       WHERE later.batch_id = batch.id AND later.id > batch_correction.id AND change.fact = batch_change.fact)`,
    'batches that differ from their last correction',
  ],
  [
    `SELECT count(*) FROM unit_range JOIN movement ON movement.id = unit_range.movement_id
     WHERE movement.lot_id <> unit_range.lot_id
     OR EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)`,
    'ranges of units whose movement was taken back',
  ],
]
