import { z } from './zod.ts'

/** A file made for the person: the renderer saves it, no path crosses the door. */
export const FileOut = z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() })
export type FileOut = z.infer<typeof FileOut>
