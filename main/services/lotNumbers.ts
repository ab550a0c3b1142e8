import { fieldError } from '../../shared/api/errors.ts'
import type { kitchen } from '../../shared/api/kitchen.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { fits, type LotPattern, presetPatterns, readPattern } from '../../shared/domain/lotPattern.ts'
import { codeWarnings } from '../../shared/domain/productCodes.ts'
import { productList } from '../db/repos/recipes.ts'
import type { Db } from '../db/schema.ts'
import { type Context, kitchenToday } from './context.ts'
import { nextNumbers } from './nextNumbers.ts'
import { say } from '../../shared/words/say.ts'

type Format = Pick<Input<typeof kitchen.save>, 'lotFormat' | 'lotPattern'>

const SHOWN_PRODUCTS = 12
const SHOWN_NUMBERS = 3

/** What the next batches would be called in a format that is being considered. */
export async function previewNumbers(
  input: Input<typeof kitchen.numbers>,
  context: Context,
): Promise<Output<typeof kitchen.numbers>> {
  const read = readFormat(input)
  if (!read.ok) return { problem: read.message, products: [], warnings: [] }
  return await context.store.read(async (db) => {
    const madeOn = await kitchenToday(db, context)
    const known = (await productList(db)).map(({ name, code }) => ({ name, code: code ?? '' }))
    const shown = known.length === 0 ? [{ name: say('Strawberry jam'), code: 'SJ' }] : known.slice(0, SHOWN_PRODUCTS)
    const products: Output<typeof kitchen.numbers>['products'] = []
    for (const { name, code } of shown) {
      const numbers = await nextNumbers(db, { pattern: read.pattern, code, madeOn }, SHOWN_NUMBERS)
      products.push({
        product: name,
        code,
        numbers,
        tooLong: !fits(read.pattern, code),
        unit: unitNumber(numbers[0] ?? '', 1),
      })
    }
    return { problem: null, products, warnings: codeWarnings(known, read.pattern) }
  })
}

/** @throws AppError naming the pattern, where it does not read or is too long for a product */
export async function checkFormat(db: Db, format: Format): Promise<void> {
  const read = readFormat(format)
  if (!read.ok) throw fieldError('lotPattern', read.message)
  await refuseTooLong(db, read.pattern, format.lotFormat === 'custom' ? 'lotPattern' : 'lotFormat')
}

async function refuseTooLong(db: Db, pattern: LotPattern, field: string): Promise<void> {
  const long = (await productList(db)).find(({ code }) => !fits(pattern, code ?? ''))
  if (long)
    throw fieldError(
      field,
      say(
        'The numbers of {product} ({code}) would pass 20 characters. Choose a shorter pattern, or a shorter code for it.',
        { product: long.name, code: long.code ?? '' },
      ),
    )
}

function readFormat({ lotFormat, lotPattern }: Format) {
  return readPattern(lotFormat === 'custom' ? (lotPattern ?? '') : presetPatterns[lotFormat])
}
