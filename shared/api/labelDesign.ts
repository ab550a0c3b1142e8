import { purposes, shapes, symbologies, textFields } from '../domain/labelLists.ts'
import { Day, named } from './fields.ts'
import { z } from './zod.ts'
import { say, sayWord } from '../words/say.ts'

const mm = (least: number, most: number) =>
  z
    .number('Type a number of mm.')
    .min(least, { error: () => say('Type {least} mm or more.', { least }) })
    .max(most, { error: () => say('Type {most} mm at most.', { most }) })

/** No label is larger than this, in mm. */
const MOST = 160

const Place = z.strictObject({ xMm: mm(0, MOST), yMm: mm(0, MOST), widthMm: mm(0.1, MOST), heightMm: mm(0.1, MOST) })
const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0)
const words = (most: number, what: string) =>
  z.string().max(most, {
    error: () => say('{what} can have {max} characters at most.', { what: sayWord(what), max: most }),
  })

const TextElement = z.strictObject({
  kind: z.literal('text'),
  field: z.enum(textFields),
  text: words(500, 'The text').optional(),
  caption: words(60, 'The words before it').optional(),
  place: Place,
  turn: Turn,
  sizeMm: mm(0.5, 60),
  minSizeMm: mm(0.5, 60),
  weight: z.enum(['regular', 'bold']),
  align: z.enum(['left', 'center', 'right']),
  maxLines: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(60, 'Type 60 at most.'),
})

const SymbolElement = z.strictObject({
  kind: z.literal('symbol'),
  symbology: z.enum(symbologies),
  field: z.enum(['code', 'lotNumber']),
  place: Place,
  turn: Turn,
  indentMm: mm(0, MOST).default(0),
  maxModuleMm: mm(0.1, 3).default(0.5),
})

/** A picture has as many dots as a head of 203 dpi burns on 60 × 60 mm. */
const MOST_PIXELS = 480

const ImageElement = z.strictObject({
  kind: z.literal('image'),
  place: Place,
  turn: Turn,
  widthPx: z.int().min(1).max(MOST_PIXELS),
  heightPx: z.int().min(1).max(MOST_PIXELS),
  grayBase64: z
    .string()
    .max(Math.ceil((MOST_PIXELS * MOST_PIXELS) / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'A picture on this label is damaged. Take it out and choose it again.'),
})

/** A label of one’s own, as it is kept and as its file holds it. A change of meaning gets a new version and a step in labelFile.ts. */
export const LabelDesign = z.strictObject({
  version: z.literal(1),
  name: named('The label’s name', 60),
  purpose: z.enum(purposes),
  widthMm: mm(20, 110),
  heightMm: mm(10, MOST),
  shape: z.enum(shapes),
  elements: z
    .array(
      z.discriminatedUnion('kind', [
        TextElement,
        SymbolElement,
        z.strictObject({ kind: z.literal('line'), place: Place }),
        z.strictObject({ kind: z.literal('box'), place: Place, strokeMm: mm(0.1, 10) }),
        ImageElement,
      ]),
    )
    .max(60, 'A label can have 60 fields at most.'),
})
export type LabelDesign = z.infer<typeof LabelDesign>

const said = z.string().max(4000).nullable()

/** What a label says, for a preview. */
export const LabelSays = z.strictObject({
  product: z.string().max(4000),
  lotNumber: said,
  unitNumber: said,
  madeOn: Day.nullable(),
  bestBy: Day.nullable(),
  kitchen: said,
  payload: said,
  pack: said,
  ingredients: said,
  contains: said,
  netContents: said,
  maker: said,
  statement: said,
  statementPt: z.number().min(0).max(72).nullable(),
  price: said,
  gtin: said,
  linkBase: z.string().max(200),
  count: said,
  detail: said,
})
