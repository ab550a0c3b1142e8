import { lotFormats } from '../domain/lotNumber.ts'
import { command, query } from './operation.ts'
import { named, nothing, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

const Zone = named('Time zone', 60).refine(isZone, 'That time zone is not known. Use a name such as America/New_York.')

export const Kitchen = z.strictObject({
  /** Name of the business, as on labels and reports. */
  name: optionalText('The kitchen’s name', 80),
  address: optionalText('The address', 200),
  phone: optionalText('The telephone number', 40),
  email: optionalText('The e-mail address', 120),
  /** IANA zone: what “today” is. */
  zone: Zone,
  lotFormat: z.enum(lotFormats),
})
export type Kitchen = z.infer<typeof Kitchen>

export const KitchenOut = z.strictObject({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  zone: z.string(),
  lotFormat: z.enum(lotFormats),
})

export const kitchen = {
  get: query('The kitchen’s name, contacts, time zone and lot number format.', nothing, KitchenOut),
  save: command('Changes the kitchen’s settings.', Kitchen.extend({ requestId: RequestId }), KitchenOut),
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
