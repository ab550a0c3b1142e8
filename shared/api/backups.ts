import { amendment, command, query } from './operation.ts'
import { named, nothing, RequestId } from './fields.ts'
import { z } from './zod.ts'
import { say, sayWord } from '../words/say.ts'

const Backup = z.strictObject({
  /** Name of its folder, or of its file where it is one file. */
  name: z.string(),
  at: z.string(),
  bytes: z.int(),
  batches: z.int(),
  /** Null where there is no batch, and for a sealed backup. */
  lastLotNumber: z.string().nullable(),
  /** Whether a passphrase opens it. */
  sealed: z.boolean(),
  why: z.string(),
  /** Every folder that has it. */
  folders: z.array(z.string()),
})

const Count = (what: string) =>
  z
    .int({ error: () => say('{what}: type a whole number.', { what: sayWord(what) }) })
    .min(1, 'Keep 1 at least.')
    .max(200)

const Passphrase = z
  .string()
  .min(8, 'A passphrase has 8 characters at least. Four words are a good one.')
  .max(200, 'A passphrase has 200 characters at most.')

const Schedule = z.strictObject({
  /** A backup when nothing was recorded for so many minutes after something was. */
  afterWork: z.boolean(),
  quietMinutes: z.int('Type a whole number of minutes.').min(1, 'Wait 1 minute at least.').max(240),
  onClosing: z.boolean(),
  hourly: Count('Hours'),
  daily: Count('Days'),
  monthly: Count('Months'),
})

export const backups = {
  list: query(
    'The backup folders, the verified backups in them, newest first, and how backups are made.',
    nothing,
    z.strictObject({
      folders: z.array(
        z.strictObject({ folder: z.string(), problem: z.string().nullable(), newest: z.string().nullable() }),
      ),
      backups: z.array(Backup),
      schedule: Schedule,
      /** Whether new backups are sealed with a passphrase. */
      sealed: z.boolean(),
      lastTest: z.strictObject({ at: z.string(), name: z.string() }).nullable(),
      /** Whether something was recorded since the newest backup. */
      unsaved: z.boolean(),
      /** What is risky about where the record lies, a sentence each. */
      warnings: z.array(z.string()),
    }),
  ),
  make: command(
    'Makes a backup now in every folder, opens it, checks it, and only then counts it.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({
      name: z.string(),
      batches: z.int(),
      /** Folders that could not take it, a sentence each. */
      problems: z.array(z.string()),
    }),
  ),
  preview: query(
    'What is in a backup, and what the present record has that it has not.',
    z.strictObject({ name: named('The backup’s name', 120) }),
    z.strictObject({
      backup: Backup,
      /** How the present stands to it: later than it, the same, earlier, another history, or not open. */
      present: z.enum(['later', 'same', 'earlier', 'other', 'not open']),
      /** How many entries of the present the backup lacks, and the newest of them as sentences. */
      lacking: z.int(),
      newest: z.array(z.strictObject({ at: z.string(), what: z.string() })),
      lacksLots: z.array(z.string()),
    }),
  ),
  restore: amendment(
    'Puts a backup in place of the present record, which is kept aside. Issued lot numbers stay issued.',
    z.strictObject({
      requestId: RequestId,
      name: named('The backup’s name', 120),
      passphrase: z.string().max(200).nullish(),
    }),
    z.strictObject({
      /** File the record was moved to. */
      keptAside: z.string().nullable(),
      batches: z.int(),
    }),
  ),
  test: command(
    'Opens and checks the newest backup as a restore would, and changes nothing.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ name: z.string(), batches: z.int() }),
  ),
  addFolder: command(
    'Asks for one more folder for backups in a native dialog, where the host has one.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ folder: z.string().nullable() }),
  ),
  removeFolder: command(
    'Makes no more backups in a folder; those in it stay.',
    z.strictObject({ requestId: RequestId, folder: named('The folder', 4000) }),
    z.strictObject({ folder: z.string() }),
  ),
  lookIn: command(
    'Asks for a folder in a native dialog and lists the backups in it as well: a stick from another computer.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({ folder: z.string().nullable(), found: z.int() }),
  ),
  schedule: command(
    'Says when backups are made by themselves, and how many of those are kept.',
    Schedule.extend({ requestId: RequestId }),
    Schedule,
  ),
  seal: command(
    'Seals new backups with a passphrase, or, without one, seals them no longer.',
    z.strictObject({ requestId: RequestId, passphrase: Passphrase.nullable() }),
    z.strictObject({ sealed: z.boolean() }),
  ),
  pack: command(
    'Writes one file that carries the whole record to another computer, sealed where a passphrase is given.',
    z.strictObject({ requestId: RequestId, passphrase: z.union([z.literal(''), Passphrase]).nullish() }),
    z.strictObject({ file: z.string().nullable() }),
  ),
  salvage: command(
    'Reads what can be read of a record that does not open, table by table, into files for spreadsheets.',
    z.strictObject({ requestId: RequestId }),
    z.strictObject({
      folder: z.string(),
      rows: z.int(),
      /** Tables that could not be read to their end. */
      lost: z.array(z.string()),
    }),
  ),
}
