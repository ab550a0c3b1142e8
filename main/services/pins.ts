import type { desk } from '../../shared/api/desk.ts'
import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { noteWrongPins, peopleAtDesk, pinOf, writePin } from '../db/repos/desk.ts'
import type { Schema } from '../db/schema.ts'
import { command, type Context } from './context.ts'
import { hashPin, isPin } from './pinHash.ts'
import { say } from '../../shared/words/say.ts'

export interface AtDesk {
  readonly id: number
  readonly name: string
  readonly hasPin: boolean
}

export async function setPin(
  { requestId, personId, oldPin, pin }: Input<typeof desk.setPin>,
  context: Context,
): Promise<Output<typeof desk.setPin>> {
  const person = await personAtDesk(context, personId)
  await provePin(context, person, oldPin ?? null, 'oldPin')
  if (pin === null && !person.hasPin) throw fieldError('pin', say('Type a PIN of 4 to 12 digits.'))
  const hash = pin === null ? null : await hashPin(pin)
  // The history tells whose PIN it was, never the PIN.
  const told = { requestId, personId }
  const done = await command(context, told, async ({ db }) => {
    await writePin(db, personId, hash)
    return { name: person.name, hasPin: pin !== null }
  })
  context.desk.proved(personId)
  await context.store.read(context.desk.read)
  return done
}

export async function forgetPin(
  input: Input<typeof desk.forgetPin>,
  context: Context,
): Promise<Output<typeof desk.forgetPin>> {
  const person = await personAtDesk(context, input.personId)
  const done = await command(context, input, async ({ db }) => {
    if (!(await pinOf(db, person.id)))
      throw new AppError({
        code: 'conflict',
        message: say('{person} has no PIN. Give them one, or none.', { person: person.name }),
      })
    await writePin(db, person.id, null)
    return { name: person.name }
  })
  await context.store.read(context.desk.read)
  return done
}

/** @throws AppError for somebody who does not work here, or is not in the record */
export async function personAtDesk({ store }: Context, personId: number): Promise<AtDesk> {
  const people = await store.read(peopleAtDesk)
  const person = people.find(({ id }) => id === personId)
  if (!person) throw notFound(say('This person'))
  return person
}

/**
 * Checks the PIN of a person who has one. Wrong ones are counted in the record, so that starting again does not help:
 * after the third, the next is tried only after a wait that doubles each time.
 * @throws AppError `invalid_input` at that field
 */
export async function provePin(context: Context, { id, name }: AtDesk, pin: string | null, field = 'pin') {
  const { store, desk: now } = context
  await now.inTurn(async () => {
    const known = await store.read(async (db) => await pinOf(db, id))
    if (!known) return
    if (pin === null || pin === '') throw fieldError(field, say('Type the PIN of {name}.', { name }))
    const seconds = secondsToWait(known, context.now())
    if (seconds > 0)
      throw fieldError(
        field,
        say('Too many wrong PINs were typed for {name}. Wait {seconds} seconds, then try again.', { name, seconds }),
      )
    const right = await isPin(pin, known)
    const wrong = right ? 0 : known.wrong + 1
    if (wrong !== known.wrong)
      await store.write(async (db) => await noteWrongPins(db, id, wrong, right ? null : context.now()))
    if (!right) throw fieldError(field, say('That is not the PIN of {name}.', { name }))
    now.proved(id)
  })
}

const FREE = 3
const FIRST_WAIT_S = 10
const LONGEST_WAIT_S = 300

/** A clock that was set back makes nobody wait longer than the longest wait. */
function secondsToWait({ wrong, wrong_at }: Schema['person_pin'], now: string): number {
  if (wrong < FREE || wrong_at === null) return 0
  const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (wrong - FREE))
  const gone = (Date.parse(now) - Date.parse(wrong_at)) / 1000
  return Math.min(wait, Math.ceil(wait - gone))
}
