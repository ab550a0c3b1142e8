import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyContent } from '../../shared/labels/content.ts'
import { layoutLabel } from '../../shared/labels/layout.ts'
import { type Layout, starterTemplate } from '../../shared/labels/starterTemplates.ts'
import { labelFonts as fonts } from '../../main/print/drawLabels.ts'
import { pgmOf } from '../support/png.ts'
import { scanWithZxing } from '../support/symbolReaders.ts'

const content = {
  ...emptyContent,
  product: 'Strawberry Jam',
  lotNumber: 'SJ-20260304-A',
  unitNumber: 'SJ-20260304-A-017',
  madeOn: '2026-03-04',
  bestBy: '2027-03-04',
  kitchen: 'Blue Ridge Preserves',
  netContents: 'Net Wt 8 oz (226 g)',
  ingredients: 'Strawberries, Sugar, Pectin (Citrus Pectin, Dextrose), Lemon Juice (Concentrate, Water).',
  contains: 'Contains: Milk, Almonds.',
  maker: 'Blue Ridge Preserves\n12 Mill Road, Floyd, VA 24091',
  statement: 'NOT FOR RESALE - PROCESSED AND PREPARED WITHOUT STATE INSPECTION',
  statementPt: 10,
  gtin: '09506000134352',
}
const plain = 'SJ-20260304-A-017'
const elements = '010950600013435210SJ-20260304-A\u001d21017'
const link = 'https://id.gs1.org/01/09506000134352/10/SJ-20260304-A/21/017'

const rolls: readonly (readonly [layout: Layout, widthMm: number, heightMm: number, read: string])[] = [
  ['jar', 57.15, 31.75, plain],
  ['jar-qr', 57.15, 31.75, plain],
  ['jar-qr', 50.8, 25.4, plain],
  ['jar-datamatrix', 50.8, 25.4, plain],
  ['jar-datamatrix', 38, 19, plain],
  ['jar-gs1', 57.15, 31.75, elements],
  ['jar-gs1', 50.8, 25.4, elements],
  ['jar-link', 57.15, 31.75, link],
  ['full-qr', 101.6, 50.8, plain],
  ['full-qr', 101.6, 76.2, plain],
  ['full-gs1', 101.6, 50.8, elements],
  ['full-link', 101.6, 50.8, link],
  ['full-qr', 101.6, 152.4, plain],
  ['round-qr', 50.8, 50.8, plain],
  ['round-qr', 63.5, 63.5, plain],
]

test.each(rolls.flatMap((roll) => ([203, 300] as const).map((dpi) => [...roll, dpi] as const)))(
  '%s on %d × %d mm says all it has and is read as %s at %d dpi',
  async (layout, widthMm, heightMm, read, dpi) => {
    const label = { widthMm, heightMm, dpi, shape: layout === 'round-qr' ? 'round' : 'rectangle' } as const
    const { bitmap, problems } = layoutLabel({
      template: starterTemplate(layout, label, content),
      content,
      label,
      fonts,
    })
    if (process.env['LABEL_PICTURES'] !== undefined)
      writeFileSync(`${process.env['LABEL_PICTURES']}/${layout}-${widthMm}-${dpi}.pgm`, pgmOf(bitmap))
    expect(problems).toEqual([])
    expect((await scanWithZxing(bitmap)).map(({ text }) => text)).toEqual([read])
  },
)
