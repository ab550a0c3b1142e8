import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { auditHash } from '../../../main/db/auditHash.ts'
import { openDatabase } from '../../../main/db/open.ts'
import { lotKey, sequenceLetters } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { ONE_PIECE, unitNamed } from '../../../shared/domain/units.ts'
import { statements } from './statements.ts'

/** So much of something, as a person types it. */
export interface Amount {
  readonly count: number
  readonly unit: string
}

/** What a batch took; of a made lot whole units, of an unknown one what was typed. */
export interface Take {
  readonly itemId: number
  readonly lotId: number | null
  readonly amount: Amount
}

export type RecordWriter = ReturnType<typeof openRecordWriter>

export interface WrittenProduct {
  readonly productId: number
  readonly recipeId: number
  readonly code: string
  readonly unit: string
}

interface LotState {
  readonly batchId: number | null
  readonly madeBy: number
  onHand: number
  /** The lowest unit number that is still there, and the highest. */
  first: number
  last: number
  /** Of what a bin holds: the lots poured into it. */
  readonly poured?: readonly number[]
}

/**
 * Writes a whole record straight into SQL, about a hundred times as fast as the door: everything in one transaction, with
 * the audit chain, balances, units and genealogy that `history.verify` asks for. It decides nothing and checks nothing.
 * @param file path of the record; its folder is made. Start a core on that folder afterwards
 */
export function openRecordWriter(file: string) {
  mkdirSync(path.dirname(file), { recursive: true })
  const db = openDatabase({ file })
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  db.exec('BEGIN IMMEDIATE')
  const sql = statements(db)
  const lots = new Map<number, LotState>()
  const letters = new Map<string, number>()
  const issued: string[] = []
  let [seq, prev] = [0, '']

  /** One command of the history. @returns its number */
  function command(op: string, day: string, input: object, output: object): number {
    seq += 1
    const id = `00000000-0000-4000-8000-${seq.toString(16).padStart(12, '0')}`
    const row = {
      seq,
      request_id: id,
      at: `${day}T15:00:00.000Z`,
      actor: 'kitchen',
      op,
      input: JSON.stringify({ ...input, requestId: id }),
      output: JSON.stringify(output),
      prev,
    }
    prev = auditHash(row)
    sql.audit({ ...row, hash: prev })
    return seq
  }

  function stateOf(lotId: number): LotState {
    const state = lots.get(lotId)
    if (!state) throw new Error(`there is no lot ${lotId}`)
    return state
  }

  /** Takes the lowest units that are there. */
  function takeUnits(lotId: number, units: number, movementId: number, state: 'sent' | 'used'): void {
    const lot = stateOf(lotId)
    const [first, last] = [lot.first, lot.first + units - 1]
    if (last > lot.last) throw new Error(`lot ${lotId} has no ${units} units left`)
    sql.movement_range({ movement_id: movementId, first, last })
    sql.unit_range({ lot_id: lotId, first, last, state, movement_id: movementId })
    lot.first = last + 1
    lot.onHand -= units * ONE_PIECE
  }

  return {
    /** How much of a lot is there, in base units. */
    left: (lotId: number) => stateOf(lotId).onHand,
    setting: (name: string, value: string) => sql.setting({ name, value }),
    supplier: (name: string) => sql.supplier({ name, name_key: nameKey(name), ...noContact }),
    place: (name: string, kind: string) => sql.place({ name, name_key: nameKey(name), kind, ...noContact }),
    person: (name: string) => sql.person({ name, name_key: nameKey(name), active: 1 }),
    equipment: (name: string) =>
      sql.equipment({
        name,
        name_key: nameKey(name),
        kind: 'equipment',
        clean_every_days: null,
        calibrate_every_days: null,
        active: 1,
      }),
    ingredient(name: string, unit: string): number {
      const { dimension } = unitNamed(unit)
      const item = { kind: 'ingredient', pack_of: null, code: null, shelf_life_days: null, retired: 0 }
      return sql.item({ ...item, name, name_key: nameKey(name), dimension, unit })
    },
    product(
      product: { name: string; code: string; unit: string; made: number; lines: readonly Omit<Take, 'lotId'>[] },
      day: string,
    ): WrittenProduct {
      const { name, code, unit, made, lines } = product
      const item = { kind: 'product', pack_of: null, dimension: 'count', shelf_life_days: 365, retired: 0 }
      const productId = sql.item({ ...item, name, name_key: nameKey(name), code, unit })
      sql.pack({ item_id: productId, place: 0, name: '', net: null, fill: null, ...noPack })
      const at = command('products.save', day, { name, code, unit, expectedYield: made }, { productId })
      const recipeId = sql.recipe({ product_id: productId, version: 1, expected_yield: made, seq: at })
      lines.forEach(({ itemId, amount }, line) =>
        sql.recipe_line({ recipe_id: recipeId, line, item_id: itemId, typed: typed(amount), base: base(amount) }),
      )
      return { productId, recipeId, code, unit }
    },
    /** A shopping trip. @returns the lots, in the order of its lines */
    receive(
      trip: {
        supplierId: number | null
        supplier: string
        lines: readonly { itemId: number; amount: Amount; supplierLot?: string | null; bestBy?: string | null }[]
      },
      day: string,
    ): number[] {
      const lines = trip.lines.map(({ itemId, amount }) => ({ ingredient: itemId, quantity: typed(amount) }))
      const at = command('pantry.receive', day, { supplier: trip.supplier, receivedOn: day, lines }, {})
      const receipt = { supplier_id: trip.supplierId, received_on: day, opening: 0, note: '', seq: at }
      const receiptId = sql.receipt(receipt)
      return trip.lines.map(({ itemId, amount, supplierLot = null, bestBy = null }) => {
        const lotId = sql.lot({
          ...noOrigin,
          item_id: itemId,
          receipt_id: receiptId,
          supplier_id: trip.supplierId,
          received_on: day,
          best_by: bestBy,
          supplier_lot: supplierLot,
          supplier_lot_key: supplierLot === null ? null : lotKey(supplierLot),
          cost_cents: 1299,
          typed: typed(amount),
          base: base(amount),
          unit: amount.unit,
        })
        sql.movement({ ...noLinks, lot_id: lotId, kind: 'received', delta: base(amount), day, seq: at })
        lots.set(lotId, { batchId: null, madeBy: at, onHand: base(amount), first: 1, last: 0 })
        return lotId
      })
    },
    /** A bin into which all of some lots without a best-by date is poured on one day. @returns the lot that it holds */
    fillBin(name: string, itemId: number, lotIds: readonly number[], amount: Amount, day: string) {
      const binId = sql.bin({ name, name_key: nameKey(name), item_id: itemId })
      const at = command('bins.pour', day, { binId, day, lines: lotIds.map((lotId) => ({ lotId })) }, {})
      const holds = { item_id: itemId, bin_id: binId, received_on: day, typed: '', base: 0, unit: amount.unit }
      const lotId = sql.lot({ ...noOrigin, ...holds })
      for (const poured of lotIds) {
        const pour = { bin_lot_id: lotId, lot_id: poured, typed: typed(amount), base: base(amount), day, seq: at }
        const movement = { ...noLinks, kind: 'poured', day, seq: at, pour_id: sql.pour(pour) }
        sql.movement({ ...movement, lot_id: poured, delta: -base(amount) })
        sql.movement({ ...movement, lot_id: lotId, delta: base(amount) })
        stateOf(poured).onHand -= base(amount)
      }
      const onHand = lotIds.length * base(amount)
      lots.set(lotId, { batchId: null, madeBy: at, onHand, first: 1, last: 0, poured: lotIds })
      return { binId, lotId }
    },
    /** A batch; its discards are its last units. */
    make(
      batch: {
        product: WrittenProduct
        made: number
        discarded?: number
        uses: readonly Take[]
        confirmed?: number
        personIds?: readonly number[]
        equipmentIds?: readonly number[]
        /** In thousandths. */
        pH?: number
      },
      day: string,
    ): { batchId: number; lotId: number; lotNumber: string } {
      const { product, made, discarded = 0, uses, confirmed = 0 } = batch
      const prefix = `${product.code}-${day.replaceAll('-', '')}-`
      letters.set(prefix, (letters.get(prefix) ?? 0) + 1)
      const lotNumber = prefix + sequenceLetters(letters.get(prefix) ?? 1)
      const asked = uses.map(({ itemId, lotId, amount }) => ({ itemId, lotId, quantity: typed(amount) }))
      const input = { productId: product.productId, madeOn: day, made, discarded, setAside: 0, packs: [], uses: asked }
      const at = command('batches.record', day, input, { lotNumber })
      const batchId = sql.batch({
        lot_number: lotNumber,
        lot_key: lotKey(lotNumber),
        product_id: product.productId,
        recipe_id: product.recipeId,
        made_on: day,
        state: discarded === made ? 'failed' : 'finished',
        made,
        note: '',
        seq: at,
      })
      sql.issued_number({ number_key: lotKey(lotNumber), number: lotNumber })
      issued.push(lotNumber)
      const label = { statement: 'Fruit, sugar.', contains: '[]', may_contain: '[]', unchecked: '[]', unweighed: '[]' }
      sql.batch_label({ batch_id: batchId, ...label, seq: at })
      uses.forEach(({ itemId, lotId, amount }, line) => {
        const basis = line < confirmed ? 'confirmed' : 'assumed'
        const row = { item_id: itemId, lot_id: lotId, typed: typed(amount), base: base(amount), basis }
        const useId = sql.batch_use({ batch_id: batchId, line, ...row, override_reason: null, correction_id: null })
        if (lotId === null) return
        const lot = stateOf(lotId)
        const movement = { lot_id: lotId, kind: 'used', delta: -base(amount), day, batch_use_id: useId, seq: at }
        const movementId = sql.movement({ ...noLinks, ...movement })
        if (lot.batchId === null) lot.onHand -= base(amount)
        else takeUnits(lotId, amount.count, movementId, 'used')
        sql.edge({ batch_id: batchId, lot_id: lotId, made_by: lot.batchId })
        for (const poured of lot.poured ?? []) sql.edge({ batch_id: batchId, lot_id: poured, made_by: null })
      })
      for (const id of batch.personIds ?? []) sql.batch_person({ batch_id: batchId, person_id: id })
      for (const id of batch.equipmentIds ?? []) sql.batch_equipment({ batch_id: batchId, equipment_id: id })
      if (batch.pH !== undefined)
        sql.batch_entry({
          live_id: null,
          batch_id: batchId,
          kind: 'reading',
          at: `${day}T15:00:00.000Z`,
          name: 'pH',
          unit: '',
          thousandths: batch.pH,
          text: '',
          attachment_id: null,
          seq: at,
        })
      const lotId = sql.lot({
        ...noOrigin,
        item_id: product.productId,
        batch_id: batchId,
        received_on: null,
        typed: `${made} ${product.unit}`,
        base: made * ONE_PIECE,
        unit: product.unit,
      })
      const posted = { ...noLinks, lot_id: lotId, day, seq: at }
      const madeMovement = sql.movement({ ...posted, kind: 'made', delta: made * ONE_PIECE })
      sql.movement_range({ movement_id: madeMovement, first: 1, last: made })
      if (discarded > 0) {
        const lost = { kind: 'discarded', delta: -discarded * ONE_PIECE, reason: 'did not set' }
        const range = { movement_id: sql.movement({ ...posted, ...lost }), first: made - discarded + 1, last: made }
        sql.movement_range(range)
        sql.unit_range({ lot_id: lotId, ...range, state: 'discarded' })
      }
      const there = made - discarded
      lots.set(lotId, { batchId, madeBy: madeMovement, onHand: there * ONE_PIECE, first: 1, last: there })
      return { batchId, lotId, lotNumber }
    },
    /** A shipment; each line takes the lowest units that are there. */
    send(
      shipment: {
        placeId: number
        place: string
        reference?: string
        lines: readonly { lotId: number; units: number }[]
      },
      day: string,
    ): number {
      const { placeId, place, reference = '', lines } = shipment
      const at = command('shipping.send', day, { place, purpose: 'sale', sentOn: day, reference, lines }, {})
      const shipmentId = sql.shipment({
        place_id: placeId,
        purpose: 'sale',
        sent_on: day,
        reference,
        note: '',
        seq: at,
      })
      lines.forEach(({ lotId, units }, line) => {
        const row = { shipment_id: shipmentId, line, lot_id: lotId, units, basis: 'range', price_cents: null }
        const lineId = sql.shipment_line(row)
        const movement = {
          lot_id: lotId,
          kind: 'sent',
          delta: -units * ONE_PIECE,
          day,
          shipment_line_id: lineId,
          seq: at,
        }
        takeUnits(lotId, units, sql.movement({ ...noLinks, ...movement }), 'sent')
      })
      return shipmentId
    },
    complain(complaint: { batchId: number; serial: number | null; what: string }, day: string): void {
      const at = command('complaints.log', day, complaint, {})
      const { batchId, serial, what } = complaint
      sql.complaint({ batch_id: batchId, serial, what, who: '', heard_on: day, seq: at })
    },
    /** Writes what is left of every lot, commits, and closes the file. @returns the numbers that were given out */
    close(): readonly string[] {
      for (const [lotId, { onHand, batchId, madeBy, first, last }] of lots) {
        if (onHand > 0) sql.onHand(onHand, lotId)
        if (batchId !== null && last >= first)
          sql.unit_range({ lot_id: lotId, first, last, state: 'on hand', movement_id: madeBy })
      }
      db.exec('COMMIT')
      db.exec('PRAGMA optimize')
      db.close()
      return issued
    },
  }
}

const noPack = { gtin: null, price_cents: 800, usual: null, dropped: 0 }

const noContact = { contact: '', phone: '', email: '', address: '', note: '' }

const noOrigin = {
  batch_id: null,
  receipt_id: null,
  bin_id: null,
  supplier_id: null,
  best_by: null,
  supplier_lot: null,
  supplier_lot_key: null,
  cost_cents: null,
  on_hand: 0,
  held: 0,
}

const noLinks = {
  batch_use_id: null,
  shipment_line_id: null,
  returned_line_id: null,
  pour_id: null,
  takes_back: null,
  reason: '',
}

function typed({ count, unit }: Amount): string {
  return `${count} ${unit}`
}

function base({ count, unit }: Amount): number {
  return count * unitNamed(unit).base
}
