import { LabelDesign, LabelSays } from '../../shared/api/labelDesign.ts'
import { LabelLayout } from '../../shared/api/labelChoice.ts'
import { Sheet } from '../../shared/api/sheets.ts'
import { z } from '../../shared/api/zod.ts'
import { purposes } from '../../shared/domain/labelLists.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { cardTemplate } from '../../shared/labels/cardTemplates.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import { starterTemplate } from '../../shared/labels/starterTemplates.ts'
import type { LabelSize, LabelTemplate } from '../../shared/labels/template.ts'

const text = z.string().nullable()

/** What a job prints, frozen when it was queued: later changes of the product or the printer do not reach it. */
export const JobContent = z.strictObject({
  product: z.string(),
  lotNumber: z.string(),
  madeOn: text,
  bestBy: text,
  kitchen: text,
  pack: text,
  netContents: text,
  ingredients: text,
  contains: text,
  maker: text,
  statement: text,
  statementPt: z.number().nullable(),
  price: text,
  gtin: text,
  /** Where its Digital Links lead. */
  linkBase: z.string().default(emptyContent.linkBase),
  layout: LabelLayout,
  /** The label designed here that it is printed with, as it was; it goes before the layout. */
  design: LabelDesign.nullish(),
  purpose: z.enum(purposes).default('unit'),
  /** What labels that are not of units say, one a serial. */
  cards: z.array(LabelSays).nullish(),
  /** How the labels lie on sheets, and where on the first one they begin. */
  sheet: Sheet.nullish(),
  startAt: z.int().default(1),
  /** The highest serial: the layout that fits it is the one of the whole job. Null for labels of the lot alone. */
  longestSerial: z.int().nullable(),
  widthMm: z.number(),
  heightMm: z.number(),
  marginMm: z.number(),
  dpi: z.int(),
})
export type JobContent = z.infer<typeof JobContent>

/** The facts of a job on which nothing else is said. */
export const bareJob = {
  madeOn: null,
  bestBy: null,
  kitchen: null,
  pack: null,
  netContents: null,
  ingredients: null,
  contains: null,
  maker: null,
  statement: null,
  statementPt: null,
  price: null,
  gtin: null,
  linkBase: emptyContent.linkBase,
  layout: 'jar',
  purpose: 'unit',
  startAt: 1,
  longestSerial: null,
} as const satisfies Partial<JobContent>

/** The template of a job’s labels: a design, or a layout fitted to the roll and to the longest label of the job. */
export function templateOf(job: JobContent, serial: number | null): LabelTemplate {
  const { widthMm, heightMm, marginMm, dpi, design, purpose, layout } = job
  if (design) return design
  const label: LabelSize = { widthMm, heightMm, dpi, marginMm }
  return purpose === 'unit'
    ? starterTemplate(layout, label, contentOf(job, job.longestSerial))
    : cardTemplate(purpose, label, contentOf(job, serial))
}

/** What a label of a job says: of a unit, of the lot as a whole, or of a card. */
export function contentOf(job: JobContent, serial: number | null): LabelContent {
  const card = job.cards?.[(serial ?? 1) - 1]
  if (card) return card
  return {
    ...emptyContent,
    product: job.product,
    lotNumber: job.lotNumber,
    madeOn: job.madeOn,
    bestBy: job.bestBy,
    kitchen: job.kitchen,
    pack: job.pack,
    netContents: job.netContents,
    ingredients: job.ingredients,
    contains: job.contains,
    maker: job.maker,
    statement: job.statement,
    statementPt: job.statementPt,
    price: job.price,
    gtin: job.gtin,
    linkBase: job.linkBase,
    unitNumber: serial === null ? null : unitNumber(job.lotNumber, serial),
  }
}
