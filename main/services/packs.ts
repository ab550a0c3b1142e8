import { fieldError } from '../../shared/api/errors.ts'
import type { PackInput } from '../../shared/api/products.ts'
import type { z } from '../../shared/api/zod.ts'
import { gtin14 } from '../../shared/domain/gs1Elements.ts'
import { nameKey } from '../../shared/domain/names.ts'
import { expectedUnits, packItemName, shareOf } from '../../shared/domain/packs.ts'
import { parseQuantity } from '../../shared/domain/quantity.ts'
import { countUnits } from '../../shared/domain/serialRange.ts'
import { insertItem, type Item, itemNamed, renameItem } from '../db/repos/items.ts'
import { lotsOfBatch } from '../db/repos/lots.ts'
import { unitRanges } from '../db/repos/movements.ts'
import { type Pack, packsOfProduct, packWithGtin, writePack } from '../db/repos/packs.ts'
import type { Db } from '../db/schema.ts'
import { orNull } from './context.ts'
import { say } from '../../shared/words/say.ts'

/** The packs that a cook of so many main units gives, the main one first. */
export async function plannedPacks(db: Db, productId: number, planned: number, recipeYield: number) {
  const packs = await packsMadeOf(db, productId)
  const plans = packs.map((pack) => ({ itemId: pack.item_id, net: netOf(pack.net), usual: pack.usual }))
  const [main, ...others] = plans
  const expected = main ? expectedUnits(main, others, planned, recipeYield) : new Map<number, number>()
  return packs.map((pack) => expectedPack(pack, expected.get(pack.item_id) ?? 0))
}

/** The packs that come out when a batch is made again with so many units in all, each its share, rounded down. */
export async function repeatedPacks(
  db: Db,
  productId: number,
  like: { readonly batchId: number; readonly made: number },
  planned: number,
) {
  const made = new Map<number, number>()
  for (const lot of await lotsOfBatch(db, like.batchId)) made.set(lot.item_id, countUnits(await unitRanges(db, lot.id)))
  return (await packsMadeOf(db, productId)).map((pack) =>
    expectedPack(pack, Math.floor(((made.get(pack.item_id) ?? 0) * planned) / Math.max(1, like.made))),
  )
}

/**
 * The packs that come out when a whole cook goes into one of them, rounded down.
 * @param planned units of the main pack that the cook would fill
 * @throws AppError naming `packId`, for a pack that the product is not filled into
 */
export async function packedInto(db: Db, product: Pick<Item, 'id' | 'name'>, packId: number, planned: number) {
  const packs = await packsMadeOf(db, product.id)
  const chosen = packs.find((pack) => pack.item_id === packId)
  const main = packs.find((pack) => pack.item_id === product.id)
  if (!chosen)
    throw fieldError(
      'packId',
      say('This is not a pack that {product} is filled into. Choose another one.', { product: product.name }),
    )
  const { top, bottom } = shareOf(netOf(chosen.net), netOf(main?.net ?? null))
  const units = Number((BigInt(planned) * bottom) / top)
  return packs.map((pack) => expectedPack(pack, pack === chosen ? units : 0))
}

/** What a batch made, in units of the main pack, further packs by what they hold, rounded down. */
export async function madeInMainUnits(
  db: Db,
  batch: { readonly id: number; readonly product_id: number },
): Promise<number> {
  const packs = new Map((await packsOfProduct(db, batch.product_id)).map((pack) => [pack.item_id, netOf(pack.net)]))
  const main = packs.get(batch.product_id) ?? null
  let total = { top: 0n, bottom: 1n }
  for (const lot of await lotsOfBatch(db, batch.id)) {
    const share = shareOf(packs.get(lot.item_id) ?? null, main)
    const units = BigInt(countUnits(await unitRanges(db, lot.id)))
    total = { top: total.top * share.bottom + units * share.top * total.bottom, bottom: total.bottom * share.bottom }
  }
  return Number(total.top / total.bottom)
}

function expectedPack({ item_id: itemId, name, unit, net }: Pack, expected: number) {
  return { itemId, name, unit, net, expected }
}

async function packsMadeOf(db: Db, productId: number): Promise<Pack[]> {
  return (await packsOfProduct(db, productId)).filter((pack) => pack.dropped === 0)
}

/** A pack as the product's answer shows it. */
export function packOut(pack: Pack) {
  return {
    itemId: pack.item_id,
    name: pack.name,
    unit: pack.unit,
    net: pack.net,
    fill: pack.fill,
    gtin: pack.gtin === null ? null : showGtin(pack.gtin),
    priceCents: pack.price_cents,
    usual: pack.usual,
  }
}

type PackValues = z.output<typeof PackInput>

/**
 * Writes the packs of a product. The main pack is the product itself; a further one that is left out is dropped, and
 * comes back under the same name. What is not given stays as it was.
 */
export async function writePacks(
  db: Db,
  product: Item,
  {
    pack: main,
    packs: others,
  }: { readonly pack?: PackValues | null | undefined; readonly packs?: readonly PackValues[] | null | undefined },
): Promise<void> {
  const known = await packsOfProduct(db, product.id)
  const before = known.find((pack) => pack.item_id === product.id)
  if (main || !before) await writeOne(db, product.id, 0, main ?? bare, 'pack')
  const kept = new Set<number>()
  for (const [at, pack] of (others ?? []).entries()) {
    const itemId = await packItem(db, product, known, pack, `packs.${at}`)
    if (kept.has(itemId))
      throw fieldError(
        `packs.${at}.name`,
        say('There are two packs called {pack}. Name one of them otherwise.', { pack: pack.name ?? '' }),
      )
    kept.add(itemId)
    await writeOne(db, itemId, at + 1, pack, `packs.${at}`)
  }
  for (const pack of known.filter((each) => each.item_id !== product.id)) {
    if (others && !kept.has(pack.item_id)) await writePack(db, { ...factsOf(pack), dropped: 1 })
    // A renamed product renames what its other packs are called.
    if (!others || !kept.has(pack.item_id)) await renameItem(db, pack.item_id, packItemName(product.name, pack.name))
  }
}

const bare: PackValues = { name: '' }

/** The item of a further pack: the one of that id or name, or a new one. */
async function packItem(
  db: Db,
  product: Item,
  known: readonly Pack[],
  pack: PackValues,
  field: string,
): Promise<number> {
  const name = orNull(pack.name)
  if (name === null) throw fieldError(`${field}.name`, say('Name this pack, for example 4 oz jar.'))
  const unit = orNull(pack.unit) ?? product.unit
  const itemName = packItemName(product.name, name)
  const others = known.filter((each) => each.item_id !== product.id)
  const mine = pack.itemId
    ? others.find((each) => each.item_id === pack.itemId)
    : others.find((each) => nameKey(each.name) === nameKey(name))
  if (pack.itemId && !mine)
    throw fieldError(
      `${field}.name`,
      say('This is not a pack of {product}. Add it as a new one.', { product: product.name }),
    )
  const namesake = await itemNamed(db, itemName)
  if (namesake && namesake.id !== mine?.item_id)
    throw fieldError(
      `${field}.name`,
      say('“{namesake}” is there already. Name this pack otherwise.', { namesake: namesake.name }),
    )
  if (mine) {
    await renameItem(db, mine.item_id, itemName, unit)
    return mine.item_id
  }
  const item = await insertItem(db, {
    kind: 'product',
    name: itemName,
    pack_of: product.id,
    code: null,
    dimension: 'count',
    unit,
    shelf_life_days: null,
  })
  return item.id
}

async function writeOne(db: Db, itemId: number, place: number, pack: PackValues, field: string): Promise<void> {
  const net = orNull(pack.net)
  const fill = orNull(pack.fill)
  checkContents(net, fill, field)
  await writePack(db, {
    item_id: itemId,
    place,
    name: pack.name ?? '',
    net,
    fill,
    gtin: await readGtin(db, itemId, orNull(pack.gtin), field),
    price_cents: pack.priceCents ?? null,
    usual: place === 0 ? null : (pack.usual ?? null),
    dropped: 0,
  })
}

function checkContents(net: string | null, fill: string | null, field: string): void {
  const declared = netOf(net)
  const real = netOf(fill)
  if (real === null) return
  if (declared === null) throw fieldError(`${field}.net`, say('Type what the label declares too, for example 8 oz.'))
  if (real.dimension !== declared.dimension)
    throw fieldError(`${field}.fill`, say('Weigh or measure in the same way as the label declares it.'))
  if (real.base < declared.base)
    throw fieldError(
      `${field}.fill`,
      say('That is less than the {net} declared. Declare what is really in it.', { net: net ?? '' }),
    )
}

/** @throws AppError naming the field, for a number that is none or is on another pack */
async function readGtin(db: Db, itemId: number, typed: string | null, field: string): Promise<string | null> {
  if (typed === null) return null
  const gtin = gtin14(typed)
  if (gtin === undefined)
    throw fieldError(
      `${field}.gtin`,
      say(
        'That is not a GTIN: it has 8, 12, 13 or 14 digits, and the last one must check. Type it as printed below the bars.',
      ),
    )
  const other = await packWithGtin(db, gtin)
  if (other && other.item_id !== itemId)
    throw fieldError(`${field}.gtin`, say('{item} has this GTIN. Each pack needs its own.', { item: other.item }))
  return gtin
}

/** A GTIN without the zeros that only fill it up to 14 digits. */
function showGtin(gtin: string): string {
  const found = /^0{6}(\d{8})$|^00(\d{12})$|^0(\d{13})$/.exec(gtin)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? gtin
}

function netOf(text: string | null): { readonly dimension: string; readonly base: number } | null {
  const parsed = text === null ? null : parseQuantity(text, 'each')
  return parsed?.ok ? parsed.quantity : null
}

function factsOf({ item: _item, unit: _unit, ...facts }: Pack) {
  return facts
}
