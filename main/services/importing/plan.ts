import type { PackInput, ProductInput } from '../../../shared/api/products.ts'
import type { z } from '../../../shared/api/zod.ts'
import type { ImportKind } from '../../../shared/domain/importFields.ts'
import type { DateOrder } from '../../../shared/import/dates.ts'
import type { DecimalSign } from '../../../shared/import/numbers.ts'
import type { PlaceKind, Purpose } from '../../db/schema.ts'

/** How a person wants a sheet to be read. */
export interface SheetSettings {
  /** Null until a person says; then the dates are not asked about any more. */
  readonly dateOrder: DateOrder | null
  readonly decimal: DecimalSign | null
  /** What an ingredient row becomes whose lot nobody finds. */
  readonly missingLots: 'unknown' | 'opening'
  /** Where rows without a place went. */
  readonly place: string
  readonly placeKind: PlaceKind
}

export const plainSettings: SheetSettings = {
  dateOrder: null,
  decimal: null,
  missingLots: 'unknown',
  place: '',
  placeKind: 'market',
}

/** A lot of the record, or the one that a record of this import will bring. */
export type LotRef = { readonly lot: number } | { readonly record: number; readonly item: string }

export interface PlannedUse {
  readonly ingredient: string
  readonly quantity: string
  readonly lot: LotRef | null
  /** Which units of a lot made here; empty for the lowest that are there. */
  readonly serials: string
  readonly basis: 'assumed' | 'confirmed'
  /** History took more of it than was recorded: it is counted up first, on that day. */
  readonly foundMore: boolean
  readonly override: { readonly problem: 'held' | 'expired'; readonly reason: string } | null
}

export interface Reach {
  readonly name: string
  readonly contact: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly note: string
}

export interface PlannedPurchase {
  readonly ingredient: string
  readonly quantity: string
  readonly supplier: string
  readonly receivedOn: string
  readonly supplierLot: string
  readonly bestBy: string
  readonly costCents: number | null
  readonly note: string
  readonly opening: boolean
  readonly bag: string
  /** Why it is on hold; empty where it is not. */
  readonly held: string
}

export interface PlannedBatch {
  readonly product: string
  /** Empty for the next number of the kitchen’s format. */
  readonly number: string
  readonly madeOn: string
  readonly made: number
  readonly discarded: number
  readonly discardReason: string
  readonly setAside: number
  /** Numbers of its units; empty where they run on from pack to pack. */
  readonly serials: string
  /** Why the main pack is on hold; empty where it is not. */
  readonly held: string
  readonly packs: readonly {
    readonly item: string
    readonly made: number
    readonly discarded: number
    readonly setAside: number
    readonly serials: string
    readonly held: string
  }[]
  readonly bestBy: string
  readonly note: string
  readonly people: readonly string[]
  readonly uses: readonly PlannedUse[]
}

export interface PlannedSending {
  readonly place: string
  readonly placeKind: PlaceKind
  readonly purpose: Purpose
  readonly sentOn: string
  readonly reference: string
  readonly note: string
  readonly lines: readonly {
    readonly lot: LotRef
    readonly units: number
    readonly serials: string
    readonly basis: 'range' | 'typed'
    readonly priceCents: number | null
  }[]
}

export interface PlannedReturn {
  readonly place: string
  readonly day: string
  readonly reason: string
  readonly cashCents: number | null
  /** The shipment that is counted, where it is a market day’s count. */
  readonly shipment: {
    readonly sentOn: string
    readonly reference: string
    /** The record of this import that brings it; null where that is not said. */
    readonly record: number | null
  } | null
  readonly lines: readonly {
    readonly number: string
    readonly item: string
    readonly units: number
    readonly serials: string
    readonly basis: 'range' | 'typed'
    readonly fate: 'on hand' | 'destroyed'
  }[]
}

/** A count of stock, or units discarded or set aside after their batch. */
export interface PlannedChange {
  readonly lot: LotRef
  readonly what: 'discarded' | 'set aside' | 'found' | 'missing'
  readonly day: string
  /** In base units, more than none. */
  readonly base: number
  /** Units of a lot made here; empty for a bag. */
  readonly serials: string
  readonly reason: string
}

export type Plan =
  | ({ readonly kind: 'suppliers' } & Reach)
  | ({ readonly kind: 'places'; readonly placeKind: PlaceKind } & Reach)
  | {
      readonly kind: 'ingredients'
      readonly name: string
      readonly unit: string
      readonly low: string
      readonly factors: readonly { readonly one: string; readonly equals: string }[]
    }
  | { readonly kind: 'products'; readonly product: z.output<typeof ProductInput>; readonly retired: boolean }
  | ({ readonly kind: 'purchases' } & PlannedPurchase)
  | ({ readonly kind: 'batches' } & PlannedBatch)
  | ({ readonly kind: 'sales' } & PlannedSending)
  | ({ readonly kind: 'returns' } & PlannedReturn)
  | ({ readonly kind: 'changes' } & PlannedChange)

export type PlannedPack = z.output<typeof PackInput>

/** What a record became. */
export interface Made {
  readonly receiptId?: number
  readonly lotId?: number
  readonly bag?: string
  readonly batchId?: number
  readonly lots?: readonly { readonly item: string; readonly lotId: number }[]
  readonly shipmentId?: number
  readonly returnedId?: number
  /** What a count or a discard moved. */
  readonly movementId?: number
  readonly productId?: number
  readonly name?: string
  /** Where it was new. */
  readonly supplierId?: number
  readonly placeId?: number
}

export type RowVerdict = 'ready' | 'check' | 'stopped' | 'left out' | 'there already'

/** A row of a sheet, its cells by what they are. */
export interface RowIn {
  readonly sheetId: number
  readonly line: number
  readonly kind: ImportKind
  readonly values: Readonly<Record<string, string>>
  /** What the row said before a person changed it here, as one text: how the same row is known again. */
  readonly identity: string
  readonly heads: Readonly<Record<string, string>>
  /** Quantities of a wide table, by ingredient. */
  readonly wide: readonly { readonly name: string; readonly unit: string | null; readonly text: string }[]
  readonly decision: '' | 'add' | 'leave out'
  readonly settings: SheetSettings & {
    readonly dateOrder: DateOrder
    readonly isSure: boolean
    readonly decimal: DecimalSign
  }
}
