import { createHash } from 'node:crypto'
import type { Schema } from './schema.ts'

/** SHA-256 over an audit row and the hash of the row before: changing any earlier row breaks every later one. */
export function auditHash(row: Omit<Schema['audit'], 'hash'>): string {
  const { seq, request_id, at, actor, op, input, output, prev } = row
  return createHash('sha256')
    .update(JSON.stringify([seq, request_id, at, actor, op, input, output, prev]))
    .digest('hex')
}
