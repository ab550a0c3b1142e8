import type { designs } from '../../shared/api/designs.ts'
import { LabelDesign } from '../../shared/api/labelDesign.ts'
import type { LabelledThing } from '../../shared/api/cards.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { cardTemplate } from '../../shared/labels/cardTemplates.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import { starterTemplate } from '../../shared/labels/starterTemplates.ts'
import type { LabelTemplate, Purpose } from '../../shared/labels/template.ts'
import { batchPage } from '../db/repos/batches.ts'
import { listEquipment, listPeople } from '../db/repos/crew.ts'
import { listItems } from '../db/repos/items.ts'
import { lotsOfBatch, receivedLots } from '../db/repos/lots.ts'
import { unitRanges } from '../db/repos/movements.ts'
import { productList } from '../db/repos/recipes.ts'
import { shipmentPage } from '../db/repos/shipments.ts'
import type { Db } from '../db/schema.ts'
import { drawing } from '../print/drawing.ts'
import type { Context } from './context.ts'
import { labelFacts } from './labelContent.ts'
import { exampleContent, starterSizes } from './starterSizes.ts'
import { thingLabels } from './thingLabels.ts'
import { say } from '../../shared/words/say.ts'

/** Things looked at for the longest values. */
const LOOKED_AT = 30

/** What labels of a purpose really say: the newest, and the longest of each field; an example in an empty kitchen. */
export async function samples(
  { purpose }: Input<typeof designs.samples>,
  context: Context,
): Promise<Output<typeof designs.samples>> {
  return await context.store.read(async (db) => {
    const real = await realContents(db, context, purpose)
    const [newest] = real
    if (!newest) return [{ name: say('An example, until there is one of yours'), says: exampleContent(purpose) }]
    const name = newest.unitNumber ?? newest.lotNumber ?? newest.product
    return [
      { name, says: newest },
      { name: say('The longest of everything'), says: real.reduce(longer) },
    ]
  })
}

/** A layout that comes with the app as a design for its usual roll, with a place for everything there may be to say. */
export async function starter(
  input: Input<typeof designs.starter>,
  context: Context,
): Promise<Output<typeof designs.starter>> {
  const { name, purpose, widthMm, heightMm, shape, layout } = starterSizes[input.starter]
  const real = await context.store.read(async (db) => await realContents(db, context, purpose))
  const content = real.reduce(longer, exampleContent(purpose))
  const label = { widthMm, heightMm, dpi: 203, shape }
  const template: LabelTemplate =
    purpose === 'unit' ? starterTemplate(layout, label, content) : cardTemplate(purpose, label, content)
  const elements = template.elements.map((element) => ({ ...element, place: rounded(element.place) }))
  return { design: LabelDesign.parse({ version: 1, name, purpose, widthMm, heightMm, shape, elements }) }
}

/** A design dot for dot, whatever is wrong with it. */
export async function draw({
  design,
  says,
  dpi,
  marginMm,
}: Input<typeof designs.draw>): Promise<Output<typeof designs.draw>> {
  const { widthMm, heightMm, shape } = design
  const { drawTemplate } = await drawing()
  const laid = drawTemplate({
    template: design,
    content: says,
    label: { widthMm, heightMm, dpi, shape, marginMm },
  })
  return {
    widthDots: laid.bitmap.widthDots,
    heightDots: laid.bitmap.heightDots,
    dpi,
    bitsBase64: Buffer.from(laid.bitmap.bytes).toString('base64'),
    problems: laid.problems.map(({ field, message }) => ({ field, message })),
    warnings: laid.warnings.map(({ message }) => message),
    faults: [...laid.faults],
  }
}

/** What real labels say, the newest first. */
async function realContents(db: Db, context: Context, purpose: Purpose): Promise<LabelContent[]> {
  if (purpose === 'unit') return await unitContents(db, context)
  const contents: LabelContent[] = []
  for (const thing of await thingsOf(db, purpose)) contents.push(...(await thingLabels(db, context, thing)).labels)
  return contents
}

/** The newest batch of each product. */
async function unitContents(db: Db, context: Context): Promise<LabelContent[]> {
  const batches = (await batchPage(db, { limit: 200 })).filter((batch) => batch.void_reason === null)
  const newest = new Map(batches.toReversed().map((batch) => [batch.product_id, batch]))
  const ordered = batches.filter((batch) => newest.get(batch.product_id) === batch).slice(0, LOOKED_AT)
  const contents: LabelContent[] = []
  for (const batch of ordered)
    for (const lot of await lotsOfBatch(db, batch.id)) {
      const last = (await unitRanges(db, lot.id)).at(-1)?.last
      const facts = await labelFacts(db, context, lot)
      if (last !== undefined)
        contents.push({ ...emptyContent, ...facts, unitNumber: unitNumber(lot.lot_number ?? '', last) })
    }
  return contents
}

async function thingsOf(db: Db, purpose: Exclude<Purpose, 'unit'>): Promise<LabelledThing[]> {
  const things = (kind: LabelledThing['kind'], rows: readonly { readonly id: number }[]): LabelledThing[] =>
    rows.slice(0, LOOKED_AT).map(({ id }) => ({ kind, id }))
  switch (purpose) {
    case 'bag':
      return things('bag', await receivedLots(db, { includeEmpty: true, limit: LOOKED_AT }))
    case 'shelf':
      return things('item', await listItems(db))
    case 'person':
      return things('person', await listPeople(db))
    case 'equipment':
      return things('equipment', await listEquipment(db))
    case 'recipe':
      return things('recipe', await productList(db))
    case 'command':
      return [{ kind: 'commands' }]
    case 'case':
    case 'delivery': {
      const rows = await shipmentPage(db, { after: undefined, placeId: null, limit: LOOKED_AT })
      return things(
        purpose,
        rows.filter((row) => row.place_id !== null && row.void_reason === null),
      )
    }
  }
}

/** Of each field the longer text. */
function longer(a: LabelContent, b: LabelContent): LabelContent {
  const pick = (one: string | null, other: string | null) => ((other ?? '').length > (one ?? '').length ? other : one)
  return {
    product: pick(a.product, b.product) ?? '',
    lotNumber: pick(a.lotNumber, b.lotNumber),
    unitNumber: pick(a.unitNumber, b.unitNumber),
    madeOn: pick(a.madeOn, b.madeOn),
    bestBy: pick(a.bestBy, b.bestBy),
    kitchen: pick(a.kitchen, b.kitchen),
    payload: pick(a.payload, b.payload),
    pack: pick(a.pack, b.pack),
    ingredients: pick(a.ingredients, b.ingredients),
    contains: pick(a.contains, b.contains),
    netContents: pick(a.netContents, b.netContents),
    maker: pick(a.maker, b.maker),
    statement: pick(a.statement, b.statement),
    statementPt: Math.max(a.statementPt ?? 0, b.statementPt ?? 0) || null,
    price: pick(a.price, b.price),
    gtin: pick(a.gtin, b.gtin),
    linkBase: pick(a.linkBase, b.linkBase) ?? a.linkBase,
    count: pick(a.count, b.count),
    detail: pick(a.detail, b.detail),
  }
}

function rounded<P extends object>(place: P): P {
  return Object.fromEntries(Object.entries(place).map(([side, mm]) => [side, Math.round(Number(mm) * 100) / 100])) as P
}
