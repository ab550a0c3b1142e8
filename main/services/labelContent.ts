import type { labels } from '../../shared/api/labels.ts'
import type { Output } from '../../shared/api/operation.ts'
import type { Profile } from '../../shared/api/rules.ts'
import { gtin14 } from '../../shared/domain/gs1Elements.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import type { LabelProblem } from '../../shared/labels/problems.ts'
import type { LotView } from '../db/repos/lots.ts'
import { readSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'
import type { JobContent } from '../print/labelJob.ts'
import { type Context, orNull } from './context.ts'
import { fieldsShown } from './fieldsShown.ts'
import { readKitchen } from './kitchen.ts'
import { labelTextIn } from './labelText.ts'
import { containsOf, namesAllergens } from './oldLabels.ts'
import { say, sayWord } from '../../shared/words/say.ts'
import { stateOfKitchen } from './rules.ts'

type Facts = Pick<JobContent, Exclude<keyof LabelContent, 'unitNumber' | 'payload' | 'count' | 'detail'>>

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
    contains: orNull(containsOf([words.containsLine, words.mayContainLine])),
    maker: orNull(maker),
    statement: orNull(state?.statement),
    statementPt: state?.minTypePt ?? null,
    price: words.priceCents === null ? null : `$${(words.priceCents / 100).toFixed(2)}`,
    gtin: words.gtin === null ? null : (gtin14(words.gtin) ?? words.gtin),
    linkBase: await linkBase(db),
  }
}

/** Where Digital Links lead: a domain of the kitchen’s own, or GS1’s resolver. */
export async function linkBase(db: Db): Promise<string> {
  return orNull(await readSetting(db, LINK_BASE)) ?? emptyContent.linkBase
}

/** The setting that holds it. */
export const LINK_BASE = 'linkBase'

/** A label that names allergens does not print while the recipe says others, or while nobody knows what is in it. */
export async function allergenProblems(db: Db, lotId: number, content: JobContent): Promise<LabelProblem[]> {
  if (!namesAllergens(content)) return []
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
  const shown = fieldsShown(content)
  const facts: readonly (readonly [name: string, there: boolean])[] = [
    [say('the product’s name'), shown.has('product')],
    [say('the list of ingredients'), shown.has('ingredients') && content.ingredients !== null],
    [say('the net contents'), shown.has('netContents') && content.netContents !== null],
    [say('your name and address'), shown.has('maker') && content.maker !== null],
    [
      say('the statement “{statement}”', { statement: state.statement }),
      state.statement === '' || (shown.has('statement') && content.statement !== null),
    ],
    [say('the day it was made'), state.dateOnLabel !== 'yes' || (shown.has('madeOn') && content.madeOn !== null)],
  ]
  return {
    state: state.name,
    source: `${state.checkedSentence} ${say('Statement: {source}.', { source: sayWord(confidenceWords[state.statementConfidence]) })}`,
    elements: state.elements,
    missing: facts.flatMap(([name, there]) => (there ? [] : [name])),
  }
}

const confidenceWords: Readonly<Record<Profile['statementConfidence'], string>> = {
  law: 'read in the law or the agency’s own page',
  secondary: 'read on pages of others only',
  memory: 'not checked: read the law before you rely on it',
}
