import { command, query } from './operation.ts'
import { named, nothing, RequestId } from './fields.ts'
import { z } from './zod.ts'

const Backup = z.strictObject({
  /** File name inside the backup folder. */
  name: z.string(),
  at: z.string(),
  bytes: z.int(),
  batches: z.int(),
  lastLotNumber: z.string().nullable(),
})

export const backups = {
  list: query(
    'The backup folder and the verified backups in it, newest first.',
    nothing,
    z.strictObject({ folder: z.string(), backups: z.array(Backup) }),
  ),
  make: command(
    'Makes a backup now, opens it, checks it, and only then counts it.',
    z.strictObject({ requestId: RequestId }),
    Backup,
  ),
  restore: command(
    'Puts a backup in place of the present record, which is kept aside. Issued lot numbers stay issued.',
    z.strictObject({ requestId: RequestId, name: named('The backup’s name', 120) }),
    z.strictObject({
      /** File the record was moved to. */
      keptAside: z.string().nullable(),
      batches: z.int(),
    }),
  ),
  chooseFolder: command(
    'Asks for another backup folder in a native dialog, where the host has one.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ folder: z.string(), changed: z.boolean() }),
  ),
}
