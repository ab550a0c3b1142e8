import { command, query } from './operation.ts'
import { nothing, RequestId } from './fields.ts'
import { z } from './zod.ts'

const Looked = z.strictObject({
  /** The folder or stick that is looked into; null while updates are off. */
  folder: z.string().nullable(),
  /** A version there that is newer than this one. */
  found: z.strictObject({ version: z.string(), file: z.string() }).nullable(),
  /** Why nothing could be read there; null where it could. */
  problem: z.string().nullable(),
})

export const updates = {
  look: query('Whether the folder of updates, where one is chosen, holds a newer version.', nothing, Looked),
  chooseFolder: command(
    'Asks for the folder or stick that updates come from, in a native dialog. Nothing is ever fetched over a network.',
    z.strictObject({ requestId: RequestId }),
    Looked,
  ),
  turnOff: command('No longer looks for updates.', z.strictObject({ requestId: RequestId }), Looked),
  install: command(
    'Backs up, checks the installer against its published hash, hands it to the system and closes Traceberry.',
    z.strictObject({ requestId: RequestId, version: z.string() }),
    z.strictObject({ version: z.string(), backup: z.string() }),
  ),
}
