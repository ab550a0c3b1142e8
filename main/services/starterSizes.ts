import type { starters } from '../../shared/api/designs.ts'
import { bagCode } from '../../shared/domain/bagCode.ts'
import { caseCode } from '../../shared/domain/caseCode.ts'
import { crewCard } from '../../shared/domain/crewCard.ts'
import { thingCode } from '../../shared/domain/thingCode.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import type { Layout } from '../../shared/labels/starterTemplates.ts'
import type { Purpose } from '../../shared/labels/template.ts'

interface StarterSize {
  readonly name: string
  readonly purpose: Purpose
  readonly widthMm: number
  readonly heightMm: number
  readonly shape: 'rectangle' | 'round'
  /** For labels of units. */
  readonly layout: Layout
}

const rectangle = { shape: 'rectangle', layout: 'jar' } as const
const jar = { widthMm: 57.15, heightMm: 31.75 }
const wide = { widthMm: 101.6, heightMm: 50.8 }
const parcel = { widthMm: 101.6, heightMm: 152.4 }

/** The roll that each starter is for: 2.25 × 1.25 in, 2 × 1 in, 4 × 2 in, 4 × 6 in and a lid of 2 in. */
export const starterSizes: Readonly<Record<(typeof starters)[number], StarterSize>> = {
  jar: { ...rectangle, ...jar, name: 'Jar with bars', purpose: 'unit' },
  'jar-qr': { ...rectangle, ...jar, name: 'Jar with a QR code', purpose: 'unit', layout: 'jar-qr' },
  'jar-small': {
    ...rectangle,
    name: 'Small jar',
    purpose: 'unit',
    widthMm: 50.8,
    heightMm: 25.4,
    layout: 'jar-datamatrix',
  },
  'full-qr': { ...rectangle, ...wide, name: 'With ingredients', purpose: 'unit', layout: 'full-qr' },
  lid: { name: 'Round lid', purpose: 'unit', widthMm: 50.8, heightMm: 50.8, shape: 'round', layout: 'round-qr' },
  case: { ...rectangle, ...parcel, name: 'Wholesale case', purpose: 'case' },
  bag: { ...rectangle, ...jar, name: 'Ingredient bag', purpose: 'bag' },
  shelf: { ...rectangle, ...jar, name: 'Shelf', purpose: 'shelf' },
  person: { ...rectangle, ...jar, name: 'Person', purpose: 'person' },
  equipment: { ...rectangle, ...jar, name: 'Equipment', purpose: 'equipment' },
  recipe: { ...rectangle, ...parcel, name: 'Recipe', purpose: 'recipe' },
  command: { ...rectangle, ...jar, name: 'Command', purpose: 'command' },
  delivery: { ...rectangle, ...parcel, name: 'Delivery', purpose: 'delivery' },
}

const ours = { kitchen: 'Your kitchen', maker: 'Your kitchen\nYour street, your town' }

const unit: Partial<LabelContent> = {
  product: 'Product name',
  lotNumber: 'AB-20260304-A',
  unitNumber: 'AB-20260304-A-017',
  madeOn: '2026-03-04',
  bestBy: '2027-03-04',
  pack: '8 oz jar',
  ingredients: 'First ingredient, second ingredient (with its own parts), third ingredient.',
  contains: 'Contains: Milk.',
  netContents: 'Net Wt 8 oz (226 g)',
  price: '$8.00',
}

/** What stands on a label of a kitchen that has nothing to label yet: words that say what will be there. */
export function exampleContent(purpose: Purpose): LabelContent {
  const all = { ...emptyContent, ...ours }
  switch (purpose) {
    case 'unit':
      return { ...all, ...unit }
    case 'case':
      return {
        ...all,
        ...unit,
        unitNumber: caseCode('AB-20260304-A', [{ first: 1, last: 12 }]),
        count: '12 × jar',
        detail: 'Units 001–012\nFor the shop',
      }
    case 'bag':
      return {
        ...all,
        product: 'Ingredient',
        bestBy: '2027-03-04',
        detail: 'Supplier, March 4, 2026',
        payload: bagCode(1),
      }
    case 'shelf':
      return { ...all, product: 'Shelf', payload: thingCode('place', 1) }
    case 'person':
      return { ...all, product: 'Name', payload: crewCard('person', 1) }
    case 'equipment':
      return { ...all, product: 'Kettle', detail: 'Clean every 7 days', payload: crewCard('equipment', 1) }
    case 'recipe':
      return {
        ...all,
        product: 'Product name',
        detail: 'Makes 36 × jar\n8 lb First ingredient',
        payload: 'TB-RECIPE-1',
      }
    case 'command':
      return { ...all, product: 'Save', detail: 'Saves what is on the screen', payload: 'TB-SAVE' }
    case 'delivery':
      return { ...all, product: 'The shop', detail: 'Sent March 4, 2026\n12 × Product name', payload: 'TB-SHIPMENT-1' }
  }
}
