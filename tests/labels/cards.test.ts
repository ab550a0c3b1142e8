import { expect, test } from 'vitest'
import { labelFonts as fonts } from '../../main/print/drawLabels.ts'
import { type CardPurpose, cardTemplate } from '../../shared/labels/cardTemplates.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import { layoutLabel } from '../../shared/labels/layout.ts'
import { readWithZxing } from '../support/symbolReaders.ts'

const ours = {
  ...emptyContent,
  kitchen: 'Blue Ridge Preserves',
  maker: 'Blue Ridge Preserves\n12 Mill Road, Floyd, VA 24091',
}

const things: Readonly<Record<CardPurpose, LabelContent>> = {
  bag: { ...ours, product: 'Strawberries, frozen, sliced', bestBy: '2027-01-01', detail: 'Valley Farm, Mar 3, 2026\nTheir lot A-99\n25 lb', payload: 'TB-LOT-12' }, // prettier-ignore
  shelf: { ...ours, product: 'Granulated cane sugar', payload: 'TB-ITEM-3' },
  person: { ...ours, product: 'Maria Rodriguez-Santos', payload: 'TB-PERSON-1' },
  equipment: { ...ours, product: 'Copper kettle 2', detail: '20 gal', payload: 'TB-EQUIPMENT-2' },
  command: { ...ours, product: 'Save', detail: 'Ctrl+Enter', payload: 'TB-COMMAND-SAVE' },
  recipe: { ...ours, product: 'Strawberry jam', detail: 'Makes 36 × jar\n8 lb Strawberries\n4 lb Sugar\n2 oz Pectin\n1 oz Lemon juice', payload: 'TB-RECIPE-1' }, // prettier-ignore
  delivery: { ...ours, product: 'Mountain View Grocery & Deli', detail: 'Sent Mar 3, 2026, order #1847\n6 × Hot sauce, HS-20260301-A\n12 × Strawberry jam with vanilla, SJ-20260304-A', payload: 'TB-SHIPMENT-1' }, // prettier-ignore
  case: { ...ours, product: 'Strawberry Jam', count: '12 × jar', lotNumber: 'SJ-20260304-A', unitNumber: 'SJ-20260304-A-001-012', madeOn: '2026-03-04', bestBy: '2027-03-04', detail: 'Units 001–012\nFor Mountain View Grocery' }, // prettier-ignore
}

const rolls = [
  [57, 32],
  [50.8, 25.4],
  [101, 51],
  [101.6, 152.4],
] as const

test.for(
  (Object.keys(things) as CardPurpose[]).flatMap((purpose) =>
    rolls.flatMap((roll) => ([203, 300] as const).map((dpi) => [purpose, ...roll, dpi] as const)),
  ),
)('%s on %d × %d mm at %d dpi prints whole and is read', async ([purpose, widthMm, heightMm, dpi]) => {
  const [content, label] = [things[purpose], { widthMm, heightMm, dpi }]
  const { bitmap, problems } = layoutLabel({ template: cardTemplate(purpose, label, content), content, label, fonts })
  expect(problems).toEqual([])
  expect((await readWithZxing(bitmap)).map(({ text }) => text)).toEqual([content.payload ?? content.unitNumber])
})
