import type { designs } from '../../shared/api/designs.ts'
import { fieldError, notFound } from '../../shared/api/errors.ts'
import { LABEL_FILE } from '../../shared/api/fileEndings.ts'
import { readLabelFile, writeLabelFile } from '../../shared/api/labelFile.ts'
import { chosenDesign, type LabelChoice } from '../../shared/api/labelChoice.ts'
import type { LabelDesign } from '../../shared/api/labelDesign.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { nameKey } from '../../shared/domain/names.ts'
import type { Purpose } from '../../shared/labels/template.ts'
import {
  insertDesign,
  type KeptDesign,
  newestDesigns,
  printedByDesign,
  printedWith,
  setRemoved,
  versionsOfDesign,
} from '../db/repos/labelDesigns.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

export async function listDesigns(_input: unknown, { store }: Context): Promise<Output<typeof designs.list>> {
  return await store.read(async (db) => {
    const printed = await printedByDesign(db)
    return (await newestDesigns(db)).map(({ designId, version, at, design }) => {
      const { name, purpose, widthMm, heightMm } = design
      return { id: designId, name, purpose, widthMm, heightMm, version, changedAt: at, printed: printed.get(designId) ?? 0 } // prettier-ignore
    })
  })
}

export async function getDesign(
  { designId, version }: Input<typeof designs.get>,
  { store }: Context,
): Promise<Output<typeof designs.get>> {
  return await store.read(async (db) => {
    const all = await knownDesign(db, designId)
    const wanted = version ? all.find((each) => each.version === version) : all[0]
    if (!wanted) throw notFound(say('This version of the label'))
    const printed = await printedWith(
      db,
      all.map(({ id }) => id),
    )
    return {
      design: wanted.design,
      versions: all.map(({ id, version: number, at }) => ({ version: number, at, printed: printed.get(id) ?? 0 })),
    }
  })
}

export async function saveDesign(
  input: Input<typeof designs.save>,
  context: Context,
): Promise<Output<typeof designs.save>> {
  return await command(context, input, async ({ db, seq }) => {
    const { designId, design } = input
    if (designId) await knownDesign(db, designId)
    if (await isTaken(db, design.name, designId ?? null))
      throw fieldError(
        'design.name',
        say('There is a label called “{design}” already. Choose another name.', { design: design.name }),
      )
    return { ...(await insertDesign(db, designId ?? null, design, seq)), name: design.name }
  })
}

export async function removeDesign(
  input: Input<typeof designs.remove>,
  context: Context,
): Promise<Output<typeof designs.remove>> {
  return await command(context, input, async ({ db }) => {
    await knownDesign(db, input.designId)
    await setRemoved(db, input.designId, true)
    return { designId: input.designId }
  })
}

export async function bringBackDesign(
  input: Input<typeof designs.bringBack>,
  context: Context,
): Promise<Output<typeof designs.bringBack>> {
  return await command(context, input, async ({ db }) => {
    const [newest] = await versionsOfDesign(db, input.designId)
    if (!newest) throw notFound(say('This label'))
    const { name } = newest.design
    if (newest.removed && (await isTaken(db, name, input.designId)))
      throw fieldError(
        'designId',
        say('There is another label called “{name}” now. Give that one another name first.', { name }),
      )
    await setRemoved(db, input.designId, false)
    return { designId: input.designId, name }
  })
}

export async function designFile(
  { designId }: Input<typeof designs.file>,
  { store }: Context,
): Promise<Output<typeof designs.file>> {
  const [newest] = await store.read(async (db) => await knownDesign(db, designId))
  if (!newest) throw notFound(say('This label'))
  const name = newest.design.name.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'label'
  return {
    name: `${name}${LABEL_FILE}`,
    mediaType: 'application/json',
    base64: Buffer.from(writeLabelFile(newest.design), 'utf8').toString('base64'),
  }
}

export async function takeDesignFile(
  input: Input<typeof designs.take>,
  context: Context,
): Promise<Output<typeof designs.take>> {
  const read = readLabelFile(input.text)
  if (!read.ok) throw fieldError('text', read.message)
  return await command(context, input, async ({ db, seq }) => {
    const name = await freeName(db, read.design.name)
    const { designId } = await insertDesign(db, null, { ...read.design, name }, seq)
    return { designId, name }
  })
}

/**
 * The newest version of a chosen design; undefined for a layout that comes with the app.
 * @throws AppError at `field` for one that is gone, or is for something else
 */
export async function designOf(
  db: Db,
  choice: LabelChoice | number | null | undefined,
  purpose: Purpose,
  field: string,
): Promise<KeptDesign | undefined> {
  const id = typeof choice === 'number' ? choice : choice ? chosenDesign(choice) : undefined
  if (id === undefined) return undefined
  const [newest] = await versionsOfDesign(db, id)
  if (!newest || newest.removed) throw fieldError(field, say('This label is not on the list any more. Choose another.'))
  if (newest.design.purpose !== purpose)
    throw fieldError(
      field,
      say('“{design}” is a label for something else. Choose another.', { design: newest.design.name }),
    )
  return newest
}

async function knownDesign(db: Db, designId: number): Promise<KeptDesign[]> {
  const all = await versionsOfDesign(db, designId)
  if (all.length === 0 || all[0]?.removed) throw notFound(say('This label'))
  return all
}

async function isTaken(db: Db, name: string, except: number | null): Promise<boolean> {
  return (await newestDesigns(db)).some(
    ({ designId, design }) => designId !== except && nameKey(design.name) === nameKey(name),
  )
}

/** The name, or the name with the first number that is free. */
async function freeName(db: Db, name: LabelDesign['name']): Promise<string> {
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? name : `${name.slice(0, 54)} ${at}`
    if (!(await isTaken(db, tried, null))) return tried
  }
}
