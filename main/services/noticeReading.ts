import type { Input, Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { writeCodes } from '../../shared/domain/codeList.ts'
import { writeDayList } from '../../shared/domain/noticeDays.ts'
import { firmsIn, namesIn } from '../../shared/domain/namesIn.ts'
import { readNoticeText } from '../../shared/domain/noticeText.ts'
import { listSuppliers } from '../db/repos/directory.ts'
import { listItems } from '../db/repos/items.ts'
import { type Context, kitchenToday } from './context.ts'
import { say } from '../../shared/words/say.ts'

type Read = Output<typeof recall.read>

/** A pasted notice as the scope's form takes it: names of the kitchen that stand in it, lots, days, and what is left. */
export async function readNotice({ text }: Input<typeof recall.read>, context: Context): Promise<Read> {
  return await context.store.read(async (db) => {
    const { codes, bestBy, received, reason, checks } = readNoticeText(text, await kitchenToday(db, context))
    const items = namesIn(text, await listItems(db))
    const suppliers = firmsIn(text, await listSuppliers(db))
    return {
      items: items.map(({ id, name }) => ({ id, name })),
      suppliers: suppliers.map(({ id, name }) => ({ id, name })),
      supplierLot: writeCodes(codes),
      bestBy: writeDayList(bestBy),
      receivedFrom: received?.from ?? '',
      receivedTo: received?.to ?? '',
      reason,
      checks: [
        ...(items.length === 0 ? [say('It names no ingredient of yours by its name here: choose what it means.')] : []),
        ...(items.length > 1
          ? [
              say('It may mean {items}: check each of them.', {
                items: items.map(({ name }) => name).join(` ${say('or')} `),
              }),
            ]
          : []),
        ...(suppliers.length === 0
          ? [say('It names none of your suppliers. Every supplier is asked, for the maker may sell through yours.')]
          : []),
        ...(suppliers.length > 1 ? [say('It names more than one of your suppliers: check each of them.')] : []),
        ...checks,
      ],
    }
  })
}
