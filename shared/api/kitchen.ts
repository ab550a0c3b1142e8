import { lotFormats } from '../domain/lotNumber.ts'
import { readPattern } from '../domain/lotPattern.ts'
import { command, query } from './operation.ts'
import { named, nothing, optionalText, RequestId } from './fields.ts'
import { languages } from '../words/say.ts'
import { z } from './zod.ts'

const Zone = named('Time zone', 60).refine(isZone, 'That time zone is not known. Use a name such as America/New_York.')

/** A pattern of a kitchen's own; see shared/domain/lotPattern.ts. */
const LotPattern = z
  .string()
  .trim()
  .toUpperCase()
  .max(60, 'A pattern can have 60 characters at most.')
  .superRefine((text, context) => {
    const read = text === '' ? null : readPattern(text)
    if (read?.ok === false) context.addIssue({ code: 'custom', message: read.message })
  })

export const Kitchen = z.strictObject({
  /** Name of the business, as on labels and reports. */
  name: optionalText('The kitchen’s name', 80),
  address: optionalText('The address', 200),
  phone: optionalText('The telephone number', 40),
  email: optionalText('The e-mail address', 120),
  /** IANA zone: what “today” is. */
  zone: Zone,
  lotFormat: z.enum(lotFormats),
  /** For the custom format: `{CODE}{YY}{DDD}-{A}`. */
  lotPattern: LotPattern.nullish(),
})
export type Kitchen = z.infer<typeof Kitchen>

export const KitchenOut = z.strictObject({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  zone: z.string(),
  lotFormat: z.enum(lotFormats),
  lotPattern: z.string(),
})

export const kitchen = {
  get: query('The kitchen’s name, contacts, time zone and lot number format.', nothing, KitchenOut),
  numbers: query(
    'The next lot numbers of the kitchen’s products in a format, before it is chosen, and which could be confused.',
    z.strictObject({ lotFormat: z.enum(lotFormats), lotPattern: z.string().max(60) }),
    z.strictObject({
      /** What is wrong with the pattern; null where it can be chosen. */
      problem: z.string().nullable(),
      /** Up to twelve products; a made-up one while there is none. */
      products: z.array(
        z.strictObject({
          product: z.string(),
          code: z.string(),
          numbers: z.array(z.string()),
          /** With two letters of sequence it would pass twenty characters. */
          tooLong: z.boolean(),
          /** The number of a unit, which goes on the label as well. */
          unit: z.string(),
        }),
      ),
      warnings: z.array(z.string()),
    }),
  ),
  save: command('Changes the kitchen’s settings.', Kitchen.extend({ requestId: RequestId }), KitchenOut),
  speak: command(
    'Chooses the language of the screens. Labels, notices and reports stay in English.',
    z.strictObject({ requestId: RequestId, language: z.enum(languages) }),
    z.strictObject({ language: z.enum(languages) }),
  ),
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
