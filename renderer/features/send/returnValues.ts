import { Day, optionalText, Units } from '../../../shared/api/fields.ts'
import { z } from '../../../shared/api/zod.ts'
import type { InputOf } from '../../api/door.ts'
import { say } from '../../../shared/words/say.ts'

type Input = Omit<InputOf<'shipping', 'takeReturn'>, 'requestId'>

/** The form of a return: one lot at a time, as one jar or one box comes back. */
export function returnValues(reason: z.ZodType<string, string>) {
  return z.strictObject({
    lotId: z.int(say('Choose the lot.')).positive(),
    units: Units.min(1, say('Type 1 or more.')),
    serials: optionalText('The numbers', 200),
    fate: z.enum(['on hand', 'destroyed']),
    reason,
    day: Day,
    exchangeLotId: z.int().positive().nullable(),
  })
}
type Values = z.output<ReturnType<typeof returnValues>>

export function returnInput(placeId: number, values: Values): Input {
  const { lotId, units, serials, fate, reason, day, exchangeLotId } = values
  return {
    placeId,
    day,
    reason,
    lines: [{ lotId, units, serials, fate }],
    exchange: exchangeLotId === null ? [] : [{ lotId: exchangeLotId, units }],
  }
}
