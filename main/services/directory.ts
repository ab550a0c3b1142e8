import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { directory } from '../../shared/api/directory.ts'
import type { Input } from '../../shared/api/operation.ts'
import {
  findPlace,
  findSupplier,
  insertPlace,
  insertSupplier,
  listPlaces,
  listSuppliers,
  updatePlace,
  updateSupplier,
} from '../db/repos/directory.ts'
import { leftOver, offerAgain } from '../db/repos/leftOver.ts'
import { command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

export async function suppliers(_input: unknown, { store }: Context) {
  return await store.read(listSuppliers)
}

export async function places(_input: unknown, { store }: Context) {
  return await store.read(listPlaces)
}

export async function saveSupplier(input: Input<typeof directory.saveSupplier>, context: Context) {
  return await command(context, input, async ({ db }) => {
    const row = { name: input.name, ...reachOf(input) }
    const other = await findSupplier(db, row.name)
    const isLeftOver = other !== undefined && !input.supplierId && (await leftOver(db, 'supplier')).has(other)
    if (other !== undefined && isLeftOver) {
      await offerAgain(db, 'supplier', other)
      await updateSupplier(db, other, row)
      return { id: other, ...row }
    }
    if (other !== undefined && other !== input.supplierId) throw taken(row.name)
    if (!input.supplierId) return { id: await insertSupplier(db, row), ...row }
    if (!(await updateSupplier(db, input.supplierId, row))) throw notFound(say('This supplier'))
    return { id: input.supplierId, ...row }
  })
}

export async function savePlace(input: Input<typeof directory.savePlace>, context: Context) {
  return await command(context, input, async ({ db }) => {
    const row = { name: input.name, kind: input.kind, ...reachOf(input) }
    const other = await findPlace(db, row.name)
    const isLeftOver = other !== undefined && !input.placeId && (await leftOver(db, 'place')).has(other)
    if (other !== undefined && isLeftOver) {
      await offerAgain(db, 'place', other)
      await updatePlace(db, other, row)
      return { id: other, ...row }
    }
    if (other !== undefined && other !== input.placeId) throw taken(row.name)
    if (!input.placeId) return { id: await insertPlace(db, row), ...row }
    if (!(await updatePlace(db, input.placeId, row))) throw notFound(say('This place'))
    return { id: input.placeId, ...row }
  })
}

function reachOf(input: Omit<Input<typeof directory.saveSupplier>, 'supplierId'>) {
  const { contact, phone, email, address, note } = input
  return {
    contact: contact ?? '',
    phone: phone ?? '',
    email: email ?? '',
    address: address ?? '',
    note: note ?? '',
  }
}

function taken(name: string) {
  return fieldError('name', say('“{name}” is there already. Change that one, or choose another name.', { name }))
}
