/** What a line of a trace is, in a word. */
export const whatWords = {
  batch: 'Batch',
  lot: 'Ingredient lot',
  supplier: 'Supplier',
  shipment: 'Sent to',
  place: 'Place',
  person: 'Person',
  equipment: 'Equipment',
  product: 'Product',
  ingredient: 'Ingredient',
  'on hand': 'Still here',
  sampled: 'Sampled',
  'own use': 'Own use',
  discarded: 'Discarded',
  'set aside': 'Set aside',
  'unknown lot': 'Unknown lot',
} as const
export type TraceWhat = keyof typeof whatWords
