import { nameKey } from '../../../shared/domain/names.ts'
import { type NameCluster, nameClusters } from '../../../shared/import/clusters.ts'
import type { AliasKind } from '../../db/schemaOfImports.ts'
import type { Draft } from './draft.ts'
import { itemNamed } from './draft.ts'
import { meantName } from './known.ts'
import type { Pace } from './pace.ts'
import type { RowIn } from './plan.ts'
import type { Signs } from './signs.ts'

/** What a plan found out about the whole of an import. */
export interface Summary {
  readonly alike: readonly (NameCluster & { readonly what: AliasKind })[]
  readonly unknownProducts: readonly string[]
  readonly fresh: Readonly<Record<'suppliers' | 'ingredients' | 'products' | 'places', readonly string[]>>
  readonly signs: Readonly<Record<string, Signs>>
}

export const noSummary: Summary = {
  alike: [],
  unknownProducts: [],
  fresh: { suppliers: [], ingredients: [], products: [], places: [] },
  signs: {},
}

/** Lists are for people: more than this nobody goes through. */
const SHOWN = 200

export async function summaryOf(
  draft: Draft,
  rows: readonly RowIn[],
  signs: ReadonlyMap<number, Signs>,
  pace: Pace,
): Promise<Summary> {
  const { fresh } = draft
  const spellings = await spellingsIn(rows, pace)
  const alike: Summary['alike'][number][] = []
  for (const [what, typed] of spellings) {
    alike.push(...clustersOf(draft, typed, what))
    await pace()
  }
  return {
    alike: alike.slice(0, SHOWN),
    unknownProducts: unknownProducts(draft, rows).slice(0, SHOWN),
    fresh: {
      suppliers: listed(fresh.suppliers),
      ingredients: listed(fresh.ingredients),
      products: listed(fresh.products),
      places: listed(fresh.places),
    },
    signs: Object.fromEntries(signs),
  }
}

/** How often each spelling is in the rows, by what it names. */
async function spellingsIn(rows: readonly RowIn[], pace: Pace): Promise<Map<AliasKind, Map<string, number>>> {
  const kinds: readonly AliasKind[] = ['supplier', 'ingredient', 'product', 'place']
  const spellings = new Map(kinds.map((what) => [what, new Map<string, number>()]))
  for (const row of rows) {
    for (const [what, counts] of spellings)
      for (const typed of namesIn(row, what)) if (typed !== '') counts.set(typed, (counts.get(typed) ?? 0) + 1)
    await pace()
  }
  return spellings
}

function listed(names: ReadonlyMap<string, string>): string[] {
  return [...names.values()].toSorted((a, b) => a.localeCompare(b, 'en')).slice(0, SHOWN)
}

/** Spellings of the file that may mean one, or one of the record; those that a person kept apart are passed over. */
function clustersOf(draft: Draft, typedNames: ReadonlyMap<string, number>, what: AliasKind) {
  const { known } = draft
  const counts = new Map<string, number>()
  const inRecord = new Set<string>()
  const add = (name: string, count: number) => counts.set(name, (counts.get(name) ?? 0) + count)
  for (const name of recordNames(draft, what)) {
    add(name, MORE_THAN_ANY_FILE)
    inRecord.add(nameKey(name))
  }
  const spelled = new Map<string, string>()
  for (const [typed, count] of typedNames) {
    const key = nameKey(typed)
    if (inRecord.has(key) || known.aliases.has(`${what}|${key}`)) continue
    const name = spelled.get(key) ?? typed
    spelled.set(key, name)
    add(name, count)
  }
  return nameClusters(counts).flatMap(({ name, others }) => {
    const fromFile = others.filter((other) => !inRecord.has(nameKey(other)))
    return fromFile.length === 0 ? [] : [{ what, name, others: fromFile }]
  })
}

const MORE_THAN_ANY_FILE = 1_000_000

function recordNames({ known }: Draft, what: AliasKind): string[] {
  if (what === 'supplier') return [...known.suppliers.values()]
  if (what === 'place') return [...known.places.values()].map((place) => place.name)
  return [...known.items.values()].filter((item) => item.kind === what && item.id > 0).map((item) => item.name)
}

function namesIn({ kind, values, wide }: RowIn, what: AliasKind): string[] {
  const of = (key: string) => values[key] ?? ''
  switch (what) {
    case 'supplier':
      return [of('supplier'), kind === 'suppliers' ? of('name') : '']
    case 'ingredient':
      return [
        of('ingredient'),
        kind === 'ingredients' ? of('name') : '',
        ...wide.flatMap(({ name, text }) => (text === '' ? [] : [name])),
      ]
    case 'product':
      return [of('product')]
    case 'place':
      return [of('place'), kind === 'places' ? of('name') : '']
  }
}

function unknownProducts(draft: Draft, rows: readonly RowIn[]): string[] {
  const unknown = new Map<string, string>()
  for (const row of rows) {
    if (row.kind !== 'sales') continue
    const { product: name = '', sku = '', number = '' } = row.values
    if (name === '' || number !== '') continue
    const isKnown = itemNamed(draft, 'product', name)?.kind === 'product' || draft.known.codes.has(sku.toUpperCase()) || draft.known.codes.has(name.toUpperCase()) // prettier-ignore
    if (!isKnown) unknown.set(nameKey(name), meantName(draft.known, 'product', name))
  }
  return [...unknown.values()]
}
