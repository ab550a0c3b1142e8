import { openCopy } from '../db/openCopy.ts'
import type { Db } from '../db/schema.ts'
import { csvPieces } from '../reports/sheetCsv.ts'
import { xlsxPieces } from '../reports/sheetXlsx.ts'
import { zipParts } from '../reports/zipParts.ts'
import { epcisText } from './epcis.ts'
import { fsmaSheets } from './fsma.ts'
import { csvHeads, everyTable, NOT_CARRIED, notCarried, notCarriedSheet } from './importing/everyTable.ts'
import type { FileOrder, Pieces, WrittenPiece } from './largeFiles.ts'
import type { Far } from './longSheets.ts'

/** A piece is handed on when it is so large, */
const LARGE = 512 * 1024
/** or when so many milliseconds went by, so that somebody who waits sees it go on. */
const NEWS_MS = 150

/** Writes a file from a copy of the record, as far as it is asked for. */
export function openPieces(copy: string, order: FileOrder): Pieces {
  const { db, close } = openCopy(copy)
  const pieces = piecesOf(db, order)
  return {
    async next() {
      const { done, value } = await pieces.next()
      if (done === true) throw new Error('the file is whole already')
      return value
    },
    async end() {
      await pieces.return(undefined)
      close()
    },
  }
}

async function* piecesOf(db: Db, order: FileOrder): AsyncGenerator<WrittenPiece, undefined> {
  const far: Far = { done: 0, left: 0 }
  let bytes: Uint8Array[] = []
  let length = 0
  let begun = performance.now()
  for await (const each of bytesOf(db, order, far)) {
    bytes.push(each)
    length += each.length
    if (length < LARGE && performance.now() - begun < NEWS_MS) continue
    // All is read some pieces before the file is whole.
    yield { bytes: Buffer.concat(bytes), done: far.done, left: Math.max(1, far.left) }
    bytes = []
    length = 0
    begun = performance.now()
  }
  yield { bytes: Buffer.concat(bytes), done: far.done, left: 0 }
}

async function* bytesOf(db: Db, order: FileOrder, far: Far): AsyncGenerator<Uint8Array> {
  if (order.what === 'fsma') return yield* xlsxPieces(await fsmaSheets(db, order.period, order.kitchen, far))
  if (order.what === 'epcis') return yield* encoded(epcisText(db, order, far))
  const sheets = await everyTable(db, far)
  if (order.format === 'xlsx') return yield* xlsxPieces([...sheets, notCarriedSheet])
  const zip = zipParts()
  for (const [at, sheet] of sheets.entries())
    yield* zip.add(`${at + 1} ${sheet.name.toLowerCase()}.csv`, csvPieces(csvHeads(sheet)))
  yield* zip.add(`${NOT_CARRIED}.txt`, [`\uFEFF${[`${NOT_CARRIED}:`, ...notCarried].join('\r\n')}\r\n`])
  yield* zip.end()
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}
