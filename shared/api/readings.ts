import { askOfComma } from '../domain/comma.ts'
import { limitPattern } from '../domain/expectation.ts'
import { named } from './fields.ts'
import { z } from './zod.ts'

const Limit = z
  .string()
  .trim()
  .refine((text) => text === '' || limitPattern.test(text), 'Type a number with at most three digits after the point.')
  .superRefine((text, context) => {
    const message = askOfComma(text.replace('-', ''))
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
  .nullish()

/** A reading that a recipe expects, with its limits as typed. */
export const ReadingInput = z.strictObject({
  name: named('What is read', 40),
  unit: z.string().trim().max(12, 'A unit can have 12 characters at most.').nullish(),
  least: Limit,
  most: Limit,
})

/** The same in answers: limits in exact thousandths of the unit, and all of it in words. */
export const ReadingOut = z.strictObject({
  name: z.string(),
  unit: z.string(),
  least: z.int().nullable(),
  most: z.int().nullable(),
  text: z.string(),
})
