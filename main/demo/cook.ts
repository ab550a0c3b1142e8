import { addDays } from '../../shared/domain/day.ts'
import type { Furnished } from './furnishKitchen.ts'
import type { Recorder } from './recorder.ts'
import { type Good, goods } from './yearGoods.ts'

type Product = Furnished['products'][number]

/** How a batch differs from what is usual. */
export interface Twist {
  /** The share that was lost, from 0 to 1, and why. */
  readonly lost?: { readonly share: number; readonly reason: string; readonly note: string }
  /** Nobody wrote down which bag this ingredient was from. */
  readonly forgot?: string
}

export interface Cooked {
  readonly batchId: number
  readonly lotNumber: string
  readonly lotId: number
  readonly product: Product
}

/** Bags that are opened more than this often for one batch are a mistake of the recipe. */
const MOST_BAGS = 4

/**
 * Buys what is lacking for a batch and records it.
 * @param progress how far the year is, from 0 to 1: prices rise and yields get better
 * @returns undefined where a product of one’s own is lacking, which cannot be bought
 */
export async function cook(
  recorder: Recorder,
  kitchen: Furnished,
  product: Product,
  progress: number,
  { lost, forgot }: Twist = {},
): Promise<Cooked | undefined> {
  const { api, chance, day } = recorder
  const { productId } = product
  const planned = product.makes
  const proposed = async () => await api.batches.propose({ productId, madeOn: day, planned })
  let proposal = await proposed()
  for (let bags = 0; proposal.lines.some(({ short }) => short !== null); bags += 1) {
    const lacking = proposal.lines.filter(({ short }) => short !== null)
    const bought = lacking.flatMap(({ ingredient }) => goods.find(({ name }) => name === ingredient) ?? [])
    if (bought.length < lacking.length || bags === MOST_BAGS) return undefined
    await buy(recorder, bought, progress)
    proposal = await proposed()
  }

  const made = Math.round(planned * (0.93 + 0.05 * progress + 0.07 * (chance.next() - 0.5)))
  const few = chance.next() < 0.3 ? 1 + chance.below(2) : 0
  const discarded = lost ? Math.round(made * lost.share) : few
  const { batchId, lotId, lotNumber } = await api.batches.record({
    requestId: recorder.id(),
    productId,
    madeOn: day,
    made,
    discarded,
    discardReason: lost?.reason ?? (discarded > 0 ? product.fault : ''),
    setAside: !lost && chance.next() < 0.12 ? 1 : 0,
    uses: proposal.lines.flatMap((line) => usesOf(line, line.ingredient === forgot)),
    note: lost?.note ?? (chance.next() < 0.15 ? chance.pick(notes) : ''),
    personIds: [...crewOf(kitchen, chance.below(kitchen.personIds.length), chance.next() < 0.2)],
    equipmentIds: [...product.equipmentIds],
  })
  if (product.acid)
    await api.journal.addReading({
      requestId: recorder.id(),
      of: { kind: 'batch', id: batchId },
      name: 'pH',
      thousandths: 3350 + chance.below(9) * 50,
      unit: '',
    })
  return { batchId, lotId, lotNumber, product }
}

type ProposedLine = Awaited<ReturnType<Recorder['api']['batches']['propose']>>['lines'][number]

interface Use {
  readonly itemId: number
  readonly lotId: number | null
  readonly quantity: string
  readonly basis: 'confirmed' | 'assumed'
}

/** The bags that the page proposes, or none where nobody wrote them down. */
function usesOf({ itemId, ingredient, quantity, uses }: ProposedLine, forgotten: boolean): Use[] {
  if (forgotten) return [{ itemId, lotId: null, quantity, basis: 'assumed' }]
  return uses.map((use) => ({ itemId, lotId: use.lotId, quantity: use.quantity, basis: basisOf(ingredient) }))
}

/** Fruit and eggs are looked at as they go in; of what is in big bags the app’s proposal is taken. */
function basisOf(ingredient: string): 'confirmed' | 'assumed' {
  return goods.some(({ name, lot }) => name === ingredient && lot === undefined) ? 'confirmed' : 'assumed'
}

function crewOf({ personIds }: Furnished, first: number, both: boolean): readonly number[] {
  return [...personIds.slice(first, first + 1), ...(both ? personIds.slice(first + 1, first + 2) : [])]
}

const notes = [
  'Set a little softer than last time.',
  'Stirred by hand, the timer was broken.',
  'Fruit was very ripe: a quarter of an hour less.',
  'Tasted by everybody: keep it so.',
  'Rain all day, took longer to dry.',
]

/** One trip to each supplier. @param noted false for a receipt on which nobody wrote where it was bought */
export async function buy(
  { api, chance, day, id }: Recorder,
  wanted: readonly Good[],
  progress: number,
  noted = true,
): Promise<void> {
  for (const [supplier, bags] of Map.groupBy(wanted, (good) => good.supplier))
    await api.pantry.receive({
      requestId: id(),
      supplier: noted ? supplier : '',
      receivedOn: day,
      lines: bags.map(({ name, pack, cents, dearer = 0, keeps, lot }) => ({
        ingredient: name,
        quantity: pack,
        costCents: Math.round(cents * (1 + (dearer * progress) / 100) * (0.97 + 0.06 * chance.next())),
        bestBy: keeps === undefined ? '' : addDays(day, keeps - chance.below(Math.ceil(keeps / 8))),
        supplierLot: lot === undefined ? '' : `${lot}${10_000 + chance.below(89_999)}`,
      })),
    })
}
