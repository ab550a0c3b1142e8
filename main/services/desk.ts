import type { desk } from '../../shared/api/desk.ts'
import { AppError, type ErrorBody } from '../../shared/api/errors.ts'
import type { Input, Operation, Output } from '../../shared/api/operation.ts'
import { crewCard } from '../../shared/domain/crewCard.ts'
import { insertDesk, lastDesk, peopleAtDesk } from '../db/repos/desk.ts'
import type { Work } from '../db/unitOfWork.ts'
import { command, type Context, type Core } from './context.ts'
import { actorOf } from './deskNow.ts'
import { type AtDesk, personAtDesk, provePin } from './pins.ts'
import { say } from '../../shared/words/say.ts'

export async function deskState(_input: unknown, context: Context): Promise<Output<typeof desk.state>> {
  return await context.store.read(async (db) => {
    const people = (await peopleAtDesk(db)).map((person) => ({ ...person, card: crewCard('person', person.id) }))
    const row = await lastDesk(db)
    const inspecting = row?.inspecting === true
    const pinNeeded = people.some(({ hasPin }) => hasPin)
    const leaveFrom = inspecting && row.leaveAskedAt !== null ? afterTheWait(row.leaveAskedAt) : null
    return {
      person: people.find(({ id }) => id === context.desk.person?.id) ?? null,
      people,
      inspecting,
      since: inspecting ? row.since : null,
      pinNeeded,
      leaveFrom,
      mayLeave: inspecting && (!pinNeeded || (leaveFrom !== null && context.now() >= leaveFrom)),
    }
  })
}

export async function switchTo(
  { requestId, personId, pin }: Input<typeof desk.switchTo>,
  context: Context,
): Promise<Output<typeof desk.switchTo>> {
  const person = personId === null ? null : await personAtDesk(context, personId)
  if (person) await provePin(context, person, pin ?? null)
  return await sit(by(context, person), { requestId, personId }, async ({ db, seq }) => {
    await insertDesk(db, { seq, personId, inspecting: false })
    return { name: person?.name ?? null }
  })
}

export async function inspect(
  input: Input<typeof desk.inspect>,
  context: Context,
): Promise<Output<typeof desk.inspect>> {
  return await sit(context, input, async ({ db, seq }) => {
    await insertDesk(db, { seq, personId: context.desk.person?.id ?? null, inspecting: true })
    return { pinNeeded: (await peopleAtDesk(db)).some(({ hasPin }) => hasPin) }
  })
}

export async function askToLeave(
  input: Input<typeof desk.askToLeave>,
  context: Context,
): Promise<Output<typeof desk.askToLeave>> {
  return await sit(context, input, async ({ db, seq, at }) => {
    const row = await lastDesk(db)
    if (row?.inspecting !== true) throw notInspecting()
    await insertDesk(db, { seq, personId: row.person?.id ?? null, inspecting: true, leaveAskedAt: at })
    return { leaveFrom: afterTheWait(at) }
  })
}

export async function leave(
  { requestId, personId, pin }: Input<typeof desk.leave>,
  context: Context,
): Promise<Output<typeof desk.leave>> {
  const { people, inspecting, leaveFrom, pinNeeded, mayLeave } = await deskState({}, context)
  if (!inspecting) throw notInspecting()
  const person = people.find(({ id, hasPin }) => id === personId && hasPin) ?? null
  if (person) await provePin(context, person, pin ?? null)
  else if (!mayLeave)
    throw new AppError({
      code: 'rule_violation',
      message:
        leaveFrom === null
          ? say(
              'Inspector mode is left with the PIN of somebody who works here. Choose who you are and type yours, or ask to leave without one.',
            )
          : say('The wait is not over. Inspector mode can be left without a PIN when it is.'),
    })
  const how = person ? 'a PIN' : pinNeeded ? 'a wait' : 'no PIN set'
  return await sit(by(context, person), { requestId, personId: person?.id ?? null }, async ({ db, seq }) => {
    const stays = person ?? (await lastDesk(db))?.person ?? null
    await insertDesk(db, { seq, personId: stays?.id ?? null, inspecting: false })
    return { with: how, name: person?.name ?? null }
  })
}

/** Why a call is refused while an inspector looks; undefined where it may go on. What only reads always may. */
export function refusedWhileInspecting(
  op: string,
  { kind }: Operation,
  { desk: now, store }: Pick<Core, 'desk' | 'store'>,
): ErrorBody | undefined {
  // A record that does not open must still be restored: then there is nothing to look at either.
  if (kind === 'query' || !now.inspecting || store.problem !== null || WAYS_OUT.has(op)) return undefined
  return {
    code: 'rule_violation',
    message: say('An inspector is looking at the record, so nothing can be changed. Leave inspector mode first.'),
  }
}

const WAYS_OUT: ReadonlySet<string> = new Set(['desk.leave', 'desk.askToLeave'])

/** Long enough for an inspector to see it happen, short enough for a kitchen that forgot its PINs. */
const WAIT_MS = 10 * 60_000

function afterTheWait(askedAt: string): string {
  return new Date(Date.parse(askedAt) + WAIT_MS).toISOString()
}

/** The history names who sits down or leaves the mode, not who was there before. */
function by(context: Context, person: AtDesk | null): Context {
  return person === null ? context : { ...context, actor: actorOf(person) }
}

/** A change of the desk, which the running core takes note of. */
async function sit<T>(
  context: Context,
  input: { readonly requestId: string; readonly personId?: number | null },
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const done = await command(context, input, work)
  await context.store.read(context.desk.read)
  return done
}

function notInspecting(): AppError {
  return new AppError({ code: 'conflict', message: say('Inspector mode was left already. Go on working.') })
}
