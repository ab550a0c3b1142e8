import { command, query } from './operation.ts'
import { nothing, RequestId } from './fields.ts'
import { languages } from '../words/say.ts'
import { z } from './zod.ts'

/** What this host can do beyond moving bytes; a feature asks here, never which host it is on. */
export const Capabilities = z.strictObject({
  /** Reports can be made as PDF. */
  printToPdf: z.boolean(),
  /** A native dialog can choose a folder. */
  pickFolder: z.boolean(),
  /** A folder can be shown in the system's file manager. */
  showFolder: z.boolean(),
  /** The app can be made to start with the computer. */
  openAtLogin: z.boolean(),
  /** A newer version can be installed from a folder. */
  install: z.boolean(),
  /** The window can go from the person’s own kitchen to the demo kitchen and back. */
  changeKitchen: z.boolean(),
})
export type Capabilities = z.infer<typeof Capabilities>

export const system = {
  state: query(
    'Whether the database is open, the kitchen’s day, and what this host can do.',
    nothing,
    z.strictObject({
      version: z.string(),
      today: z.string(),
      zone: z.string(),
      /** Set while the database could not be opened: only `system` and `backups` answer then. */
      problem: z.string().nullable(),
      dataFolder: z.string(),
      /** Of the screens: the one that was chosen, and until then the computer’s. */
      language: z.enum(languages),
      /** Whether this is the demo kitchen. */
      demo: z.boolean(),
      capabilities: Capabilities,
    }),
  ),
  recorded: query(
    'Whether the command with this request id is in the record: for who sent it and heard no answer.',
    z.strictObject({ request: RequestId }),
    z.strictObject({ recorded: z.boolean() }),
  ),
  retry: command(
    'Tries to open the database again after a failed start.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ problem: z.string().nullable() }),
  ),
  showDataFolder: command(
    'Shows the data folder in the system’s file manager, where the host can.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ shown: z.boolean() }),
  ),
  opened: query(
    'The file that was opened with Traceberry from outside and not looked at yet: a backup, a label with its text, or one it cannot read.',
    nothing,
    z.strictObject({
      file: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('backup'), name: z.string() }),
          z.strictObject({ kind: z.literal('label'), name: z.string(), text: z.string() }),
          z.strictObject({ kind: z.literal('unreadable'), name: z.string(), message: z.string() }),
        ])
        .nullable(),
    }),
  ),
  openedSeen: command(
    'The file opened from outside was looked at.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ seen: z.boolean() }),
  ),
  goTo: command(
    'Goes to the demo kitchen, which is made first where it is not there, or back to the person’s own. Neither changes the other.',
    z.strictObject({ requestId: RequestId, kitchen: z.enum(['demo', 'own']) }),
    /** Where the window finds it; null where the app starts again by itself. */
    z.strictObject({ address: z.string().nullable() }),
  ),
  startsWithComputer: query(
    'Whether Traceberry starts with the computer, where the host can say.',
    nothing,
    z.strictObject({ starts: z.boolean() }),
  ),
  startWithComputer: command(
    'Makes Traceberry start with the computer, or no longer.',
    z.strictObject({ requestId: RequestId, start: z.boolean() }),
    z.strictObject({ starts: z.boolean() }),
  ),
}
