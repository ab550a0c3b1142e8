/* The lists that a label’s model (shared/labels) and its schema (shared/api) share. */

/** Kinds of codes: the three GS1 kinds carry the GTIN, the lot and the unit; the others our own number as it is read. */
export const symbologies = ['code128', 'qr', 'datamatrix', 'gs1-128', 'gs1-datamatrix', 'digital-link'] as const

/** Shapes of labels. */
export const shapes = ['rectangle', 'round'] as const

/** What a design is for, which decides what there is for it to say. */
export const purposes = [
  'unit',
  'case',
  'bag',
  'shelf',
  'person',
  'equipment',
  'recipe',
  'command',
  'delivery',
] as const

/** Fields that text can show. */
export const textFields = [
  'product',
  'pack',
  'lotNumber',
  'unitNumber',
  'code',
  'madeOn',
  'bestBy',
  'ingredients',
  'contains',
  'netContents',
  'kitchen',
  'maker',
  'statement',
  'price',
  'gtin',
  'count',
  'detail',
  'text',
] as const
