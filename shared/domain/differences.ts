import { sayReading } from './reading.ts'
import { median } from './robust.ts'
import { say } from '../words/say.ts'
import { together } from './together.ts'

/** A batch as it is compared with others of its product. */
export interface BatchProfile {
  readonly lotNumber: string
  readonly made: number
  readonly recipeVersion: number
  readonly ingredients: readonly {
    readonly name: string
    /** Base units, over all its lots. */
    readonly base: number
    readonly suppliers: readonly string[]
    /** Names of lots, as people read them; empty where no lot was recorded. */
    readonly lots: readonly string[]
    readonly isUnknown: boolean
  }[]
  readonly readings: readonly { readonly name: string; readonly value: number; readonly unit: string }[]
}

/** Shares by which a quantity or a yield differs before it is worth a sentence. */
const QUANTITY_SHARE = 0.05
const YIELD_SHARE = 0.1
const READING_SHARE = 0.05

/**
 * What was different about a batch, a sentence each, the likeliest causes first: another supplier, a lot that none of
 * the others had, an ingredient more or fewer, a quantity, a reading, the yield, the recipe.
 * @param good the batches to compare with; without any there is nothing to say
 */
export function differences(batch: BatchProfile, good: readonly BatchProfile[]): string[] {
  if (good.length === 0) return []
  return [
    ...batch.ingredients.flatMap((mine) => aboutIngredient(mine, batch.made, good)),
    ...missingIngredients(batch, good),
    ...batch.readings.flatMap((mine) => aboutReading(mine, good)),
    ...aboutYield(batch, good),
    ...(good.every((each) => each.recipeVersion !== batch.recipeVersion)
      ? [
          say('The recipe was another version: {version} instead of {usual}.', {
            version: batch.recipeVersion,
            usual: good[0]?.recipeVersion ?? 0,
          }),
        ]
      : []),
  ]
}

type Ingredient = BatchProfile['ingredients'][number]

function aboutIngredient(mine: Ingredient, made: number, good: readonly BatchProfile[]): string[] {
  const others = good.flatMap((each) =>
    each.ingredients.filter((other) => other.name === mine.name).map((other) => ({ ...other, made: each.made })),
  )
  const { name } = mine
  if (others.length === 0) return [say('{name} was in it, and in none of the others.', { name })]
  const said: string[] = []
  if (mine.isUnknown) said.push(say('{name}: nobody recorded the lot.', { name }))
  const suppliers = new Set(others.flatMap((each) => each.suppliers))
  const strange = mine.suppliers.filter((supplier) => !suppliers.has(supplier))
  if (strange.length > 0)
    said.push(
      suppliers.size > 0
        ? say('{name} came from {suppliers}, the others from {usual}.', {
            name,
            suppliers: together(strange),
            usual: together([...suppliers]),
          })
        : say('{name} came from {suppliers}.', { name, suppliers: together(strange) }),
    )
  else {
    const lots = new Set(others.flatMap((each) => each.lots))
    const fresh = mine.lots.filter((lot) => !lots.has(lot))
    if (fresh.length > 0) said.push(say('{name} was another lot: {lots}.', { name, lots: fresh.join(', ') }))
  }
  const usual = usualOf(others.map((each) => each.base))
  const share = mine.base / usual - 1
  // A larger batch takes more of everything: only what also differs for each unit is a difference.
  const each = mine.base / Math.max(1, made) / usualOf(others.map((other) => other.base / Math.max(1, other.made))) - 1
  if (usual > 0 && Math.abs(share) > QUANTITY_SHARE && Math.abs(each) > QUANTITY_SHARE)
    said.push(
      share > 0
        ? say('{name}: {percent} % more than usual.', { name, percent: percentOf(share) })
        : say('{name}: {percent} % less than usual.', { name, percent: percentOf(share) }),
    )
  return said
}

function missingIngredients(batch: BatchProfile, good: readonly BatchProfile[]): string[] {
  const mine = new Set(batch.ingredients.map(({ name }) => name))
  const always = (good[0]?.ingredients ?? [])
    .map(({ name }) => name)
    .filter((name) => !mine.has(name) && good.every((each) => each.ingredients.some((other) => other.name === name)))
  return always.map((name) => say('{name} was in all of the others, and not in it.', { name }))
}

function aboutReading(mine: BatchProfile['readings'][number], good: readonly BatchProfile[]): string[] {
  const others = good.flatMap((each) =>
    each.readings.filter(({ name, unit }) => name === mine.name && unit === mine.unit),
  )
  if (others.length === 0) return []
  const usual = usualOf(others.map(({ value }) => value))
  if (usual === 0 || Math.abs(mine.value / usual - 1) <= READING_SHARE) return []
  const value = mine.unit ? `${mine.value} ${mine.unit}` : mine.value
  return [say('{name} was {value}, usually {usual}.', { name: sayReading(mine.name), value, usual })]
}

function aboutYield(batch: BatchProfile, good: readonly BatchProfile[]): string[] {
  const usual = usualOf(good.map((each) => each.made))
  const share = batch.made / usual - 1
  if (usual <= 0 || Math.abs(share) <= YIELD_SHARE) return []
  const facts = { made: batch.made, percent: percentOf(share), usual }
  return [
    share > 0
      ? say('It made {made}, {percent} % more than the usual {usual}.', facts)
      : say('It made {made}, {percent} % less than the usual {usual}.', facts),
  ]
}

function percentOf(share: number): number {
  return Math.round(Math.abs(share) * 100)
}

/** The middle of others, of which there is one at least. */
function usualOf(numbers: readonly number[]): number {
  return median(numbers) ?? 0
}
