import { command, query } from './operation.ts'
import { Id, named, nothing, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

export const placeKinds = ['market', 'store', 'online', 'person', 'donation', 'other'] as const
export const PlaceKind = z.enum(placeKinds)

const Supplier = z.strictObject({ id: Id, name: z.string(), contact: z.string() })
const Place = z.strictObject({ id: Id, name: z.string(), kind: PlaceKind, contact: z.string() })

export const directory = {
  suppliers: query('Everyone ingredients were bought from, by name.', nothing, z.array(Supplier)),
  places: query('Everywhere products were sent, by name.', nothing, z.array(Place)),
  saveSupplier: command(
    'Adds a supplier, or changes the one of that id.',
    z.strictObject({
      requestId: RequestId,
      supplierId: Id.nullish(),
      name: named('The supplier’s name'),
      contact: optionalText('The contact', 200),
    }),
    Supplier,
  ),
  savePlace: command(
    'Adds a place, or changes the one of that id.',
    z.strictObject({
      requestId: RequestId,
      placeId: Id.nullish(),
      name: named('The place’s name'),
      kind: PlaceKind,
      contact: optionalText('The contact', 200),
    }),
    Place,
  ),
}
