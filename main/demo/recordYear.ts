import type { Api } from '../../shared/api/contract.ts'
import { addDays, type Day, daysBetween } from '../../shared/domain/day.ts'
import { seeded } from '../../shared/testing/seeded.ts'
import { complain, lookAfter, planAhead, practise, rate, takeBack, type Word } from './aftermath.ts'
import { buy, cook, type Cooked, type Twist } from './cook.ts'
import { furnishKitchen, type Furnished } from './furnishKitchen.ts'
import { endRecall, openRecall } from './recallBags.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { deliver, holdMarket, sendOrder, tidy } from './sell.ts'
import { goods } from './yearGoods.ts'

/** How many days the year has until yesterday; the first is for writing down who the kitchen is. */
const DAYS = 364

/** The weekdays, as this file counts them. */
const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY] = [1, 2, 3, 4, 5, 6]

/**
 * Records a year of a small kitchen’s work through the door, as a person would: jam by the season, baking, markets,
 * shops, what went wrong. It ends the day before `today`; the same day always gives the same year.
 * @param newId makes the request id of each command
 * @param setNow puts the core’s clock to an instant of the day that is told
 */
export async function recordYear(
  api: Api,
  newId: () => string,
  today: Day,
  setNow: (instant: string) => void,
): Promise<void> {
  const recorder = createRecorder(api, newId, seeded(daysBetween('2020-01-01', today)), setNow)
  const first = addDays(today, -1 - DAYS)
  recorder.begin(first)
  const kitchen = await furnishKitchen(recorder)
  await lookAfter(recorder, kitchen, true)
  const batches: Cooked[] = []
  for (let at = 1; at <= DAYS; at += 1) {
    recorder.begin(addDays(first, at))
    await work(recorder, kitchen, batches, at)
    await happen(recorder, batches, at)
  }
  await tidy(recorder)
  await planAhead(recorder, next(kitchen, today), addDays(today, 1))
}

/** An ordinary day: what the weekday brings. */
async function work(recorder: Recorder, kitchen: Furnished, batches: Cooked[], at: number): Promise<void> {
  const { chance, day } = recorder
  const weekday = weekdayOf(day)
  const month = Number(day.slice(5, 7))
  const week = Math.floor(at / 7)
  const summer = month >= 6 && month <= 9
  if (weekday === MONDAY) {
    if (week % 2 === 0) await tidy(recorder)
    if (week % 4 === 1) await lookAfter(recorder, kitchen, week % 12 === 1)
  }
  const cooking =
    weekday === TUESDAY || weekday === THURSDAY || (weekday === FRIDAY && (summer ? week % 3 > 0 : week % 4 === 0))
  if (cooking || at === DAYS) await cookSomething(recorder, kitchen, batches, at)
  if (weekday === WEDNESDAY && at > 10)
    await deliver(recorder, kitchen, (['coop', 'store', 'coop', 'cafe'] as const)[week % 4] ?? 'coop', 2100 + week)
  if (weekday === FRIDAY && at > 10) await sendOrder(recorder, kitchen, 1800 + week * 3)
  if (weekday === SATURDAY && at > 5 && (month >= 5 && month <= 10 ? true : week % 2 === 0 || month === 12))
    await holdMarket(recorder, kitchen, (summer || month === 12 ? 1.1 : 0.8) + 0.3 * (chance.next() - 0.5))
}

/** A batch of what the season and the shelf ask for; another one where something for it cannot be had. */
async function cookSomething(recorder: Recorder, kitchen: Furnished, batches: Cooked[], at: number): Promise<void> {
  const { api, chance, day } = recorder
  const month = Number(day.slice(5, 7))
  const here = new Map((await api.products.list({})).map(({ id, onHand }) => [id, onHand]))
  const wishes = kitchen.products
    .map((product) => {
      const season = Number(product.months[month - 1])
      const shelf = (here.get(product.productId) ?? 0) / product.makes
      return { product, wish: (season / (1 + shelf)) * (0.5 + chance.next()) }
    })
    .filter(({ wish }) => wish > 0)
    .toSorted((one, other) => other.wish - one.wish)
  const turn = turns[batches.length]
  const fitting = wishes.filter(({ product }) => turn?.fits(product))
  for (const { product } of fitting.length > 0 ? fitting : wishes) {
    const twist = turn?.fits(product) ? turn.twist : {}
    const cooked = await cook(recorder, kitchen, product, at / DAYS, twist)
    if (!cooked) continue
    batches.push(cooked)
    return
  }
}

interface Turn {
  readonly fits: (product: Furnished['products'][number]) => boolean
  readonly twist: Twist
}

/** The two batches that went wrong, and the one of which a bag was not written down, by how many were made before. */
const turns: Readonly<Record<number, Turn>> = {
  37: {
    fits: ({ fault }) => fault !== 'did not seal',
    twist: { lost: { share: 1, reason: 'overcooked', note: 'Burned while somebody was on the telephone: all of it.' } },
  },
  78: {
    fits: ({ fault }) => fault === 'did not seal',
    twist: { lost: { share: 0.45, reason: 'did not seal', note: 'A box of lids was bad. Another box for the rest.' } },
  },
  104: { fits: ({ lines }) => 'Salt' in lines, twist: { forgot: 'Salt' } },
}

/** What does not happen every week. */
async function happen(recorder: Recorder, batches: readonly Cooked[], at: number): Promise<void> {
  const { api, chance } = recorder
  const good = batches[Math.max(0, batches.length - 5)]
  if (!good) return
  if (at % 28 === 20) await rate(recorder, good, 3 + chance.below(3), chance.pick(opinions))
  const word = words.find(({ on }) => on === at)
  if (word) await complain(recorder, good, word)
  if (at === 150) {
    await api.outcomes.rememberBest({ requestId: recorder.id(), batchId: good.batchId, isBest: true })
  }
  if (at === 205) await openRecall(recorder, 'Almonds')
  if (at === 219) await endRecall(recorder)
  if (at === 244) await takeBack(recorder, good)
  if (at === 261) await practise(recorder, 4711)
  if (at === 318)
    await buy(
      recorder,
      goods.filter(({ name }) => name === 'Garlic'),
      at / DAYS,
      false,
    )
}

/** What the season asks for next: three products that are not on the list twice. */
function next(kitchen: Furnished, today: Day): Furnished['products'] {
  const month = Number(today.slice(5, 7))
  return kitchen.products
    .toSorted((one, other) => Number(other.months[month - 1]) - Number(one.months[month - 1]))
    .slice(0, 3)
}

const opinions = [
  'A little thin when it was opened.',
  'Customers came back for it.',
  'Good colour, held well.',
  'Too sweet for some.',
]

/** What customers said, by the day of the year; the last one is not answered yet. */
const words: readonly (Word & { readonly on: number })[] = [
  {
    on: 63,
    serial: 7,
    what: 'The lid was not tight when I opened the bag at home.',
    who: 'M. Alvarez, at the market',
    symptom: 'lid',
    severity: 'minor',
    reply: 'Thank you for telling us. Please do not eat from it; we have set one aside for you at the market.',
    outcome: 'Replaced. The other lids of that day were tight.',
  },
  {
    on: 187,
    serial: 12,
    what: 'There was a piece of stalk in it.',
    who: 'web shop, order of last week',
    symptom: 'foreign body',
    severity: 'serious',
    reply: 'We are sorry: fruit is picked over by hand, and this one slipped through. The money is on its way back.',
    outcome: 'Refunded. Two of us pick over from now on.',
  },
  {
    on: 302,
    serial: 3,
    what: 'Tastes as always but is rather runny.',
    who: 'Dana Ruiz, Good Earth Co-op',
    symptom: 'texture',
    severity: 'minor',
    reply: 'Thank you: this batch was cooked a little shorter. We take back what you do not want to sell.',
    outcome: 'The shop keeps it; nothing is wrong with it.',
  },
  {
    on: 360,
    serial: 9,
    what: 'One in the last box was only half full.',
    who: 'Pat Lowell, Hillside General Store',
    symptom: 'wrong weight',
    severity: 'minor',
  },
]

/** 0 is Sunday; January 4, 1970 was one. */
function weekdayOf(day: Day): number {
  return ((daysBetween('1970-01-04', day) % 7) + 7) % 7
}
