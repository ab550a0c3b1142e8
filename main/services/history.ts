import { contract } from '../../shared/api/contract.ts'
import type { history } from '../../shared/api/history.ts'
import type { Contract, Input, Output } from '../../shared/api/operation.ts'
import { auditPage } from '../db/repos/audit.ts'
import type { Context } from './context.ts'
import { whoOf } from './deskNow.ts'
import { sentenceOf } from './historySentences.ts'
import { subjectsOf } from './historySubjects.ts'

const amendments = Object.entries<Contract[string]>(contract).flatMap(([domain, operations]) =>
  Object.entries(operations).flatMap(([name, { amends }]) => (amends === true ? [`${domain}.${name}`] : [])),
)

export async function listHistory(
  { after, limit, only }: Input<typeof history.list>,
  { store }: Context,
): Promise<Output<typeof history.list>> {
  return await store.read(async (db) => {
    const rows = await auditPage(
      db,
      after ? Number(after) : undefined,
      limit + 1,
      only === 'amendments' ? amendments : undefined,
    )
    const page = rows.slice(0, limit)
    const subjects = await subjectsOf(db, page)
    return {
      rows: page.map(({ seq, at, actor, op, input, output, hash }) => ({
        seq,
        at,
        who: whoOf(actor),
        op,
        hash,
        what: sentenceOf(op, input, output, subjects.get(seq)),
      })),
      next: rows.length > limit ? String(page.at(-1)?.seq) : null,
    }
  })
}

export async function verify(_input: unknown, { store }: Context): Promise<Output<typeof history.verify>> {
  const { entries, lastHash, problems } = store.check()
  return { entries, lastHash, problems: [...problems] }
}
