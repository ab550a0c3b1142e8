/** What went out and came back against where its units are; SQL that counts differences (see checkRecord.ts). */
export const checkShipments: readonly (readonly [sql: string, sentence: string])[] = [
  [
    `SELECT count(*) FROM shipment_line
     WHERE units <> coalesce((SELECT sum(last - first + 1) FROM movement JOIN movement_range ON movement_id = movement.id
       WHERE movement.shipment_line_id = shipment_line.id AND kind <> 'returned' AND takes_back IS NULL), 0)`,
    'lines of shipments that took more or fewer units than they say',
  ],
  [
    `SELECT count(*) FROM shipment_line JOIN shipment ON shipment.id = shipment_id
     WHERE EXISTS (SELECT 1 FROM movement WHERE shipment_line_id = shipment_line.id AND kind = 'sent')
     AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'shipment' AND ref_id = shipment.id)
     AND shipment_line.units - (SELECT coalesce(sum(returned_line.units), 0) FROM returned_line
         WHERE returned_line.shipment_line_id = shipment_line.id
         AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'returned' AND ref_id = returned_line.returned_id))
       <> (SELECT coalesce(sum(last - first + 1), 0) FROM unit_range JOIN movement ON movement.id = unit_range.movement_id
         WHERE movement.shipment_line_id = shipment_line.id AND unit_range.state = 'sent')`,
    'lines of shipments whose units are not out, less those that came back',
  ],
]
