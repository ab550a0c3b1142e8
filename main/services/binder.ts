import { strToU8, zipSync } from 'fflate'
import type { FileOut } from '../../shared/api/files.ts'
import type { Input } from '../../shared/api/operation.ts'
import { logs, type records } from '../../shared/api/records.ts'
import { lastAuditHash } from '../db/repos/audit.ts'
import { logHtml } from '../reports/logHtml.ts'
import type { Sheet } from '../reports/sheet.ts'
import { sheetCsv } from '../reports/sheetCsv.ts'
import type { Context } from './context.ts'
import { pdfFile } from './files.ts'
import { fsmaOf } from './fsma.ts'
import { readKitchen } from './kitchen.ts'
import { logOf } from './logs.ts'
import { periodWords } from './records.ts'

/** Everything an inspector asks for, of one period, in one file. It reads the record and changes nothing. */
export async function binder({ format, ...period }: Input<typeof records.binder>, context: Context): Promise<FileOut> {
  const { sheets, fsma, kitchen, hash } = await context.store.read(async (db) => {
    const all: Sheet[] = []
    for (const log of logs) all.push(await logOf(db, { log, ...period }))
    return {
      sheets: all,
      fsma: await fsmaOf(db, period, context),
      kitchen: await readKitchen(db, context),
      hash: await lastAuditHash(db),
    }
  })
  const report = {
    title: 'Records for inspection',
    period: periodWords(period),
    kitchen,
    notes: [
      `Made by Traceberry ${context.version} from the kitchen’s own records. Entries are never changed or deleted: corrections are entries of their own.`,
      `Last entry of the history when this was made: ${hash || 'none'}. Each entry carries the hash of the one before, so that a later change shows; it does not prevent one.`,
    ],
  }
  const name = `inspection-${period.from}-to-${period.to}`
  const page = logHtml({ ...report, sheets })
  if (format === 'pdf') return await pdfFile(`${name}.pdf`, page, context)
  const files: Record<string, Uint8Array> = { [`${name}/index.html`]: strToU8(page) }
  for (const sheet of sheets) files[`${name}/${fileName(sheet)}.csv`] = strToU8(sheetCsv(sheet))
  for (const sheet of fsma) files[`${name}/fsma-204-${fileName(sheet)}.csv`] = strToU8(sheetCsv(sheet))
  // The archive of the same record is the same, whenever it is made.
  const archive = zipSync(files, { mtime: new Date(`${period.to}T12:00:00Z`) })
  return { name: `${name}.zip`, mediaType: 'application/zip', base64: Buffer.from(archive).toString('base64') }
}

function fileName({ name }: Sheet): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
