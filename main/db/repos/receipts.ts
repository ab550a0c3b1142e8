import type { Db } from '../schema.ts'
import { addRow } from './hotStatement.ts'

export async function insertReceipt(
  db: Db,
  {
    supplierId,
    receivedOn,
    note,
    seq,
    opening = false,
  }: { supplierId: number | null; receivedOn: string | null; note: string; seq: number; opening?: boolean },
): Promise<number> {
  return await addRow(db, 'receipt', { supplier_id: supplierId, received_on: receivedOn, note, opening: Number(opening), seq }) // prettier-ignore
}

export async function receiptById(db: Db, id: number) {
  return await db.selectFrom('receipt').selectAll().where('id', '=', id).executeTakeFirst()
}
