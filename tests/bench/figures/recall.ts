import type { Input } from '../../../shared/api/operation.ts'
import { LISTED_AT_FIRST, type recall } from '../../../shared/api/recall.ts'
import { addDays } from '../../../shared/domain/day.ts'
import { newId } from '../../support/kitchen.ts'
import type { Figure } from '../figure.ts'
import type { BenchKitchen } from '../kitchens/kitchenOf.ts'
import type { OneThing } from '../kitchens/adversarial.ts'
import type { Landmarks } from '../kitchens/tenYears.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

type Asked = readonly [words: string, asked: Input<typeof recall.scope>]

/** A recall’s scope by each criterion on its own, and by several, over ten years. */
export async function criteriaFigures(bench: BenchKitchen<Landmarks>, rounds: number): Promise<Figure[]> {
  const { kitchen, marks } = bench
  const { api } = kitchen
  const { itemId, supplierId, supplierLot, lotNumber, madeOn, receivedOn } = marks
  const [person] = await api.crew.people({})
  const [equipment] = await api.crew.equipment({})
  const made = { madeFrom: addDays(madeOn, -3), madeTo: addDays(madeOn, 3) }
  await sayWhatIsInThem(bench)
  return await figuresOf(bench, rounds, [
    ['an ingredient', { itemId }],
    ['a supplier', { supplierId }],
    ['a supplier’s lot', { itemId, supplierLot }],
    ['two hundred supplier’s lots', { supplierLot: codesNear(supplierLot) }],
    ['the days it was received', { receivedFrom: receivedOn, receivedTo: addDays(receivedOn, 30) }],
    ['best-by days', { itemId, bestBy: `${receivedOn} to ${addDays(receivedOn, 365)}` }],
    ['an own lot', { ownLot: lotNumber }],
    ['a week of making', made],
    ['a person', { personId: person?.id ?? 0 }],
    ['a person in one week', { personId: person?.id ?? 0, ...made }],
    ['a kettle', { equipmentId: equipment?.id ?? 0 }],
    ['a kettle in one week', { equipmentId: equipment?.id ?? 0, ...made }],
    ['an allergen', { allergen: 'nut' }],
    ['an allergen in one week', { allergen: 'nut', ...made }],
  ])
}

/** The same where one bag, or one bin that was never emptied, is in all 20,000 batches, and nobody wrote down who made them. */
export async function worstScopeFigures(
  bench: BenchKitchen<OneThing & { readonly binId?: number }>,
  rounds: number,
): Promise<Figure[]> {
  const { api } = bench.kitchen
  const { itemId, supplierId, binId, receivedOn } = bench.marks
  const thing = binId === undefined ? 'one bag' : 'one bin'
  const person = await api.crew.savePerson({ requestId: newId(), name: 'Ana', active: true })
  const kettle = { requestId: newId(), name: 'Kettle', kind: 'equipment' as const, active: true }
  const { id: equipmentId } = await api.crew.saveEquipment(kettle)
  const asked: Asked[] = [
    ['the supplier and the day', { itemId, supplierId, receivedFrom: receivedOn, receivedTo: receivedOn }],
    ['a code nearly that of the bag', { itemId, supplierLot: 'ONE-LOT-l' }],
    ...(binId === undefined ? [] : [['the bin', { binId }] as const]),
    ['a person, whom nobody recorded', { personId: person.id }],
    ['a kettle, which nobody recorded', { equipmentId }],
  ]
  return (await figuresOf(bench, rounds, asked)).map((figure) => ({
    ...figure,
    work: `${figure.work} (20,000 batches of ${thing})`,
  }))
}

async function figuresOf(
  { kitchen: { api } }: BenchKitchen<unknown>,
  rounds: number,
  works: readonly Asked[],
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [words, asked] of works) {
    const times: number[] = []
    const ask = async () => await api.recall.scope({ ...asked, most: LISTED_AT_FIRST })
    const { affected, cannotTell, more } = await ask()
    for (let round = 0; round < Math.min(rounds, 7); round += 1) times.push(await timed(ask))
    const [sure, doubtful] = [affected.length + more.affected, cannotTell.length + more.cannotTell]
    const counts = `${sure.toLocaleString('en-US')} and ${doubtful.toLocaleString('en-US')} batches`
    const work = `Recall scope by ${words}: ${counts}`
    figures.push({ work, median: medianOf(times), p95: p95Of(times), bar: { ms: 1000 } })
  }
  return figures
}

/** Says of every ingredient what allergens are in it: of most none. */
async function sayWhatIsInThem({ kitchen: { api } }: BenchKitchen<unknown>): Promise<void> {
  for (const { id, name } of await api.pantry.ingredients({})) {
    const contains = name === 'Piñon nuts' ? ['nut:pine nut'] : name === 'Crème fraîche' ? ['milk'] : []
    await api.facts.save({ requestId: newId(), itemId: id, contains })
  }
}

/** The code, and 199 that are on no bag. */
function codesNear(code: string): string {
  return [code, ...Array.from({ length: 199 }, (_, at) => `ZZ-${at + 1000}`)].join(', ')
}
