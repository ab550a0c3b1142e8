import { drawLabel } from '../../../main/print/drawLabels.ts'
import { bareJob } from '../../../main/print/labelJob.ts'
import { encodeLabel } from '../../../shared/labels/languages/encode.ts'
import type { Figure } from '../figure.ts'
import { medianOf, p95Of } from '../timing.ts'

const settings = { darkness: null, speed: null, media: null, gapMm: 3, cutter: false }
const content = {
  ...bareJob,
  product: 'Strawberry Jam',
  lotNumber: 'SJ-20260304-A',
  madeOn: '2026-03-04',
  bestBy: '2027-03-04',
  kitchen: 'Blue Ridge Preserves',
  ingredients: 'Strawberries, Sugar, Pectin (Citrus Pectin, Dextrose), Lemon Juice (Concentrate, Water).',
  maker: 'Blue Ridge Preserves\n12 Mill Road, Floyd, VA 24091',
  statement: 'NOT FOR RESALE - PROCESSED AND PREPARED WITHOUT STATE INSPECTION',
  statementPt: 10,
  longestSerial: 300,
  marginMm: 0,
}
const cases = [
  { name: '2.25 × 1.25 in, Code 128', layout: 'jar', widthMm: 57.15, heightMm: 31.75, dpi: 203, limit: 25 },
  { name: '2.25 × 1.25 in, QR code', layout: 'jar-qr', widthMm: 57.15, heightMm: 31.75, dpi: 203, limit: 25 },
  { name: '4 × 6 in, QR code', layout: 'full-qr', widthMm: 101.6, heightMm: 152.4, dpi: 300, limit: 60 },
] as const

/** One label drawn and written as ZPL, ready to be sent: 300 of them are queued in ten seconds only if each takes far less than 30 ms. */
export function labelFigures(rounds: number): Figure[] {
  return cases.map(({ name, limit, ...label }): Figure => {
    const times: number[] = []
    for (let serial = 1; serial <= rounds * 3; serial += 1) {
      const begun = performance.now()
      const { bitmap } = drawLabel({ ...content, ...label }, serial)
      encodeLabel('zpl', bitmap, { ...settings, dpi: label.dpi })
      times.push(performance.now() - begun)
    }
    return { work: `One label, ${name}`, median: medianOf(times), p95: p95Of(times), bar: { ms: limit } }
  })
}
