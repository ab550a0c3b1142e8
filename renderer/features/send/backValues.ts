import { Cents, Day, optionalText, Units } from '../../../shared/api/fields.ts'
import { z } from '../../../shared/api/zod.ts'
import { takeInOrder } from '../../../shared/domain/loadOut.ts'
import type { AnswerOf, InputOf } from '../../api/door.ts'

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
  serials: optionalText('The numbers', 200),
})

const Values = z.strictObject({
  day: Day,
  cashCents: Cents.nullish(),
  rows: z.record(z.string(), Row),
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
  return Values.superRefine(({ rows }, context) => {
    for (const { name, units } of out) {
      const { back, lost } = rows[name] ?? {}
      if ((back ?? 0) + (lost ?? 0) > units)
        context.addIssue({ code: 'custom', path: ['rows', name, 'back'], message: `Only ${units} went out.` })
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
export function backLines(out: readonly OutOfProduct[], rows: BackIn['rows']): BackLine[] {
  return out.flatMap(({ name, lots }) => {
    const { back, lost } = rows[name] ?? {}
    const newest = lots.toReversed()
    const came = takeInOrder(newest, asCount(back)) ?? []
    const left = newest.map((lot) => ({
      lotId: lot.lotId,
      units: lot.units - (came.find(({ lotId }) => lotId === lot.lotId)?.units ?? 0),
    }))
    const gone = takeInOrder(left, asCount(lost)) ?? []
    return [
      ...came.map((line) => ({ ...line, fate: 'on hand' as const })),
      ...gone.map((line) => ({ ...line, fate: 'destroyed' as const })),
    ]
  })
}

function asCount(units: unknown): number {
  return typeof units === 'number' && Number.isInteger(units) && units > 0 ? units : 0
}
