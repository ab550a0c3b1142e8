import type { z } from '../../../shared/api/zod.ts'
import type { LabelDesign } from '../../../shared/api/labelDesign.ts'
import { fieldWords } from '../labels/fieldWords.ts'
import { sayWord } from '../../../shared/words/say.ts'

/** A label as it is being designed. */
export type Design = z.input<typeof LabelDesign>
export type Element = Design['elements'][number]
type TextElement = Extract<Element, { kind: 'text' }>
export type SymbolElement = Extract<Element, { kind: 'symbol' }>
export type Place = Element['place']
type Purpose = Design['purpose']
type TextField = TextElement['field']

export const purposeWords: Readonly<Record<Purpose, string>> = {
  unit: 'Jars and other units',
  case: 'Wholesale case',
  bag: 'Ingredient bag',
  shelf: 'Shelf',
  person: 'Card of a person',
  equipment: 'Card of equipment',
  recipe: 'Recipe card',
  command: 'Cards of commands',
  delivery: 'Delivery',
}

const symbologyNames: Readonly<Record<SymbolElement['symbology'], string>> = {
  code128: 'Bars',
  qr: 'QR code',
  datamatrix: 'DataMatrix',
  'gs1-128': 'Bars, GS1-128',
  'gs1-datamatrix': 'GS1 DataMatrix',
  'digital-link': 'GS1 Digital Link',
}

export const symbologyWords: Readonly<Record<SymbolElement['symbology'], string>> = {
  code128: 'Bars (Code 128)',
  qr: 'QR code',
  datamatrix: 'DataMatrix',
  'gs1-128': 'Bars, GS1-128 (needs a GTIN)',
  'gs1-datamatrix': 'GS1 DataMatrix (needs a GTIN)',
  'digital-link': 'GS1 Digital Link (needs a GTIN)',
}

/** What an element is called on its frame and in the list. */
export function elementName(element: Element): string {
  switch (element.kind) {
    case 'text':
      return element.field === 'text' && element.text?.trim()
        ? `“${shortened(element.text.trim())}”`
        : sayWord(fieldWords[element.field] ?? element.field)
    case 'symbol':
      return sayWord(symbologyNames[element.symbology])
    case 'line':
    case 'box':
    case 'image':
      return sayWord(fieldWords[element.kind] ?? element.kind)
  }
}

/** The fields that labels of a purpose have something to say for. */
export function fieldsFor(purpose: Purpose): readonly TextField[] {
  const ours: readonly TextField[] = ['kitchen', 'maker']
  switch (purpose) {
    case 'unit':
      return [
        ...(['product', 'pack', 'netContents', 'lotNumber', 'unitNumber', 'code', 'madeOn', 'bestBy'] as const),
        ...(['ingredients', 'contains', 'statement', 'price', 'gtin'] as const),
        ...ours,
      ]
    case 'case':
      return ['product', 'count', 'lotNumber', 'madeOn', 'bestBy', 'detail', ...ours]
    case 'bag':
      return ['product', 'detail', 'bestBy', 'code', ...ours]
    case 'shelf':
    case 'person':
    case 'equipment':
    case 'recipe':
    case 'command':
    case 'delivery':
      return ['product', 'detail', 'code', ...ours]
  }
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
