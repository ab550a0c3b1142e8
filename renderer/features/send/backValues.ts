import { Cents, Day, Units } from '../../../shared/api/fields.ts'
import { z } from '../../../shared/api/zod.ts'
import { takeInOrder } from '../../../shared/domain/loadOut.ts'
import { countUnits, readRanges } from '../../../shared/domain/serialRange.ts'
import type { AnswerOf, InputOf } from '../../api/door.ts'
import { say } from '../../../shared/words/say.ts'

export type OutLine = AnswerOf<'shipping', 'atPlace'>[number]
type BackLine = InputOf<'shipping', 'takeReturn'>['lines'][number]

/** What is out of one product, of any of its lots. */
export interface OutOfProduct {
  readonly name: `product${number}`
  readonly product: string
  readonly unit: string
  readonly units: number
  /** In the order sent, oldest first. */
  readonly lots: readonly OutLine[]
}

const Row = z.strictObject({
  back: Units.nullish(),
  /** Of those that were not sold: broken, opened to taste, given away at the stall. */
  lost: Units.nullish(),
})

const Values = z.strictObject({
  day: Day,
  cashCents: Cents.nullish(),
  rows: z.record(z.string(), Row),
  /** Numbers that were scanned, by lot; they are counted in the row of their product. */
  scanned: z.record(z.string(), z.string()),
})
export type BackIn = z.input<typeof Values>
export type BackOut = z.output<typeof Values>

export function outByProduct(lines: readonly OutLine[]): OutOfProduct[] {
  return [...Map.groupBy(lines, (line) => line.product)].map(([product, lots], at) => ({
    name: `product${at}`,
    product,
    unit: lots[0]?.unit ?? 'unit',
    units: lots.reduce((sum, lot) => sum + lot.units, 0),
    lots,
  }))
}

/** The form that counts what came back, knowing what is out. */
export function backValues(out: readonly OutOfProduct[]): z.ZodType<BackOut, BackIn> {
  return Values.superRefine(({ rows, scanned }, context) => {
    for (const { name, units, lots } of out) {
      const numbered = lots.reduce((sum, lot) => sum + countScanned(scanned, lot.lotId), 0)
      const { back, lost } = rows[name] ?? {}
      if ((back ?? 0) + (lost ?? 0) > units)
        context.addIssue({
          code: 'custom',
          path: ['rows', name, 'back'],
          message: say('Only {units} went out.', { units }),
        })
      else if ((back ?? 0) < numbered)
        context.addIssue({
          code: 'custom',
          path: ['rows', name, 'back'],
          message: say('{count} were scanned. Type as many or more, or forget what was scanned.', { count: numbered }),
        })
    }
  })
}

export function sold({ name, units }: OutOfProduct, rows: BackIn['rows']): number {
  return units - asCount(rows[name]?.back) - asCount(rows[name]?.lost)
}

/** What sold units bring in where their prices are known, in cents; null where none is. */
export function worth(out: readonly OutOfProduct[], rows: BackIn['rows']): number | null {
  const priced = out.filter((of) => of.lots.some((lot) => lot.priceCents !== null))
  if (priced.length === 0) return null
  return priced.reduce((sum, of) => sum + sold(of, rows) * (of.lots[0]?.priceCents ?? 0), 0)
}

/** The lines of the count: of several lots, the newest come back first, as the oldest are sold first. */
export function backLines(
  out: readonly OutOfProduct[],
  { rows, scanned }: Pick<BackIn, 'rows' | 'scanned'>,
): BackLine[] {
  return out.flatMap(({ name, lots }) => {
    const { back, lost } = rows[name] ?? {}
    const numbered = lots.flatMap(({ lotId }) => {
      const units = countScanned(scanned, lotId)
      return units === 0 ? [] : [{ lotId, units, serials: scanned[scannedRow(lotId)] ?? '' }]
    })
    const newest = lots.toReversed().map(({ lotId, units }) => ({ lotId, units: units - countScanned(scanned, lotId) }))
    const counted = asCount(back) - numbered.reduce((sum, { units }) => sum + units, 0)
    const came = takeInOrder(newest, counted) ?? []
    const left = newest.map((lot) => ({
      lotId: lot.lotId,
      units: lot.units - (came.find(({ lotId }) => lotId === lot.lotId)?.units ?? 0),
    }))
    const gone = takeInOrder(left, asCount(lost)) ?? []
    return [
      // Those with numbers first: of the others, the highest that are still out count as the ones.
      ...[...numbered, ...came].map((line) => ({ ...line, fate: 'on hand' as const })),
      ...gone.map((line) => ({ ...line, fate: 'destroyed' as const })),
    ]
  })
}

/** The key of a lot’s scanned numbers: a name, since form libraries take bare numbers for places in a list. */
export function scannedRow(lotId: number): `lot${number}` {
  return `lot${lotId}`
}

function countScanned(scanned: BackIn['scanned'], lotId: number): number {
  return countUnits(readRanges(scanned[scannedRow(lotId)] ?? '') ?? [])
}

export function asCount(units: unknown): number {
  return typeof units === 'number' && Number.isInteger(units) && units > 0 ? units : 0
}
