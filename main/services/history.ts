import type { history } from '../../shared/api/history.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { auditPage } from '../db/repos/audit.ts'
import type { Context } from './context.ts'
import { sentenceOf } from './historySentences.ts'

export async function listHistory(
  { after, limit }: Input<typeof history.list>,
  { store }: Context,
): Promise<Output<typeof history.list>> {
  return await store.read(async (db) => {
    const rows = await auditPage(db, after ? Number(after) : undefined, limit + 1)
    const page = rows.slice(0, limit)
    return {
      rows: page.map(({ seq, at, op, input, output, hash }) => ({
        seq,
        at,
        op,
        hash,
        what: sentenceOf(op, input, output),
      })),
      next: rows.length > limit ? String(page.at(-1)?.seq) : null,
    }
  })
}

export async function verify(_input: unknown, { store }: Context): Promise<Output<typeof history.verify>> {
  const { entries, lastHash, problems } = store.check()
  return { entries, lastHash, problems: [...problems] }
}
