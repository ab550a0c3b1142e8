import { AppError } from '../../shared/api/errors.ts'
import type { FileOut, files } from '../../shared/api/files.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { Sheet } from '../reports/sheet.ts'
import type { Core } from './context.ts'
import { say } from '../../shared/words/say.ts'

/** A text as a file for the person. */
export function textFile(name: string, mediaType: string, text: string): FileOut {
  return { name, mediaType, base64: Buffer.from(text, 'utf8').toString('base64') }
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Tables as an Excel workbook. */
export async function xlsxFile(name: string, sheets: readonly Sheet[]): Promise<FileOut> {
  const { sheetsXlsx } = await import('../reports/sheetXlsx.ts')
  return { name, mediaType: XLSX, base64: Buffer.from(await sheetsXlsx(sheets)).toString('base64') }
}

/**
 * A self-contained page as a PDF.
 * @throws AppError `conflict` where this computer has nothing to make one with, saying the way around
 */
export async function pdfFile(name: string, page: string, { host }: Core): Promise<FileOut> {
  if (!host.capabilities.printToPdf)
    throw new AppError({
      code: 'conflict',
      message: say(
        'No browser that can make a PDF was found. Save the report as HTML, open it, and print it from there.',
      ),
    })
  try {
    const base64 = Buffer.from(await host.printToPdf(page)).toString('base64')
    return { name, mediaType: 'application/pdf', base64 }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new AppError(
      { code: 'conflict', message: say('{message} The same report can be saved as HTML.', { message }) },
      { cause: error },
    )
  }
}

export async function nextPiece(
  { fileId, piece }: Input<typeof files.next>,
  { largeFiles }: Core,
): Promise<Output<typeof files.next>> {
  return await largeFiles.next(fileId, piece)
}

export async function stopFile(
  { fileId }: Input<typeof files.stop>,
  { largeFiles }: Core,
): Promise<Output<typeof files.stop>> {
  await largeFiles.stop(fileId)
  return {}
}
