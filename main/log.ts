import { randomBytes } from 'node:crypto'
import path from 'node:path'
import log from 'electron-log/node.js'

export interface Log {
  /** Writes an unexpected error to the log. @returns the reference that the person sees */
  internalError(op: string, error: unknown): string
  /** Writes down an operation that took long. */
  slow(op: string, ms: number): void
}

/** A log file in the data folder, rotated at 1 MB. What people record never goes into it, only errors of ours and what was slow. */
export function createLog(dataDir: string): Log {
  const logger = log.create({ logId: dataDir })
  logger.transports.console.level = false
  logger.transports.file.resolvePathFn = () => path.join(dataDir, 'logs', 'traceberry.log')
  return {
    internalError(op, error) {
      const ref = randomBytes(4).toString('hex')
      logger.error(ref, op, error instanceof Error ? (error.stack ?? error.message) : String(error))
      return ref
    },
    slow: (op, ms) => logger.info('slow', op, `${ms} ms`),
  }
}
