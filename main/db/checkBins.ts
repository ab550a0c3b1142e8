const STANDS = `movement.takes_back IS NULL
  AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)`

/** What bins say against the movements behind it: SQL that counts differences, each with what it counts. */
export const checkBins: readonly (readonly [sql: string, sentence: string])[] = [
  [
    `SELECT count(*) FROM standing_pour WHERE 2 <> (SELECT count(*) FROM movement WHERE movement.pour_id = standing_pour.id
       AND movement.kind = 'poured' AND ${STANDS}
       AND ((movement.lot_id = standing_pour.lot_id AND movement.delta = -standing_pour.base)
         OR (movement.lot_id = standing_pour.bin_lot_id AND movement.delta = standing_pour.base)))`,
    'pours into a bin that did not leave their lot and arrive',
  ],
  [
    `SELECT count(*) FROM movement WHERE pour_id IS NOT NULL AND ${STANDS}
       AND NOT EXISTS (SELECT 1 FROM standing_pour WHERE standing_pour.id = movement.pour_id)`,
    'pours taken back that still count',
  ],
  [
    `SELECT count(*) FROM standing_emptied JOIN lot ON lot.id = standing_emptied.lot_id WHERE lot.on_hand <> 0`,
    'bins marked emptied that hold something',
  ],
  [
    `SELECT count(*) FROM (SELECT bin_id FROM lot WHERE bin_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM standing_emptied WHERE standing_emptied.lot_id = lot.id)
       AND (EXISTS (SELECT 1 FROM standing_pour WHERE standing_pour.bin_lot_id = lot.id)
         OR EXISTS (SELECT 1 FROM standing_use WHERE standing_use.lot_id = lot.id)) GROUP BY bin_id HAVING count(*) > 1)`,
    'bins with two contents at once',
  ],
  [
    `SELECT count(*) FROM lot WHERE bin_id IS NOT NULL AND (
       best_by IS NOT (SELECT min(poured.best_by) FROM standing_pour JOIN lot AS poured ON poured.id = standing_pour.lot_id
         WHERE standing_pour.bin_lot_id = lot.id)
       OR received_on IS NOT (SELECT min(day) FROM standing_pour WHERE bin_lot_id = lot.id))`,
    'bins whose dates differ from those of what is in them',
  ],
]
