import { Id, named, nothing, RequestId } from './fields.ts'
import { amendment, command, query } from './operation.ts'
import { z } from './zod.ts'

const Pin = z.string().regex(/^\d{4,12}$/, 'A PIN has 4 to 12 digits.')
/** A PIN that is tried; whether it is one is told no sooner than whether it is the right one. */
const TriedPin = z.string().max(40, 'A PIN has 4 to 12 digits.').nullish()

const AtDesk = z.strictObject({
  id: Id,
  name: z.string(),
  /** What the card says that is scanned: P-3. */
  card: z.string(),
  hasPin: z.boolean(),
})

/** Who is at the laptop, and the inspector’s mode. It says who did what; it does not lock the file. */
export const desk = {
  state: query(
    'Who is at the laptop, who else can be, and whether an inspector looks at the record.',
    nothing,
    z.strictObject({
      person: AtDesk.nullable(),
      people: z.array(AtDesk),
      inspecting: z.boolean(),
      /** Since when an inspector looks; an instant. */
      since: z.string().nullable(),
      /** Whether the mode is left with somebody’s PIN. */
      pinNeeded: z.boolean(),
      /** From when on it can be left without one, after that was asked for; an instant. */
      leaveFrom: z.string().nullable(),
      /** Whether it can be left without one now. */
      mayLeave: z.boolean(),
    }),
  ),
  switchTo: command(
    'Says who is at the laptop from now on, with their PIN where they have one; null for nobody in particular.',
    z.strictObject({ requestId: RequestId, personId: Id.nullable(), pin: TriedPin }),
    z.strictObject({ name: z.string().nullable() }),
  ),
  setPin: command(
    'Gives a person a PIN, changes it, or with null takes it away; the PIN they have is needed.',
    z.strictObject({ requestId: RequestId, personId: Id, oldPin: TriedPin, pin: Pin.nullable() }),
    z.strictObject({ name: z.string(), hasPin: z.boolean() }),
  ),
  forgetPin: amendment(
    'Takes the PIN of a person away who has forgotten it. The history keeps who did it, when and why.',
    z.strictObject({ requestId: RequestId, personId: Id, reason: named('The reason', 200) }),
    z.strictObject({ name: z.string() }),
  ),
  inspect: command(
    'Makes the window read-only for an inspector, until somebody leaves the mode.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ pinNeeded: z.boolean() }),
  ),
  askToLeave: command(
    'Begins the wait after which inspector mode can be left without a PIN; the history keeps it.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ leaveFrom: z.string() }),
  ),
  leave: command(
    'Leaves inspector mode: with the PIN of a person, plainly where nobody has one, or after the wait.',
    z.strictObject({ requestId: RequestId, personId: Id.nullish(), pin: TriedPin }),
    z.strictObject({ with: z.enum(['a PIN', 'no PIN set', 'a wait']), name: z.string().nullable() }),
  ),
}
