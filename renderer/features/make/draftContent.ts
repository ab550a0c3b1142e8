import { z } from '../../../shared/api/zod.ts'
import type { BatchValues } from './batchRows.ts'

/** A batch page as its draft holds it. */
export interface DraftContent {
  readonly values: BatchValues
  readonly planned: number
  readonly likeBatchId: number | null
}

/** Rows without a lot have none in JSON either, which tells them from an unknown lot. */
const Row = z.looseObject({ itemId: z.int(), quantity: z.string() })
const Content = z.object({
  values: z.looseObject({ productId: z.int(), madeOn: z.string(), uses: z.array(Row) }),
  planned: z.int().positive(),
  likeBatchId: z.int().nullable(),
})

export function writeDraftContent(content: DraftContent): string {
  return JSON.stringify(content)
}

/** Reads a draft; undefined where an older version wrote what this one cannot read. */
export function readDraftContent(text: string): DraftContent | undefined {
  try {
    const read = Content.safeParse(JSON.parse(text))
    return read.success ? (read.data as unknown as DraftContent) : undefined
  } catch {
    return undefined
  }
}
