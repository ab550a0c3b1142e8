import type Database from 'better-sqlite3'

type Value = string | number | null

const tables = {
  audit: 'seq request_id at actor op input output prev hash',
  setting: 'name value',
  supplier: 'name name_key contact phone email address note',
  place: 'name name_key kind contact phone email address note',
  person: 'name name_key active',
  equipment: 'name name_key kind clean_every_days calibrate_every_days active',
  item: 'kind name name_key pack_of code dimension unit shelf_life_days retired',
  pack: 'item_id place name net fill gtin price_cents usual dropped',
  recipe: 'product_id version expected_yield seq',
  recipe_line: 'recipe_id line item_id typed base',
  bin: 'name name_key item_id',
  pour: 'bin_lot_id lot_id typed base day seq',
  receipt: 'supplier_id received_on opening note seq',
  lot: 'item_id batch_id receipt_id bin_id supplier_id received_on best_by supplier_lot supplier_lot_key cost_cents typed base unit on_hand held',
  movement: 'lot_id kind delta day batch_use_id shipment_line_id returned_line_id pour_id takes_back reason seq',
  movement_range: 'movement_id first last',
  unit_range: 'lot_id first last state movement_id',
  batch: 'lot_number lot_key product_id recipe_id made_on state made note seq',
  issued_number: 'number_key number',
  batch_label: 'batch_id statement contains may_contain unchecked unweighed seq',
  batch_use: 'batch_id line item_id lot_id typed base basis override_reason correction_id',
  edge: 'batch_id lot_id made_by',
  batch_person: 'batch_id person_id',
  batch_equipment: 'batch_id equipment_id',
  batch_entry: 'live_id batch_id kind at name thousandths unit text attachment_id seq',
  shipment: 'place_id purpose sent_on reference note seq',
  shipment_line: 'shipment_id line lot_id units basis price_cents',
  complaint: 'batch_id serial what who heard_on seq',
} as const
type Table = keyof typeof tables

/** One compiled insert for each table, each giving the id of its row, and one for a balance. */
export function statements(db: Database.Database) {
  const inserts = Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => {
      const names = columns.split(' ')
      const marks = names.map(() => '?').join(', ')
      const insert = db.prepare(
        `INSERT ${table === 'edge' ? 'OR IGNORE ' : ''}INTO ${table} (${names.join(', ')}) VALUES (${marks})`,
      )
      return [
        table,
        (row: Readonly<Record<string, Value>>) => {
          const values = names.map((name) => row[name] ?? null)
          return Number(insert.run(values).lastInsertRowid)
        },
      ]
    }),
  ) as Readonly<Record<Table, (row: Readonly<Record<string, Value>>) => number>>
  const balance = db.prepare('UPDATE lot SET on_hand = ? WHERE id = ?')
  return { ...inserts, onHand: (onHand: number, lotId: number) => balance.run(onHand, lotId) }
}
