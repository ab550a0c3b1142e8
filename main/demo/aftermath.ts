import { addDays } from '../../shared/domain/day.ts'
import type { Cooked } from './cook.ts'
import type { Furnished } from './furnishKitchen.ts'
import type { Recorder } from './recorder.ts'
import { places } from './yearProducts.ts'

/** What a customer says of a jar, and what came of it. */
export interface Word {
  readonly serial: number
  readonly what: string
  readonly who: string
  readonly symptom: string
  readonly severity: 'minor' | 'serious'
  readonly reply?: string
  readonly outcome?: string
}

/** A complaint about a batch; without an outcome it stays open. */
export async function complain({ api, day, id }: Recorder, { batchId }: Cooked, word: Word): Promise<void> {
  const { serial, what, who, symptom, severity, reply, outcome } = word
  const { complaintId } = await api.complaints.log({
    requestId: id(),
    batchId,
    serial,
    what,
    who,
    heardOn: day,
    symptom,
    severity,
  })
  if (reply !== undefined) await api.complaints.replied({ requestId: id(), complaintId, text: reply })
  if (outcome !== undefined) await api.complaints.settle({ requestId: id(), complaintId, outcome })
}

/** Stars and a word, some days after a batch. */
export async function rate(
  { api, day, id }: Recorder,
  { batchId }: Cooked,
  stars: number,
  note: string,
): Promise<void> {
  await api.outcomes.followUp({ requestId: id(), batchId, day, stars, note })
}

/** A practice recall, from the draw to the signature. */
export async function practise(recorder: Recorder, seed: number): Promise<void> {
  const { api, id } = recorder
  const { drillId } = await api.drills.start({ requestId: id(), seed })
  await api.drills.findScope({ requestId: id(), drillId })
  const { drill } = await api.recalls.get({ recallId: drillId })
  const lots = (drill?.counts ?? []).map(({ lotId, expected }) => ({ lotId, counted: expected }))
  await api.drills.count({ requestId: id(), drillId, lots })
  const told = (drill?.contacts ?? []).map(({ placeId, contact }) => ({ placeId, isRight: contact !== '' }))
  await api.drills.checkContacts({ requestId: id(), drillId, places: told })
  await api.drills.sign({ requestId: id(), drillId, name: 'Ana', note: 'Before the season: everything was found.' })
}

/** Jars of a bad batch that a shop sends back. */
export async function takeBack({ api, day, id }: Recorder, { lotId, product }: Cooked): Promise<void> {
  const shop = (await api.directory.places({})).find(({ name }) => name === places.coop.name)
  if (!shop) return
  const there = await api.shipping.atPlace({ placeId: shop.id })
  const line = there.find((each) => each.lotId === lotId) ?? there.find((each) => each.product === product.name)
  if (!line) return
  await api.shipping.takeReturn({
    requestId: id(),
    placeId: shop.id,
    day,
    reason: 'Lids came up on the shelf',
    lines: [{ lotId: line.lotId, units: Math.min(2, line.units), fate: 'destroyed' }],
  })
}

/** What is to be made in the next days. @param from the first of them */
export async function planAhead(
  { api, id }: Recorder,
  usual: readonly Furnished['products'][number][],
  from: string,
): Promise<void> {
  for (const [at, { productId, makes }] of usual.entries())
    await api.plans.save({
      requestId: id(),
      productId,
      day: addDays(from, at * 2),
      planned: makes,
      note: at === 0 ? 'For the market' : '',
    })
}

/** Kettles are cleaned as planned, and instruments held against a standard. */
export async function lookAfter(
  { api, chance, day, id }: Recorder,
  kitchen: Furnished,
  quarter: boolean,
): Promise<void> {
  const by = () => chance.pick(kitchen.personIds)
  for (const name of ['Copper kettle', 'Stock pot', 'Stand mixer', 'Sheet pans'])
    await api.crew.clean({
      requestId: id(),
      equipmentId: kitchen.equipmentIds.get(name) ?? 0,
      personId: by(),
      day,
      method: 'washed, rinsed, sanitized with 200 ppm chlorine',
    })
  if (!quarter) return
  const standards = [
    ['pH meter', 'buffer 4.01', '4.02'],
    ['Scale', '500 g weight', '500.1 g'],
  ] as const
  for (const [name, standard, reading] of standards)
    await api.crew.calibrate({
      requestId: id(),
      equipmentId: kitchen.equipmentIds.get(name) ?? 0,
      personId: by(),
      day,
      standard,
      reading,
    })
}
