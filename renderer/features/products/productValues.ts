import type { UseFormReturn } from 'react-hook-form'
import { named } from '../../../shared/api/fields.ts'
import { PackInput, ProductInput, RecipeLine } from '../../../shared/api/products.ts'
import { ReadingInput } from '../../../shared/api/readings.ts'
import { readingText, sayReading } from '../../../shared/domain/reading.ts'
import { z } from '../../../shared/api/zod.ts'
import { say } from '../../../shared/words/say.ts'
import type { AnswerOf } from '../../api/door.ts'

/** A row of the recipe; one that is left empty is no line. */
const Row = z.strictObject({ ingredient: z.string(), quantity: z.string() }).superRefine((row, context) => {
  if (isBlank(row)) return
  for (const { path, message } of RecipeLine.safeParse(row).error?.issues ?? [])
    context.addIssue({ code: 'custom', path, message })
})

/** The product as its form holds it: the recipe with room for the next line at its end. */
export const ProductValues = ProductInput.omit({ productId: true }).extend({
  readings: z.array(ReadingInput),
  equipment: z.array(z.strictObject({ name: named('The name of the equipment', 60) })),
  packs: z.array(PackInput.extend({ name: named('The name of the pack', 40) })),
  lines: z.array(Row).superRefine((rows, context) => {
    if (rows.every(isBlank))
      context.addIssue({ code: 'custom', path: [0, 'ingredient'], message: say('Add at least one ingredient.') })
  }),
})
export type ProductValues = z.input<typeof ProductValues>
export type ProductFormReturn = UseFormReturn<ProductValues, unknown, z.output<typeof ProductValues>>

export const blankPack = { name: '', net: '', fill: '', gtin: '', unit: '', priceCents: null, usual: null }

type PackAnswer = AnswerOf<'products', 'get'>['pack']

/** A recorded pack as the form holds it; a word that is the product’s own is left out, so that it follows it. */
function packValues({ itemId, unit, net, fill, gtin, ...pack }: PackAnswer, productUnit: string) {
  return { itemId, unit: unit === productUnit ? '' : unit, net: net ?? '', fill: fill ?? '', gtin: gtin ?? '', ...pack }
}

export const blankReading = { name: '', unit: '', least: '', most: '' }

/** A recorded product as its form holds it. */
export function productValues(product: AnswerOf<'products', 'get'>) {
  const { name, code, unit, shelfLifeDays, expectedYield, pack, packs, readings, equipment, lines } = product
  const limit = (thousandths: number | null) => (thousandths === null ? '' : readingText({ thousandths, unit: '' }))
  return {
    name,
    code,
    unit,
    shelfLifeDays,
    expectedYield,
    pack: packValues(pack, unit),
    packs: packs.map((each) => packValues(each, unit)),
    readings: readings.map((reading) => ({
      name: sayReading(reading.name),
      unit: reading.unit,
      least: limit(reading.least),
      most: limit(reading.most),
    })),
    equipment: equipment.map((each) => ({ name: each })),
    lines: lines.map(({ ingredient, quantity }) => ({ ingredient, quantity })),
  }
}

export const blankLine = { ingredient: '', quantity: '' }

export function isBlank({ ingredient, quantity }: { readonly ingredient: string; readonly quantity: string }): boolean {
  return ingredient.trim() === '' && quantity.trim() === ''
}
