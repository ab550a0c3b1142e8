import type { Kysely } from 'kysely'
import { AppError } from '../../shared/api/errors.ts'
import { auditHash } from './auditHash.ts'
import { auditByRequest, insertAudit, lastAudit } from './repos/audit.ts'
import type { Schema } from './schema.ts'
import { ReopenedError, type Store } from './store.ts'
import { say } from '../../shared/words/say.ts'

/** What a command works with, inside its transaction. */
export interface Work {
  readonly db: Kysely<Schema>
  /** Number of the audit row this command will be; every fact it writes carries it. */
  readonly seq: number
  /** UTC instant of the command. */
  readonly at: string
  /**
   * Registers a last step before the commit; a failure there takes everything back. What it promises goes on beside the
   * commit, and is waited for before anybody is told.
   */
  beforeCommit(step: LastStep): void
}

export type LastStep = () => void | Promise<void>

interface Command {
  readonly op: string
  readonly requestId: string
  readonly actor: string
  readonly at: string
  readonly input: unknown
}

/**
 * Runs one command: one immediate transaction, one audit row linked to the one before, at most once per request id.
 * @throws AppError `conflict` when the request id was used for another command
 */
export async function unitOfWork<T>(store: Store, command: Command, work: (work: Work) => Promise<T>): Promise<T> {
  try {
    return await runOnce(store, command, work)
  } catch (error) {
    // After a failed sync nobody knows whether the commit is there: the request id tells, in the record opened again.
    if (error instanceof ReopenedError) return await runOnce(store, command, work)
    throw error
  }
}

async function runOnce<T>(store: Store, command: Command, work: (work: Work) => Promise<T>): Promise<T> {
  const input = JSON.stringify(command.input)
  const promised: Promise<void>[] = []
  const answer = await store.write(async (db) => {
    const done = await auditByRequest(db, command.requestId)
    if (done) return replay(done, command.op, input) as T

    const last = await lastAudit(db)
    const seq = (last?.seq ?? 0) + 1
    const lastSteps: LastStep[] = []
    const value = await work({ db, seq, at: command.at, beforeCommit: (step) => lastSteps.push(step) })
    const row = {
      seq,
      request_id: command.requestId,
      at: command.at,
      actor: command.actor,
      op: command.op,
      input,
      output: JSON.stringify(value),
      prev: last?.hash ?? '',
    }
    await insertAudit(db, { ...row, hash: auditHash(row) })
    for (const step of lastSteps) promised.push(settled(step()))
    return value
  })
  await Promise.all(promised)
  return answer
}

/** The same promise, which may fail before anybody waits for it. */
function settled(promise: void | Promise<void>): Promise<void> {
  const waited = Promise.resolve(promise)
  waited.catch(() => {})
  return waited
}

function replay(done: { op: string; input: string; output: string }, op: string, input: string): unknown {
  if (done.op !== op || done.input !== input) {
    throw new AppError({
      code: 'conflict',
      message: say('This request id was already used for something else. Send the command again with a new one.'),
    })
  }
  return JSON.parse(done.output)
}
