import { z } from '../../shared/api/zod.ts'

/** Why a backup was made. Those that were asked for are never removed by the app. */
const backupReasons = [
  'asked for',
  'after work',
  'on closing',
  'before a restore',
  'before an import',
  'before an upgrade',
  'rescued',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** What stands beside each backup, written before the backup gets its name: what it is, and how it is known to be whole. */
export const Manifest = z.object({
  app: z.literal('Traceberry'),
  schema: z.int(),
  at: z.iso.datetime(),
  why: z.enum(backupReasons),
  /** Whether a passphrase opens it. */
  sealed: z.boolean(),
  /** Of the record's file as it lies here, sealed or not. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  batches: z.int(),
  /** The newest lot number; not told of a sealed one. */
  lastLotNumber: z.string().nullable(),
  auditEntries: z.int(),
  auditHash: z.string(),
})
export type Manifest = z.infer<typeof Manifest>
