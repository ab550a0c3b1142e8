import type { labels } from '../../shared/api/labels.ts'
import type { Output } from '../../shared/api/operation.ts'
import type { Profile } from '../../shared/api/rules.ts'
import { gtin14 } from '../../shared/domain/gs1Elements.ts'
import type { LabelProblem } from '../../shared/labels/problems.ts'
import type { LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import type { JobContent } from '../print/labelJob.ts'
import { type Context, orNull } from './context.ts'
import { readKitchen } from './kitchen.ts'
import { labelTextIn } from './labelText.ts'
import { stateOfKitchen } from './rules.ts'

type Facts = Omit<JobContent, 'layout' | 'longestSerial' | 'widthMm' | 'heightMm' | 'marginMm' | 'dpi'>

/** What a label says of a lot, from the record as it is now. */
export async function labelFacts(db: Db, context: Context, lot: LotView): Promise<Facts> {
  const kitchen = await readKitchen(db, context)
  const words = await labelTextIn(db, { lotId: lot.id })
  const state = await stateOfKitchen(db)
  const maker = [kitchen.name, kitchen.address].filter((each) => each !== '').join('\n')
  return {
    product: lot.item,
    lotNumber: lot.lot_number ?? '',
    madeOn: lot.made_on,
    bestBy: lot.best_by,
    kitchen: orNull(kitchen.name),
    pack: orNull(words.pack),
    netContents: words.netContents,
    ingredients: orNull(words.statement),
    contains: orNull([words.containsLine, words.mayContainLine].filter((each) => each !== null).join(' ')),
    maker: orNull(maker),
    statement: orNull(state?.statement),
    statementPt: state?.minTypePt ?? null,
    price: words.priceCents === null ? null : `$${(words.priceCents / 100).toFixed(2)}`,
    gtin: words.gtin === null ? null : (gtin14(words.gtin) ?? words.gtin),
  }
}

/** A label that names allergens does not print while the recipe says others, or while nobody knows what is in it. */
export async function allergenProblems(db: Db, lotId: number, layout: JobContent['layout']): Promise<LabelProblem[]> {
  if (!layout.startsWith('full-')) return []
  const { mismatch, problems } = await labelTextIn(db, { lotId })
  return [
    ...(mismatch === null ? [] : [{ field: 'contains', message: mismatch } as const]),
    ...problems.map((message) => ({ field: 'ingredients', message }) as const),
  ]
}

/** What the kitchen's state asks of labels, and which of the facts that this app knows are not on such a label. */
export async function askedOf(db: Db, content: JobContent): Promise<Output<typeof labels.preview>['asked']> {
  const state = await stateOfKitchen(db)
  if (!state) return null
  const full = content.layout.startsWith('full-')
  const facts: readonly (readonly [name: string, there: boolean])[] = [
    ['the list of ingredients', full && content.ingredients !== null],
    ['the net contents', content.layout !== 'jar' && content.layout !== 'round-qr' && content.netContents !== null],
    ['your name and address', full && content.maker !== null],
    [`the statement “${state.statement}”`, state.statement === '' || (full && content.statement !== null)],
    ['the day it was made', state.dateOnLabel !== 'yes' || content.madeOn !== null],
  ]
  return {
    state: state.name,
    source: `${state.checkedSentence} Statement: ${confidenceWords[state.statementConfidence]}.`,
    elements: state.elements,
    missing: facts.flatMap(([name, there]) => (there ? [] : [name])),
  }
}

const confidenceWords: Readonly<Record<Profile['statementConfidence'], string>> = {
  law: 'read in the law or the agency’s own page',
  secondary: 'read on pages of others only',
  memory: 'not checked: read the law before you rely on it',
}
