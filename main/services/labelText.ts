import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { products } from '../../shared/api/products.ts'
import { netContents } from '../../shared/domain/netContents.ts'
import { parseQuantity, type Quantity } from '../../shared/domain/quantity.ts'
import { itemById } from '../db/repos/items.ts'
import { lotById } from '../db/repos/lots.ts'
import { packsOfProduct } from '../db/repos/packs.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from './context.ts'
import { labelMismatches } from './labelMismatch.ts'
import { asLabelWords, labelOfLot, recipeLabel } from './labelWords.ts'
import { packOut } from './packs.ts'
import { say } from '../../shared/words/say.ts'

type LabelText = Output<typeof products.labelText>

export async function labelText(input: Input<typeof products.labelText>, { store }: Context): Promise<LabelText> {
  return await store.read(async (db) => await labelTextIn(db, input))
}

/** What a label says of a lot as it was made, or of a product or pack as its recipe is now. */
export async function labelTextIn(db: Db, { lotId, itemId }: Input<typeof products.labelText>): Promise<LabelText> {
  const lot = lotId ? await lotById(db, lotId) : undefined
  const item = await itemById(db, lot?.item_id ?? itemId ?? 0)
  if (item?.kind !== 'product' || (lotId && lot?.batch_id == null)) throw notFound(say('This product'))
  const product = item.pack_of === null ? item : await itemById(db, item.pack_of)
  const pack = (await packsOfProduct(db, product?.id ?? 0)).find((each) => each.item_id === item.id)
  if (!product || !pack) throw new Error(`product ${item.id} has no pack`)
  const { label: current } = await recipeLabel(db, product.id)
  const frozen = lot ? await labelOfLot(db, lot) : undefined
  const words = asLabelWords(frozen ?? current)
  const shown = packOut(pack)
  return {
    ...words,
    name: product.name,
    pack: shown.name,
    netContents: contentsOf(shown.net, shown.fill),
    gtin: shown.gtin,
    priceCents: shown.priceCents,
    frozen: frozen !== undefined,
    mismatch: lot ? ((await labelMismatches(db, [lot])).get(lot.id)?.sentence ?? null) : null,
    problems: [
      ...words.unchecked.map((name) =>
        say('Nobody has said what is in {name}. Say it on the product’s page, under On the label.', { name }),
      ),
      ...words.unweighed.map((name) =>
        say('Nobody has said what {name} weighs, so its place in the list is not sure.', { name }),
      ),
    ],
  }
}

function contentsOf(net: string | null, fill: string | null): string | null {
  const declared = read(net)
  return declared && netContents(declared, read(fill))
}

function read(text: string | null): Quantity | null {
  const parsed = text === null ? null : parseQuantity(text, 'each')
  return parsed?.ok ? parsed.quantity : null
}
