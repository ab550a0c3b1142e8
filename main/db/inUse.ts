import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AppError } from '../../shared/api/errors.ts'
import { z } from '../../shared/api/zod.ts'
import { kept } from '../../shared/words/kept.ts'
import { say } from '../../shared/words/say.ts'

const Mark = z.object({ pid: z.int(), computer: z.string(), since: z.string() })

/** Writes beside the record who has it, for the next one to read; SQLite's lock is what keeps that one out. */
export function markInUse(dataDir: string, since: string): void {
  writeFileSync(markFile(dataDir), JSON.stringify({ pid: process.pid, computer: os.hostname(), since }))
}

export function unmarkInUse(dataDir: string): void {
  rmSync(markFile(dataDir), { force: true })
}

/**
 * What to tell a person about a record that did not open, kept (shared/words/kept.ts) until somebody reads it.
 * @throws AppError `db_busy` when another process has it: that ends the start
 */
export function describeFailure(error: unknown, dataDir: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY'))
    throw new AppError({ code: 'db_busy', message: inUseSentence(dataDir) }, { cause: error })
  if (error instanceof AppError) return error.body.message
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)|^E(ACCES|PERM|ROFS|NOENT)/.test(code) || !mayWrite(dataDir))
    return kept(() =>
      say(
        'The data folder {dataDir} cannot be read or written. Nothing is lost. Check that the disk is there and that you may write to it, then try again.',
        { dataDir },
      ),
    )
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return kept(() =>
      say('The disk is full, so the record cannot be opened safely. Nothing is lost. Free some space, then try again.'),
    )
  const detail = error instanceof Error ? error.message : String(error)
  return kept(() =>
    say(
      'The record could not be opened and was left as it is ({detail}). Try again, or restore the newest backup below; the present file is kept aside.',
      { detail },
    ),
  )
}

/** SQLite calls a read-only disk an I/O error. */
function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function inUseSentence(dataDir: string): string {
  const who = readMark(dataDir)
  const holder = who
    ? say('process {pid} on {computer}, since {since}', {
        pid: String(who.pid),
        computer: who.computer,
        since: who.since,
      })
    : say('another process')
  return say(
    'Traceberry already has this record open: {holder}. Close it first, or start with another folder (--data FOLDER). The folder is {dataDir}.',
    { holder, dataDir },
  )
}

function readMark(dataDir: string): z.infer<typeof Mark> | undefined {
  if (!existsSync(markFile(dataDir))) return undefined
  try {
    return Mark.parse(JSON.parse(readFileSync(markFile(dataDir), 'utf8')))
  } catch {
    return undefined
  }
}

function markFile(dataDir: string): string {
  return path.join(dataDir, 'in-use.json')
}
