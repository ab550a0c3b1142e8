import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { type Profile, type rules, StateRule } from '../../shared/api/rules.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import { insertStateRule, ownStateRules } from '../db/repos/stateRules.ts'
import type { Db } from '../db/schema.ts'
import states from '../rules/states.json' with { type: 'json' }
import { command, type Context, orNull } from './context.ts'
import { sayDay } from '../../shared/words/day.ts'
import { locale, say } from '../../shared/words/say.ts'

export async function profiles(_input: unknown, { store }: Context): Promise<Output<typeof rules.profiles>> {
  return (await store.read(readProfiles)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export async function profile(
  input: Input<typeof rules.profile>,
  { store }: Context,
): Promise<Output<typeof rules.profile>> {
  return await store.read(async (db) => {
    const chosen = await chosenState(db)
    return { chosen, profile: await profileOf(db, input.state ?? chosen) }
  })
}

export async function chooseState(
  input: Input<typeof rules.choose>,
  context: Context,
): Promise<Output<typeof rules.choose>> {
  return await command(context, input, async ({ db }) => {
    await writeSetting(db, 'state', input.state ?? '')
    return { chosen: input.state }
  })
}

export async function saveRule(input: Input<typeof rules.save>, context: Context): Promise<Output<typeof rules.save>> {
  return await command(context, input, async ({ db, seq }) => {
    const { requestId: _, ...rule } = input
    await insertStateRule(db, { state: rule.state, facts: JSON.stringify(rule), seq })
    return asProfile(rule, true)
  })
}

export async function useShipped(
  input: Input<typeof rules.useShipped>,
  context: Context,
): Promise<Output<typeof rules.useShipped>> {
  return await command(context, input, async ({ db, seq }) => {
    if (!(await ownStateRules(db)).has(input.state)) throw notFound(say('Your own text for this state'))
    await insertStateRule(db, { state: input.state, facts: null, seq })
    return { profile: await profileOf(db, input.state) }
  })
}

/** What the kitchen's own state asks; null until it is chosen, or where nothing is known of it. */
export async function readKitchenProfile(db: Db): Promise<Profile | null> {
  return await profileOf(db, await chosenState(db))
}

/** What a state asks, or null for a state nothing is known of. */
async function profileOf(db: Db, state: string | null): Promise<Profile | null> {
  return (await readProfiles(db)).find((each) => each.state === state) ?? null
}

/** What the kitchen's own state asks, or null where it is not chosen or nothing is known. */
export async function stateOfKitchen(db: Db): Promise<Profile | null> {
  return await profileOf(db, await chosenState(db))
}

/** The kitchen's own state, or null until it is chosen. */
async function chosenState(db: Db): Promise<string | null> {
  return orNull(await readSetting(db, 'state'))
}

async function readProfiles(db: Db): Promise<Profile[]> {
  const own = await ownStateRules(db)
  const shipped = states.filter((rule) => !own.has(rule.state)).map((rule) => asProfile(StateRule.parse(rule), false))
  const written = [...own.values()].map((facts) => asProfile(StateRule.parse(JSON.parse(facts)), true))
  return [...shipped, ...written]
}

function asProfile(rule: StateRule, own: boolean): Profile {
  return {
    ...rule,
    law: rule.law ?? '',
    statement: rule.statement ?? '',
    minTypePt: rule.minTypePt ?? null,
    placement: rule.placement ?? '',
    lotAndDateNote: rule.lotAndDateNote ?? '',
    capCents: rule.capCents ?? null,
    capNote: rule.capNote ?? '',
    notes: rule.notes ?? '',
    verified: rule.verified ?? '',
    own,
    checkedSentence:
      rule.checked.length === 7
        ? say('Checked against {source} in {month}.', { source: rule.source, month: sayMonth(rule.checked) })
        : say('Checked against {source} on {day}.', { source: rule.source, day: sayDay(rule.checked) }),
  }
}

/** `2026-11` as `Nov 2026`. */
function sayMonth(month: string): string {
  const format = new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.format(Date.parse(`${month}-01T00:00:00Z`))
}
