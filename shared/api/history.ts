import { query } from './operation.ts'
import { Cursor, nothing, PageSize } from './fields.ts'
import { z } from './zod.ts'

export const history = {
  list: query(
    'Everything that was ever recorded, newest first.',
    z.strictObject({ after: Cursor.nullish(), limit: PageSize }),
    z.strictObject({
      rows: z.array(
        z.strictObject({ seq: z.int(), at: z.string(), what: z.string(), op: z.string(), hash: z.string() }),
      ),
      next: z.string().nullable(),
    }),
  ),
  verify: query(
    'Checks the hash chain, the stock against its movements, and the database itself.',
    nothing,
    z.strictObject({ entries: z.int(), lastHash: z.string(), problems: z.array(z.string()) }),
  ),
}
