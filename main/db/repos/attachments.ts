import type { Db } from '../schema.ts'

/** Stores content once. @returns the id of what has that hash, stored now or before */
export async function storeAttachment(
  db: Db,
  { sha256, content, seq }: { sha256: string; content: Buffer; seq: number },
): Promise<number> {
  const known = await db.selectFrom('attachment').select('id').where('sha256', '=', sha256).executeTakeFirst()
  if (known) return known.id
  const { id } = await db
    .insertInto('attachment')
    .values({ sha256, media_type: 'image/jpeg', bytes: content.length, content, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function attachmentById(db: Db, id: number) {
  return await db.selectFrom('attachment').select(['media_type', 'content']).where('id', '=', id).executeTakeFirst()
}
