import { command, query } from './operation.ts'
import { Id, named, nothing, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

export const placeKinds = ['market', 'store', 'online', 'person', 'donation', 'other'] as const
export const PlaceKind = z.enum(placeKinds)

const reach = { contact: z.string(), phone: z.string(), email: z.string(), address: z.string(), note: z.string() }
const Supplier = z.strictObject({ id: Id, name: z.string(), ...reach })
const Place = z.strictObject({ id: Id, name: z.string(), kind: PlaceKind, ...reach })

const reachInput = {
  /** Who to ask for. */
  contact: optionalText('The contact', 200),
  phone: optionalText('The telephone number', 40),
  email: optionalText('The e-mail address', 120),
  /** On one line or several, `12 Orchard Lane, Brattleboro, VT 05301`. */
  address: optionalText('The address', 300),
  note: optionalText('The note', 500),
}

export const directory = {
  suppliers: query('Everyone ingredients were bought from, by name.', nothing, z.array(Supplier)),
  places: query('Everywhere products were sent, by name.', nothing, z.array(Place)),
  saveSupplier: command(
    'Adds a supplier, or changes the one of that id.',
    z.strictObject({
      requestId: RequestId,
      supplierId: Id.nullish(),
      name: named('The supplier’s name'),
      ...reachInput,
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
      ...reachInput,
    }),
    Place,
  ),
}
