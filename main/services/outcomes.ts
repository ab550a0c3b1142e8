import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { outcomes } from '../../shared/api/outcomes.ts'
import { checkWeights, type WeightCheck } from '../../shared/domain/checkWeights.ts'
import { formatQuantity, parseQuantity } from '../../shared/domain/quantity.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { lotById, lotsOfBatch } from '../db/repos/lots.ts'
import {
  bestBatchOf,
  endWeight,
  followUpsOf,
  insertBestBatch,
  insertFollowUp,
  insertWeight,
  weightsOf,
} from '../db/repos/outcomes.ts'
import { packsOfProduct } from '../db/repos/packs.ts'
import { knownBatch } from './batchViews.ts'
import { command, type Context } from './context.ts'
import { mismatchesOnShelf } from './labelMismatch.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof outcomes

export async function outcomeOf(
  { batchId }: Input<Operations['get']>,
  { store }: Context,
): Promise<Output<Operations['get']>> {
  return await store.read(async (db) => {
    const batch = await knownBatch(db, batchId)
    const lots = await lotsOfBatch(db, batchId)
    const packs = await packsOfProduct(db, batch.product_id)
    const weights = Map.groupBy(await weightsOf(db, lots.map((lot) => lot.id)), (row) => row.lot_id) // prettier-ignore
    return {
      isBest: (await bestBatchOf(db, batch.product_id)) === batchId,
      followUps: await followUpsOf(db, batchId),
      packs: lots.map((lot) => {
        const own = weights.get(lot.id) ?? []
        const declared = declaredBase(packs.find((pack) => pack.item_id === lot.item_id)?.net ?? null)
        const check = declared === null ? undefined : checkWeights(declared.base, own.map(({ base }) => base)) // prettier-ignore
        return {
          lotId: lot.id,
          name: lot.pack ?? '',
          declared: declared?.text ?? null,
          weights: own.map(({ id, typed }) => ({ id, typed })),
          verdict: check?.verdict ?? null,
          sentence: check && declared ? checkSentence(check, declared) : null,
        }
      }),
    }
  })
}

export async function bestOf(
  { productId }: Input<Operations['best']>,
  { store }: Context,
): Promise<Output<Operations['best']>> {
  return await store.read(async (db) => ({ batchId: (await bestBatchOf(db, productId)) ?? null }))
}

export async function followUp(
  input: Input<Operations['followUp']>,
  context: Context,
): Promise<Output<Operations['followUp']>> {
  const { batchId, day, stars, note } = input
  return await command(context, input, async ({ db, seq }) => {
    await knownBatch(db, batchId)
    if (!stars && !note) throw fieldError('note', say('Give stars, or write what you found.'))
    await insertFollowUp(db, { batch_id: batchId, day, stars: stars ?? null, note: note ?? '', seq })
    return { batchId }
  })
}

export async function rememberBest(
  input: Input<Operations['rememberBest']>,
  context: Context,
): Promise<Output<Operations['rememberBest']>> {
  const { batchId, isBest } = input
  return await command(context, input, async ({ db, seq }) => {
    const batch = await knownBatch(db, batchId)
    await insertBestBatch(db, { product_id: batch.product_id, batch_id: isBest ? batchId : null, seq })
    return { batchId, lotNumber: batch.lot_number }
  })
}

export async function weigh(input: Input<Operations['weigh']>, context: Context): Promise<Output<Operations['weigh']>> {
  const typed = input.weights.split(/[;\n]|,(?!\d)/).map((each) => each.trim()).filter((each) => each !== '') // prettier-ignore
  return await command(context, input, async ({ db, seq }) => {
    const lot = await lotById(db, input.lotId)
    if (lot?.batch_id == null) throw notFound(say('This lot'))
    const pack = (await packsOfProduct(db, lot.product_id)).find((each) => each.item_id === lot.item_id)
    const declared = declaredBase(pack?.net ?? null)
    if (!declared)
      throw fieldError(
        'weights',
        say('{item} does not say what one holds. Write its net contents on the product’s page.', { item: lot.item }),
      )
    for (const text of typed) {
      const parsed = parseQuantity(text, declared.unit)
      if (!parsed.ok) throw fieldError('weights', parsed.message)
      const { dimension, base } = parsed.quantity
      if (dimension !== declared.dimension || base <= 0)
        throw fieldError(
          'weights',
          say('“{text}” cannot be held against {declared}. Type it in {unit}.', {
            text,
            declared: declared.text,
            unit: declared.unit,
          }),
        )
      await insertWeight(db, { lot_id: lot.id, typed: parsed.quantity.text, base, seq })
    }
    return { lotId: lot.id, weighed: typed.length }
  })
}

export async function takeWeightsBack(
  input: Input<Operations['takeWeightsBack']>,
  context: Context,
): Promise<Output<Operations['takeWeightsBack']>> {
  return await command(context, input, async ({ db, seq }) => {
    for (const { id } of await weightsOf(db, [input.lotId]))
      await endWeight(db, { check_weight_id: id, reason: input.reason, seq })
    return { lotId: input.lotId, weighed: 0 }
  })
}

/** Batches on the shelf whose labels name other allergens than is known of them, or of the recipe, now. */
export async function oldAllergens(_input: unknown, { store }: Context): Promise<Output<Operations['oldAllergens']>> {
  return (await store.read(mismatchesOnShelf)).map(({ lot, added, gone, sentence }) => ({
    batchId: lot.batch_id ?? 0,
    lotNumber: lot.lot_number ?? '',
    product: lot.item,
    onHand: lot.on_hand / ONE_PIECE,
    added: [...added],
    gone: [...gone],
    sentence,
  }))
}

function declaredBase(net: string | null) {
  const parsed = net === null ? null : parseQuantity(net, 'each')
  return parsed?.ok && parsed.quantity.dimension !== 'count' ? parsed.quantity : null
}

function checkSentence(check: WeightCheck, declared: { readonly text: string; readonly unit: string }): string {
  const show = (base: number) => formatQuantity(base, declared.unit)
  const range = say('{count} weighed, {least} to {most}, on average {mean}; declared {declared}.', {
    count: check.count,
    least: show(check.least),
    most: show(check.most),
    mean: show(check.mean),
    declared: declared.text,
  })
  return `${range} ${verdictSentence(check)}`
}

function verdictSentence({ verdict, short }: WeightCheck): string {
  switch (verdict) {
    case 'good':
      return say('The average is not below what the label says.')
    case 'below':
      return say('The average is below what the label says: fill them up, or do not sell them so.')
    case 'unreasonable':
      return say(
        '{n, plural, one {The average is good, but # is more than 5 % short: take it out.} other {The average is good, but # are more than 5 % short: take them out.}}',
        { n: short },
      )
  }
}
