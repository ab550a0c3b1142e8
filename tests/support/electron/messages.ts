import { z } from '../../../shared/api/zod.ts'

// What passes between the test and the app's main process; link.ts says how.

/** `ipcRenderer.invoke` one way, `webContents.send` the other. */
export const Message = z.object({ channel: z.string(), args: z.array(z.unknown()) })

/** Asks main for a file of the app scheme. */
export const Fetch = z.object({ url: z.string(), method: z.string() })

export const Bytes = z.instanceof(Uint8Array)

/** What main's protocol handler answered. */
export const Fetched = z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: Bytes })
export type Fetched = z.infer<typeof Fetched>

/** What the next folder dialog answers. */
export const Folder = z.string().nullable()

/** Asks the test to print a page. */
export const Print = z.object({ html: z.string() })

/** The app's window as main made it. */
export const WindowFacts = z.object({
  url: z.string(),
  shown: z.boolean(),
  focused: z.int(),
  webPreferences: z.record(z.string(), z.unknown()),
  /** Links that went to the system's browser or mail program. */
  openedOutside: z.array(z.string()),
})
export type WindowFacts = z.infer<typeof WindowFacts>
