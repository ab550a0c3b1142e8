import type { Design, Element } from './design.ts'
import { freePlace } from './editing.ts'
import { say } from '../../../shared/words/say.ts'

export type NewKind = 'field' | 'text' | 'symbol' | 'line' | 'box'

const text = { kind: 'text', minSizeMm: 1.6, weight: 'regular', align: 'left', maxLines: 1 } as const

/** An element of a kind in the first place that is free, with the measures that are usual for it. */
export function newElement(kind: NewKind, design: Design): Element {
  const { widthMm, purpose } = design
  switch (kind) {
    case 'field':
      return { ...text, field: 'product', sizeMm: 3, place: freePlace(design, Math.min(28, widthMm * 0.5), 4) }
    case 'text':
      return {
        ...text,
        field: 'text',
        text: say('Your words'),
        sizeMm: 2.8,
        place: freePlace(design, Math.min(24, widthMm * 0.5), 4),
      }
    case 'symbol':
      return {
        kind: 'symbol',
        symbology: 'qr',
        field: 'code',
        maxModuleMm: purpose === 'unit' ? 0.5 : 1,
        place: freePlace(design, 13, 13),
      }
    case 'line':
      return { kind: 'line', place: freePlace(design, widthMm - 4, 0.3) }
    case 'box':
      return { kind: 'box', strokeMm: 0.3, place: freePlace(design, Math.min(20, widthMm * 0.4), 10) }
  }
}
