import type { LabelledThing } from '../../shared/api/cards.ts'
import { notFound } from '../../shared/api/errors.ts'
import { bagCode } from '../../shared/domain/bagCode.ts'
import { USUAL_CASE } from '../../shared/domain/caseCode.ts'
import { crewCard } from '../../shared/domain/crewCard.ts'
import { showDay } from '../../shared/domain/day.ts'
import { exhaustive } from '../../shared/domain/exhaustive.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import { commandCards, thingCode } from '../../shared/domain/thingCode.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import { listEquipment, listPeople } from '../db/repos/crew.ts'
import { placeById } from '../db/repos/directory.ts'
import { itemById } from '../db/repos/items.ts'
import { lotById } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { batchCases, delivery } from './caseLabels.ts'
import { type Context, orNull } from './context.ts'
import { readKitchen } from './kitchen.ts'
import { oneLabel as one, type ThingLabels } from './labelsTogether.ts'
import { productWithRecipe } from './products.ts'
import { say } from '../../shared/words/say.ts'

/** The labels of a thing, as the record is now. @throws AppError `not_found` */
export async function thingLabels(
  db: Db,
  context: Context,
  { kind, id, perCase }: LabelledThing,
): Promise<ThingLabels> {
  const { name: kitchen, address } = await readKitchen(db, context)
  const ours: LabelContent = {
    ...emptyContent,
    kitchen: orNull(kitchen),
    maker: orNull([kitchen, address].filter((each) => each !== '').join('\n')),
  }
  switch (kind) {
    case 'bag':
      return await bag(db, ours, id ?? 0)
    case 'item':
      return await item(db, ours, id ?? 0)
    case 'place': {
      const place = await placeById(db, id ?? 0)
      if (!place) throw notFound(say('This place'))
      return one('shelf', () => say('Label of {name}', { name: place.name }), {
        ...ours,
        product: place.name,
        detail: orNull(place.address),
        payload: thingCode('place', place.id),
      })
    }
    case 'person': {
      const person = (await listPeople(db)).find((each) => each.id === id)
      if (!person) throw notFound(say('This person'))
      return one('person', () => say('Card of {name}', { name: person.name }), {
        ...ours,
        product: person.name,
        payload: crewCard('person', person.id),
      })
    }
    case 'equipment': {
      const known = (await listEquipment(db)).find((each) => each.id === id)
      if (!known) throw notFound(say('This equipment'))
      const detail = known.clean_every_days === null ? null : `Clean every ${countWord('day', known.clean_every_days)}`
      return one('equipment', () => say('Card of {name}', { name: known.name }), {
        ...ours,
        product: known.name,
        detail,
        payload: crewCard('equipment', known.id),
      })
    }
    case 'recipe': {
      const { item: product, recipe } = await productWithRecipe(db, id ?? 0)
      const detail = [
        `Makes ${recipe.expected_yield} × ${product.unit}`,
        ...recipe.lines.map((row) => `${row.typed} ${row.item}`),
      ].join('\n')
      return one('recipe', () => say('Recipe card of {name}', { name: product.name }), {
        ...ours,
        product: product.name,
        detail,
        payload: thingCode('recipe', product.id),
      })
    }
    case 'delivery':
    case 'case':
      return await delivery(db, ours, id ?? 0, kind)
    case 'batchCases':
      return await batchCases(db, ours, id ?? 0, perCase ?? USUAL_CASE)
    case 'commands':
      return {
        purpose: 'command',
        title: () => say('Cards of commands'),
        labels: commandCards.map(({ code, name, about }) => ({ ...ours, product: name, detail: about, payload: code })),
      }
    default:
      return exhaustive(kind)
  }
}

async function bag(db: Db, ours: LabelContent, lotId: number): Promise<ThingLabels> {
  const lot = await lotById(db, lotId)
  if (!lot) throw notFound(say('This lot'))
  const from = lot.bin ?? lot.supplier ?? 'supplier not recorded'
  const came = lot.received_on ?? lot.made_on
  const detail = [
    came === null ? from : `${from}, ${showDay(came)}`,
    lot.supplier_lot === null ? (lot.lot_number ?? '') : `Their lot ${lot.supplier_lot}`,
    lot.bin_id === null ? lot.typed : '',
  ].filter((each) => each !== '')
  return one('bag', () => say('Bag label of {name}', { name: lot.item }), {
    ...ours,
    product: lot.item,
    bestBy: lot.best_by,
    detail: detail.join('\n'),
    payload: bagCode(lot.id),
  })
}

async function item(db: Db, ours: LabelContent, itemId: number): Promise<ThingLabels> {
  const known = await itemById(db, itemId)
  if (!known) throw notFound(say('This item'))
  return one('shelf', () => say('Shelf label of {name}', { name: known.name }), {
    ...ours,
    product: known.name,
    payload: thingCode(known.kind, known.pack_of ?? known.id),
  })
}
