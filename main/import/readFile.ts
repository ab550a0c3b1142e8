import { readCsv } from './readCsv.ts'
import { readXlsx } from './readXlsx.ts'
import { limits, refuseFile, type SheetGrid } from './sheetGrid.ts'
import { say } from '../../shared/words/say.ts'

/**
 * The tables of a file that a person chose, known by what is in it and not by its name.
 * @throws AppError `invalid_input` on the field `file`, saying what to do instead
 */
export function readFile(bytes: Uint8Array, name: string): SheetGrid[] {
  if (bytes.length === 0) throw refuseFile(say('{name} is empty. Choose another file.', { name }))
  if (bytes.length > limits.fileBytes)
    throw refuseFile(
      say('{name} is larger than {size} MB. Save a part of it as a file of its own.', {
        name,
        size: limits.fileBytes / 1024 / 1024,
      }),
    )
  const sheets = startsWith(bytes, [0x50, 0x4b]) ? readXlsx(bytes, name) : [readOther(bytes, name)]
  const filled = sheets.filter((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== '')))
  if (filled.length === 0) throw refuseFile(say('{name} has no rows. Choose another file.', { name }))
  return filled
}

function readOther(bytes: Uint8Array, name: string): SheetGrid {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuseFile(oldWorkbook(bytes, name))
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw refuseFile(say('{name} is a PDF. Copy the table out of it and paste it here, or ask for the spreadsheet it was made from.', { name })) // prettier-ignore
  if (/^\s*(?:<!doctype html|<html|<table)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 400))))
    throw refuseFile(
      say('{name} is a web page. Open it in your spreadsheet program and save it as XLSX or CSV.', { name }),
    )
  return readCsv(bytes, name)
}

/** Excel's old format, which is also the wrapping of a workbook with a password. */
function oldWorkbook(bytes: Uint8Array, name: string): string {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 2 * 1024 * 1024)))
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo'))
    return say('{name} is protected by a password. Open it, save it without one, and take that.', { name })
  return say('{name} is in Excel’s format from before 2007. Open it and save it as “Excel Workbook (.xlsx)” or CSV.', {
    name,
  })
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
