import { type DrillOut, drillSteps, Tolerances } from '../../shared/api/drills.ts'
import type { RecallOut } from '../../shared/api/recalls.ts'
import { z } from '../../shared/api/zod.ts'
import { countedPercent, drillScore, timePart, usualTolerances } from '../../shared/domain/drillScore.ts'
import { balances, stepsOf } from '../db/repos/drills.ts'
import type { RecallView } from '../db/repos/recalls.ts'
import type { Db } from '../db/schema.ts'
import { readTolerances } from './drillTolerances.ts'
import { say } from '../../shared/words/say.ts'
import { countOf } from '../../shared/words/counted.ts'

type Parts = Pick<RecallOut, 'lots' | 'consignees'>

const Finding = z.object({
  lots: z.array(z.object({ lotId: z.int(), counted: z.int() })).catch([]),
  places: z.array(z.object({ placeId: z.int(), isRight: z.boolean() })).catch([]),
  name: z.string().catch(''),
  note: z.string().catch(''),
  /** What was asked when the scope was found; drills of before had the usual ones. */
  tolerances: Tolerances.catch(usualTolerances),
})

/** What was found in a drill, from its steps as they were noted and the units as they were when the scope was found. */
export async function drillIn(db: Db, recall: RecallView, { lots, consignees }: Parts): Promise<DrillOut> {
  const steps = (await stepsOf(db, recall.id)).map(({ step, at, finding }) => ({
    step: z.enum(drillSteps).parse(step),
    at,
    minutes: Math.max(0, Math.round((Date.parse(at) - Date.parse(recall.opened_at)) / 6000) / 10),
    finding: Finding.parse(JSON.parse(finding)),
  }))
  const of = (name: (typeof drillSteps)[number]) => steps.find(({ step }) => step === name)
  const tolerances = of('scope')?.finding.tolerances ?? (await readTolerances(db))
  const counted = of('units')?.finding.lots
  const checked = of('contacts')?.finding.places
  const signed = of('signed')
  const finished = lots.flatMap((lot) => (lot.unitsThen === null ? [] : [{ ...lot, units: lot.unitsThen }]))
  const affected = finished.filter(({ column }) => column === 'affected')
  const counts = affected.map(({ lotId, label, unit, units }) => ({
    lotId,
    label,
    unit,
    expected: units.onHand + units.held,
    counted: counted?.find((each) => each.lotId === lotId)?.counted ?? null,
  }))
  const contacts = consignees
    .filter(({ isPublic }) => !isPublic)
    .map(({ placeId, place, contact }) => ({
      placeId,
      place,
      contact,
      isRight: checked ? (checked.find((each) => each.placeId === placeId)?.isRight ?? false) : null,
    }))
  const bought = lots.filter(({ batchId }) => batchId === null)
  const balanced = await balances(
    db,
    bought.map(({ lotId }) => lotId),
  )
  const ingredients = bought.map(({ lotId, label }) => {
    const balance = balanced.get(lotId)
    return { lotId, label, balancePercent: balance && balance.in > 0 ? (100 * balance.placed) / balance.in : null }
  })
  const last = steps.findLast(({ step }) => step !== 'signed')
  const parts = {
    time: of('units') && of('contacts') && last ? timePart(last.minutes, tolerances) : null,
    scope: of('scope') && finished.length > 0 ? (100 * affected.length) / finished.length : null,
    units: counted
      ? countedPercent(
          affected.map(({ lotId, units }) => ({
            units,
            counted: counted.find((each) => each.lotId === lotId)?.counted ?? 0,
          })),
        )
      : null,
    contacts:
      checked && contacts.length > 0
        ? (100 * contacts.filter(({ isRight }) => isRight).length) / contacts.length
        : null,
  }
  return {
    steps: steps.map(({ step, at, minutes }) => ({ step, at, minutes })),
    counts,
    contacts,
    ingredients,
    tolerances,
    parts,
    // A drill half done has no score: the parts that are missing are not good ones.
    score: of('units') && of('contacts') ? drillScore(parts) : null,
    gaps: gapsOf({ counts, contacts, ingredients, tolerances }, lots),
    signed: signed ? { name: signed.finding.name, note: signed.finding.note, at: signed.at } : null,
  }
}

/** What stood in the way, the cheapest to mend first: a telephone number, a record, a count of the shelf. */
function gapsOf(
  { counts, contacts, ingredients, tolerances }: Pick<DrillOut, 'counts' | 'contacts' | 'ingredients' | 'tolerances'>,
  lots: RecallOut['lots'],
): DrillOut['gaps'] {
  const unreachable = contacts
    .filter(({ isRight, contact }) => isRight === false || contact === '')
    .map(({ placeId, place, contact }) => ({
      what:
        contact === ''
          ? say('{place} has no contact.', { place })
          : say('The contact of {place} was not found to be right.', { place }),
      fix: say('Write down whom to call there.'),
      screen: `/place/${placeId}`,
    }))
  const doubtful = lots
    .filter(({ column }) => column === 'cannot tell')
    .map(({ label, because, lotId, batchId }) => ({
      what: `${label}: ${because[0] ?? say('a record is missing.')}`,
      fix: say('Fill in the record that is missing, and it is told apart the next time.'),
      screen: batchId === null ? `/lot/${lotId}` : `/batch/${batchId}`,
    }))
  const missing = counts
    .filter(({ expected, counted }) => counted !== null && counted !== expected)
    .map(({ label, unit, expected, counted }) => ({
      what: say('{label}: {counted} counted, {expected} by the record.', {
        label,
        counted: counted ?? 0,
        expected: countOf(expected, unit),
      }),
      fix: say('Look for what left or broke without being written down; then count the stock.'),
      screen: '/pantry/count',
    }))
  const unbalanced = ingredients
    .filter(
      ({ balancePercent }) =>
        balancePercent !== null &&
        (balancePercent < tolerances.ingredientFrom || balancePercent > tolerances.ingredientTo),
    )
    .map(({ label, lotId, balancePercent }) => ({
      what: say('{label}: its balance is {percent} %.', {
        label,
        percent: Math.round((balancePercent ?? 0) * 10) / 10,
      }),
      fix: say('Compare the uses with the recipe; something was used or lost without being written down.'),
      screen: `/lot/${lotId}`,
    }))
  return [...unreachable, ...doubtful, ...missing, ...unbalanced]
}
