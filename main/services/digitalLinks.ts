import type { labels } from '../../shared/api/labels.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { emptyContent } from '../../shared/labels/content.ts'
import { writeSetting } from '../db/repos/settings.ts'
import { command, type Context } from './context.ts'
import { LINK_BASE, linkBase } from './labelContent.ts'

/** Where GS1 Digital Links on labels lead. */
export async function links(_input: unknown, { store }: Context): Promise<Output<typeof labels.links>> {
  return linksOut(await store.read(linkBase))
}

export async function saveLinks(
  input: Input<typeof labels.saveLinks>,
  context: Context,
): Promise<Output<typeof labels.saveLinks>> {
  return await command(context, input, async ({ db }) => {
    await writeSetting(db, LINK_BASE, input.base)
    return linksOut(await linkBase(db))
  })
}

function linksOut(base: string) {
  return { base, isOwn: base !== emptyContent.linkBase }
}
