import type { Generated, Kysely } from 'kysely'
import type { Dimension } from '../../shared/domain/units.ts'
import type { DeskTables } from './schemaOfDesk.ts'
import type { ImportTables } from './schemaOfImports.ts'
import type { PlanTables } from './schemaOfPlans.ts'
import type { QualityTables } from './schemaOfQuality.ts'
import type { LabelTables } from './schemaOfLabels.ts'
import type { RecallTables } from './schemaOfRecalls.ts'

/** The executor that repositories receive: the connection, or the transaction of a command. */
export type Db = Kysely<Schema>

export type MovementKind =
  | 'received'
  | 'made'
  | 'used'
  | 'sent'
  | 'returned'
  | 'sampled'
  | 'own use'
  | 'discarded'
  | 'set aside'
  | 'counted'
  | 'poured'
export type UnitState = 'on hand' | 'sent' | 'sampled' | 'own use' | 'discarded' | 'set aside' | 'used' | 'missing'
export type VoidKind = 'batch' | 'shipment' | 'returned' | 'receipt' | 'pour' | 'emptied'
export type Purpose = 'sale' | 'gift' | 'sample' | 'exchange' | 'own use' | 'destroyed'
export type PlaceKind = 'market' | 'store' | 'online' | 'person' | 'donation' | 'other'

interface BatchUse {
  id: Generated<number>
  batch_id: number
  line: number
  item_id: number
  lot_id: number | null
  typed: string
  base: number
  basis: 'assumed' | 'confirmed'
  override_reason: string | null
  correction_id: number | null
}

interface Pour {
  id: Generated<number>
  bin_lot_id: number
  lot_id: number
  typed: string
  base: number
  day: string
  seq: number
}

interface BinEmptied {
  id: Generated<number>
  lot_id: number
  day: string
  seq: number
}

/** How to reach somebody; empty where nobody wrote it down. */
export interface ContactColumns {
  contact: string
  phone: string
  email: string
  address: string
  note: string
}

/** The tables as migrations/ makes them. */
export interface Schema extends LabelTables, RecallTables, DeskTables, ImportTables, QualityTables, PlanTables {
  audit: {
    seq: number
    request_id: string
    at: string
    actor: string
    op: string
    input: string
    output: string
    prev: string
    hash: string
  }
  setting: { name: string; value: string }
  supplier: { id: Generated<number>; name: string; name_key: string } & ContactColumns
  place: { id: Generated<number>; name: string; name_key: string; kind: PlaceKind } & ContactColumns
  item: {
    id: Generated<number>
    kind: 'ingredient' | 'product'
    name: string
    name_key: string
    pack_of: number | null
    code: string | null
    dimension: Dimension
    unit: string
    shelf_life_days: number | null
    retired: Generated<number>
  }
  ingredient_fact: {
    id: Generated<number>
    item_id: number
    supplier_id: number | null
    label_name: string
    made_of: string
    contains: string
    may_contain: string
    seq: number
  }
  label_option: { item_id: number; two_percent: number; without_water: number }
  batch_label: {
    id: Generated<number>
    batch_id: number
    statement: string
    contains: string
    may_contain: string
    unchecked: string
    unweighed: string
    seq: number
  }
  pack: {
    item_id: number
    place: number
    name: string
    net: string | null
    fill: string | null
    gtin: string | null
    price_cents: number | null
    usual: number | null
    dropped: number
  }
  recipe: { id: Generated<number>; product_id: number; version: number; expected_yield: number; seq: number }
  recipe_reading: {
    recipe_id: number
    line: number
    name: string
    unit: string
    least: number | null
    most: number | null
  }
  recipe_equipment: { recipe_id: number; line: number; name: string }
  recipe_line: { recipe_id: number; line: number; item_id: number; typed: string; base: number }
  receipt: {
    id: Generated<number>
    supplier_id: number | null
    received_on: string | null
    opening: number
    note: string
    seq: number
  }
  item_factor: {
    id: Generated<number>
    item_id: number
    measure: string
    one: string
    equals: string | null
    seq: number
  }
  item_level: { item_id: number; typed: string; base: number }
  batch: {
    id: Generated<number>
    lot_number: string
    lot_key: string
    product_id: number
    recipe_id: number
    made_on: string
    state: 'finished' | 'failed'
    made: number
    note: string
    seq: number
  }
  lot: {
    id: Generated<number>
    item_id: number
    batch_id: number | null
    receipt_id: number | null
    bin_id: number | null
    supplier_id: number | null
    received_on: string | null
    best_by: string | null
    supplier_lot: string | null
    supplier_lot_key: string | null
    cost_cents: number | null
    typed: string
    base: number
    unit: string
    on_hand: number
    held: number
  }
  /** Every ingredient row ever recorded; `standing_use` has those that no correction ended. */
  batch_use: BatchUse
  standing_use: BatchUse
  batch_correction: { id: Generated<number>; batch_id: number; reason: string; seq: number }
  batch_change: { correction_id: number; line: number; fact: string; old: string | null; new: string | null }
  person: { id: Generated<number>; name: string; name_key: string; active: number }
  equipment: {
    id: Generated<number>
    name: string
    name_key: string
    kind: 'equipment' | 'instrument'
    clean_every_days: number | null
    calibrate_every_days: number | null
    active: number
  }
  batch_person: { batch_id: number; person_id: number }
  batch_equipment: { batch_id: number; equipment_id: number }
  cleaning: {
    id: Generated<number>
    equipment_id: number
    person_id: number | null
    day: string
    method: string
    seq: number
  }
  calibration: {
    id: Generated<number>
    equipment_id: number
    person_id: number | null
    day: string
    standard: string
    reading: string
    seq: number
  }
  batch_use_end: { batch_use_id: number; correction_id: number }
  edge: { batch_id: number; lot_id: number; made_by: number | null }
  shipment: {
    id: Generated<number>
    place_id: number | null
    purpose: Purpose
    sent_on: string
    reference: string
    note: string
    seq: number
  }
  shipment_line: {
    id: Generated<number>
    shipment_id: number
    line: number
    lot_id: number
    units: number
    basis: 'range' | 'typed'
    price_cents: number | null
  }
  returned: {
    id: Generated<number>
    place_id: number
    shipment_id: number | null
    day: string
    reason: string
    cash_cents: number | null
    exchange_id: number | null
    seq: number
  }
  returned_line: {
    id: Generated<number>
    returned_id: number
    line: number
    shipment_line_id: number
    units: number
    basis: 'range' | 'typed'
    fate: 'on hand' | 'destroyed'
  }
  movement: {
    id: Generated<number>
    lot_id: number
    kind: MovementKind
    delta: number
    day: string
    batch_use_id: number | null
    shipment_line_id: number | null
    returned_line_id: number | null
    pour_id: number | null
    takes_back: number | null
    reason: string
    seq: number
  }
  movement_range: { movement_id: number; first: number; last: number }
  unit_range: { lot_id: number; first: number; last: number; state: UnitState; movement_id: number }
  hold: { id: Generated<number>; lot_id: number; held: number; reason: string; rule_id: number | null; seq: number }
  hold_rule: {
    id: Generated<number>
    supplier_id: number | null
    item_id: number | null
    reason: string
    seq: number
  }
  hold_rule_end: { rule_id: number; reason: string; seq: number }
  bin: { id: Generated<number>; name: string; name_key: string; item_id: number }
  pour: Pour
  standing_pour: Pour
  bin_emptied: BinEmptied
  standing_emptied: BinEmptied
  known_pack: { gtin: string; item_id: number; typed: string; supplier_id: number | null }
  lot_correction: { id: Generated<number>; lot_id: number; change: string; reason: string; seq: number }
  void: { kind: VoidKind; ref_id: number; reason: string; seq: number }
  state_rule: { id: Generated<number>; state: string; facts: string | null; seq: number }
  issued_number: { number_key: string; number: string }
  live_batch: {
    id: Generated<number>
    lot_number: string
    product_id: number
    recipe_id: number
    started_on: string
    started_at: string
    planned: number
    seq: number
  }
  live_batch_end: { live_id: number; batch_id: number | null; reason: string; seq: number }
  attachment: {
    id: Generated<number>
    sha256: string
    media_type: 'image/jpeg'
    bytes: number
    content: Uint8Array
    seq: number
  }
  batch_entry: {
    id: Generated<number>
    live_id: number | null
    batch_id: number | null
    kind: 'reading' | 'note' | 'photo'
    at: string
    name: string
    thousandths: number | null
    unit: string
    text: string
    attachment_id: number | null
    seq: number
  }
  batch_entry_end: { entry_id: number; reason: string; seq: number }
  /** Readings of the batches saved, those noted while they were being made among them. */
  batch_reading: { batch_id: number; id: number; name: string; thousandths: number; unit: string; at: string }
  draft: {
    id: string
    product_id: number
    live_id: number | null
    content: string
    version: number
    kept_at: string
    closed_at: string | null
  }
}
