import { contract } from './es/contract.ts'
import { core } from './es/core.ts'
import { guide } from './es/guide.ts'
import { labels } from './es/labels.ts'
import { make } from './es/make.ts'
import { start } from './es/start.ts'
import { stock } from './es/stock.ts'
import { trace } from './es/trace.ts'
import type { Catalogue } from './say.ts'

/** The catalogues of its parts. */
export const areas: readonly Catalogue[] = [start, make, stock, trace, labels, guide, core, contract]

/** Spanish, as kitchens in the United States speak it: “usted” to nobody in particular, short, plain. */
export const spanish: Catalogue = {
  texts: Object.assign({}, ...areas.map(({ texts }) => texts)) as Catalogue['texts'],
  nouns: Object.assign({}, ...areas.map(({ nouns }) => nouns)) as Catalogue['nouns'],
}
