import type { batches } from '../../shared/api/batches.ts'
import { fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import {
  countUnits,
  readRanges,
  type SerialRange,
  showRanges,
  subtractRanges,
} from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import type { Item } from '../db/repos/items.ts'
import { insertLot, lotById } from '../db/repos/lots.ts'
import { addMovement, placeUnits } from '../db/repos/movements.ts'
import { packsOfProduct } from '../db/repos/packs.ts'
import type { Db } from '../db/schema.ts'
import { bestByOf } from './batchProposal.ts'
import { orNull } from './context.ts'
import { takeLastUnits } from './units.ts'
import { say } from '../../shared/words/say.ts'

type RecordInput = Input<typeof batches.record>

/** Numbers of the units that were made, where they stand on jars already; else they run on from pack to pack. */
interface Numbered {
  readonly serials?: string
}

/** A batch as it is recorded, or as it is told from elsewhere with the numbers that its units have. */
export type ToldOutcome = Omit<RecordInput, 'packs' | 'uses'> &
  Numbered & { readonly packs: (RecordInput['packs'][number] & Numbered)[] }

/** What came out in one pack. */
export interface PackFigures {
  readonly itemId: number
  readonly unit: string
  readonly made: number
  readonly discarded: number
  readonly setAside: number
  readonly serials: string
  /** Where its figures stand in the input, for errors beside them. */
  readonly field: string
}

/**
 * What came out, pack by pack, the main one first and the others in the order of the product.
 * @throws AppError `invalid_input` for a pack that is none of this product, or is named twice
 */
export async function packFigures(db: Db, product: Item, input: ToldOutcome): Promise<PackFigures[]> {
  const main = { itemId: product.id, unit: product.unit, field: '' }
  const { made: mainMade, discarded: mainDiscarded, setAside: mainAside, serials = '' } = input
  const figures = [{ ...main, made: mainMade, discarded: mainDiscarded, setAside: mainAside, serials, place: 0 }]
  if (input.packs.length === 0) return figures
  const packs = new Map((await packsOfProduct(db, product.id)).map((pack) => [pack.item_id, pack]))
  packs.delete(product.id)
  for (const [at, { itemId, made, discarded, setAside, serials: own = '' }] of input.packs.entries()) {
    const pack = packs.get(itemId)
    if (!pack)
      throw fieldError(
        `packs.${at}.itemId`,
        say('This is not a further pack of {product}, or it is there twice.', { product: product.name }),
      )
    packs.delete(itemId)
    figures.push({
      itemId,
      unit: pack.unit,
      made,
      discarded,
      setAside,
      serials: own,
      field: `packs.${at}.`,
      place: pack.place,
    })
  }
  return figures.toSorted((a, b) => a.place - b.place)
}

interface Made {
  readonly input: ToldOutcome
  readonly product: Item
  readonly outcome: readonly PackFigures[]
  readonly batchId: number
  readonly lotNumber: string
  readonly seq: number
}

/** The lots that the batch made, one a pack, under one lot number; unit numbers run on from pack to pack. */
export async function bringOut(db: Db, made: Made): Promise<Output<typeof batches.record>> {
  const { outcome, batchId, lotNumber } = made
  const filled = outcome.filter((pack) => pack.made > 0)
  const lots: { lotId: number; itemId: number; forSale: SerialRange[] }[] = []
  let last = 0
  // A batch of which nothing came out still made its lot: there is something to find and to correct.
  for (const pack of filled.length > 0 ? filled : outcome.slice(0, 1)) {
    const told = pack.serials === '' ? undefined : readRanges(pack.serials)
    const serials = told ?? (pack.made === 0 ? [] : [{ first: last + 1, last: last + pack.made }])
    lots.push({ itemId: pack.itemId, ...(await bringOutPack(db, made, pack, serials)) })
    last = serials.at(-1)?.last ?? last
  }
  const forSale = lots.flatMap((lot) => lot.forSale)
  return {
    batchId,
    lotId: lots[0]?.lotId ?? 0,
    lotNumber,
    forSale: countUnits(forSale),
    serials: showRanges(forSale),
    lots: lots.map((lot) => ({ ...lot, forSale: countUnits(lot.forSale), serials: showRanges(lot.forSale) })),
  }
}

/** The lot of one pack, its serials, and what was discarded or set aside of it. */
async function bringOutPack(
  db: Db,
  { input, product, batchId, seq }: Made,
  pack: PackFigures,
  serials: readonly SerialRange[],
): Promise<{ lotId: number; forSale: SerialRange[] }> {
  const day = input.madeOn
  const lotId = await insertLot(
    db,
    {
      itemId: pack.itemId,
      batchId,
      bestBy: orNull(input.bestBy) ?? bestByOf(product, day),
      typed: `${pack.made} ${countWord(pack.unit, pack.made)}`,
      base: pack.made * ONE_PIECE,
      unit: pack.unit,
    },
    pack.made * ONE_PIECE,
  )
  const movementId = await addMovement(db, { lotId, kind: 'made', delta: pack.made * ONE_PIECE, day, seq })
  await placeUnits(db, { lotId, movementId, state: 'on hand', ranges: serials }, [])
  let forSale = [...serials]
  const outs = [
    { kind: 'discarded', units: pack.discarded, reason: input.discardReason ?? '' },
    { kind: 'set aside', units: pack.setAside, reason: '' },
  ] as const
  for (const { kind, units, reason } of outs.filter((out) => out.units > 0)) {
    const lot = await lotById(db, lotId)
    if (!lot) throw new Error('the lot just made is not there')
    const taken = await takeLastUnits(db, lot, units, { kind, day, seq, reason }, kind)
    forSale = subtractRanges(forSale, taken)
  }
  return { lotId, forSale }
}
