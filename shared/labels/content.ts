import { type Day, showDay } from '../domain/day.ts'
import { exhaustive } from '../domain/exhaustive.ts'
import type { textFields } from '../domain/labelLists.ts'

/** What a label says. Null where there is nothing to say: its elements are left out, with their captions. */
export interface LabelContent {
  /** The product; on labels of other things, what they are: the ingredient, the person, the kettle, the place. */
  readonly product: string
  readonly lotNumber: string | null
  /** `SJ-20260304-A-017`; null on a label for the lot as a whole. */
  readonly unitNumber: string | null
  readonly madeOn: Day | null
  readonly bestBy: Day | null
  /** The business’s name. */
  readonly kitchen: string | null
  /** What the code of a label says that has neither unit nor lot: a bag’s, a card’s. */
  readonly payload: string | null
  /** `8 oz jar`. */
  readonly pack: string | null
  readonly ingredients: string | null
  /** `Contains: Milk, Egg.` */
  readonly contains: string | null
  /** `Net Wt 8 oz (226 g)`. */
  readonly netContents: string | null
  /** Name and address of who is responsible. */
  readonly maker: string | null
  /** The sentence that a state asks for. */
  readonly statement: string | null
  /** The size in points that the state asks for, of the em; null where it asks for none. */
  readonly statementPt: number | null
  readonly price: string | null
  /** 14 digits. */
  readonly gtin: string | null
  /** Where GS1 Digital Links lead: `https://id.gs1.org` or a domain of one’s own. */
  readonly linkBase: string
  /** How many units are in a case, and which: `12 × 8 oz jar`. */
  readonly count: string | null
  /** What else the label of a bag, a case, a card or a delivery says, in lines. */
  readonly detail: string | null
}

/** A label that says nothing, to be filled. */
export const emptyContent: LabelContent = {
  product: '',
  lotNumber: null,
  unitNumber: null,
  madeOn: null,
  bestBy: null,
  kitchen: null,
  payload: null,
  pack: null,
  ingredients: null,
  contains: null,
  netContents: null,
  maker: null,
  statement: null,
  statementPt: null,
  price: null,
  gtin: null,
  linkBase: 'https://id.gs1.org',
  count: null,
  detail: null,
}

/** Fields that text can show. `code` is the unit number, or the lot number, or what the code says; `text` is free text. */
export type TextField = (typeof textFields)[number]

/** What a field prints as; empty where there is nothing to print. Free text is the element’s own. */
export function fieldText(content: LabelContent, field: Exclude<TextField, 'text'>): string {
  switch (field) {
    case 'madeOn':
    case 'bestBy':
      return content[field] === null ? '' : showDay(content[field])
    case 'code':
      return content[codeField(content)] ?? ''
    case 'product':
    case 'pack':
    case 'lotNumber':
    case 'unitNumber':
    case 'ingredients':
    case 'contains':
    case 'netContents':
    case 'kitchen':
    case 'maker':
    case 'statement':
    case 'price':
    case 'gtin':
    case 'count':
    case 'detail':
      return content[field] ?? ''
    default:
      return exhaustive(field)
  }
}

/** Which field `code` stands for. */
export function codeField(content: LabelContent): 'unitNumber' | 'lotNumber' | 'payload' {
  if (content.unitNumber !== null) return 'unitNumber'
  return content.lotNumber === null ? 'payload' : 'lotNumber'
}
