import { isDay } from '../domain/day.ts'
import { lotNumberPattern } from '../domain/lotNumber.ts'
import { invisible } from '../domain/names.ts'
import { parseQuantity } from '../domain/quantity.ts'
import { z } from './zod.ts'
import { say, sayWord } from '../words/say.ts'

const notThere = 'What was asked for is not in the record. Go back and choose again.'
export const Id = z.int(notThere).positive(notThere)

/** Sent with every command; sending the same one again does the command once. */
export const RequestId = z.uuid('requestId must be a UUID, new for every command.')

function text(max: number, what: string) {
  return z
    .string()
    .trim()
    .max(max, {
      error: () => say('{what} can have {max} characters at most.', { what: sayWord(what), max }),
    })
    .refine((value) => !invisible.test(value), {
      error: () => say('{what} contains a character that cannot be seen. Type it again.', { what: sayWord(what) }),
    })
}

/** A text that must be there. */
export function named(what: string, max = 80) {
  return text(max, what).min(1, { error: () => say('{what} is missing.', { what: sayWord(what) }) })
}

/** A text that may be left out: missing, null or empty. */
export function optionalText(what: string, max = 200) {
  return text(max, what).nullish()
}

/** A text typed, or scanned: GS1 codes hold ASCII 29 between their parts. */
export const ScannedText = z
  .string()
  .trim()
  .max(200, 'The text can have 200 characters at most.')
  .refine(
    (value) => !invisible.test(value.replaceAll('\u001d', '')),
    'The text contains a character that cannot be seen. Type it again.',
  )

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Type a day as year-month-day, for example 2026-03-04.')
  .refine(isDay, 'That day does not exist. Check the month and the day.')

/** A day that may be left out: missing, null or empty. */
export const OptionalDay = z.union([z.literal(''), Day]).nullish()

/**
 * A quantity as typed: `8 lb`, `1 1/2 cup`. A bare number takes the ingredient's own unit; whether a word is a unit of
 * it (`2 flats`) is known where the ingredient is.
 */
export const QuantityText = z
  .string()
  .trim()
  .max(40, 'A quantity can have 40 characters at most.')
  .superRefine((value, context) => {
    const parsed = parseQuantity(value, 'each', 'any')
    if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.message })
  })

export const LotNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(lotNumberPattern, 'A lot number has 1 to 20 letters A–Z, digits and hyphens, for example SJ-20260304-A.')

/** Letters and digits that begin a product's lot numbers. */
export const ProductCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(
    /^[A-Z][A-Z0-9]{0,5}$/,
    'A product code has 1 to 6 letters and digits and begins with a letter, for example SJ.',
  )

export const Units = z
  .int('Type a whole number.')
  .min(0, 'Type 0 or more.')
  .max(100_000, 'One batch can have 100,000 units at most.')

/** Money in whole cents. */
export const Cents = z
  .int('Type an amount of money, for example 18.50.')
  .min(0, 'Type 0 or more.')
  .max(100_000_000, 'An amount can be $1,000,000 at most.')

/** A quantity in an answer: exact base units (shared/domain/units.ts), and as people read it. */
export const QuantityOut = z.strictObject({ base: z.number(), text: z.string() })

/** Where a page of a list goes on; absent on the last page. */
export const Cursor = z.string().max(100)
export const PageSize = z.int().min(1).max(200).default(50)

export const nothing = z.strictObject({})
