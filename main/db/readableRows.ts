import type Database from 'better-sqlite3'

/** A record as people read it: who made what, of what, and where it went. Plain text and numbers. */
export interface ReadableRows {
  readonly kitchen: string
  readonly batches: readonly {
    readonly id: number
    readonly lot_number: string
    readonly product: string
    readonly made_on: string
    readonly made: number
    readonly unit: string
    readonly note: string
    readonly voided: string | null
  }[]
  readonly uses: readonly {
    readonly batch_id: number
    readonly lot_number: string
    readonly ingredient: string
    readonly quantity: string
    readonly lot: string | null
    readonly supplier: string | null
    readonly received_on: string | null
    readonly supplier_lot: string | null
  }[]
  readonly sent: readonly {
    readonly batch_id: number
    readonly lot_number: string
    readonly place: string
    readonly contact: string
    readonly sent_on: string
    readonly reference: string
    readonly units: number
    readonly first: number | null
    readonly last: number | null
    readonly taken_back: string | null
  }[]
  readonly lots: readonly {
    readonly id: number
    readonly item: string
    readonly lot_number: string | null
    readonly supplier: string | null
    readonly supplier_contact: string | null
    readonly received_on: string | null
    readonly best_by: string | null
    readonly supplier_lot: string | null
    readonly received: string
    readonly on_hand: number
    readonly unit: string
    readonly held: number
  }[]
}

/** Reads what a copy for people holds. Plain SQL: it also runs on a record of an older version that is about to be upgraded. */
export function readableRows(db: Database.Database): ReadableRows {
  const all = <Row>(sql: string): Row[] => db.prepare<[], Row>(sql).all()
  const kitchen: unknown = db.prepare(`SELECT value FROM setting WHERE name = 'name'`).pluck().get()
  return {
    kitchen: typeof kitchen === 'string' ? kitchen : '',
    batches: all(`
      SELECT batch.id, batch.lot_number, item.name AS product, batch.made_on, batch.made, item.unit, batch.note,
        void.reason AS voided
      FROM batch JOIN item ON item.id = batch.product_id
      LEFT JOIN void ON void.kind = 'batch' AND void.ref_id = batch.id ORDER BY batch.made_on DESC, batch.id DESC`),
    uses: all(`
      SELECT batch.id AS batch_id, batch.lot_number, item.name AS ingredient, used.typed AS quantity,
        maker.lot_number AS lot, supplier.name AS supplier, lot.received_on, lot.supplier_lot
      FROM standing_use AS used JOIN batch ON batch.id = used.batch_id JOIN item ON item.id = used.item_id
      LEFT JOIN lot ON lot.id = used.lot_id LEFT JOIN batch AS maker ON maker.id = lot.batch_id
      LEFT JOIN supplier ON supplier.id = lot.supplier_id ORDER BY batch.made_on DESC, batch.id DESC, used.line, used.id`),
    sent: all(`
      SELECT batch.id AS batch_id, batch.lot_number, place.name AS place, place.contact, shipment.sent_on,
        shipment.reference, line.units, range.first, range.last, void.reason AS taken_back
      FROM shipment_line AS line JOIN shipment ON shipment.id = line.shipment_id JOIN place ON place.id = shipment.place_id
      JOIN lot ON lot.id = line.lot_id JOIN batch ON batch.id = lot.batch_id
      LEFT JOIN movement ON movement.shipment_line_id = line.id AND movement.takes_back IS NULL
      LEFT JOIN movement_range AS range ON range.movement_id = movement.id
      LEFT JOIN void ON void.kind = 'shipment' AND void.ref_id = shipment.id
      ORDER BY shipment.sent_on DESC, shipment.id DESC, line.line, range.first`),
    lots: all(`
      SELECT lot.id, item.name AS item, batch.lot_number, supplier.name AS supplier, supplier.contact AS supplier_contact,
        lot.received_on, lot.best_by, lot.supplier_lot, lot.typed AS received, lot.on_hand, lot.unit, lot.held
      FROM lot JOIN item ON item.id = lot.item_id LEFT JOIN batch ON batch.id = lot.batch_id
      LEFT JOIN supplier ON supplier.id = lot.supplier_id ORDER BY item.name, lot.id`),
  }
}
