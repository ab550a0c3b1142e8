import type { Cell, ColumnKind, LongSheet, Sheet } from './sheet.ts'
import { fixedParts, oneText, PIECE, sharedTexts, sheetEnd, sheetStart, styles } from './xlsxParts.ts'
import { zipParts } from './zipParts.ts'

type Rows = Sheet['rows']

/**
 * Tables as one Excel workbook, a sheet each: text is text whatever it looks like (`00392/174`, `=1+1`), numbers are
 * numbers, days are real dates; the header row stays in sight.
 */
export async function sheetsXlsx(
  sheets: readonly (Sheet | LongSheet)[],
  mostShared: number = MOST_SHARED,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxPieces(sheets, mostShared)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/**
 * The same, its bytes as they come. It is packed while it is written, row after row, so that ten years of records take
 * neither the memory nor the time of those who ask something meanwhile.
 */
export async function* xlsxPieces(
  sheets: readonly (Sheet | LongSheet)[],
  mostShared: number = MOST_SHARED,
): AsyncGenerator<Uint8Array> {
  const zip = zipParts()
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const texts: Texts = { known: new Map(), most: mostShared }
  for (const [name, xml] of fixedParts(names)) yield* zip.add(name, [xml])
  for (const [at, sheet] of sheets.entries())
    yield* zip.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, texts, at === 0))
  yield* zip.add('xl/sharedStrings.xml', sharedTexts(texts.known.keys(), texts.known.size))
  yield* zip.end()
}

/** Texts that cells name by number. */
interface Texts {
  readonly known: Map<string, number>
  readonly most: number
}

/** Texts that are kept in mind until the end; what comes after them stands in its own cell. */
const MOST_SHARED = 50_000

async function* sheetXml(sheet: Sheet | LongSheet, texts: Texts, isFirst: boolean): AsyncGenerator<string> {
  const { columns } = sheet
  const parts = partsOf(sheet)
  const begun: Rows[] = []
  for (let count = 0; count < LOOKED_AT;) {
    const { done, value } = await parts.next()
    if (done === true) break
    begun.push(value)
    count += value.length
  }
  const first = begun.flatMap((rows) => rows.slice(0, LOOKED_AT)).slice(0, LOOKED_AT)
  yield sheetStart(
    columns.map(({ head }, at) => widthOf(head, first, at)),
    isFirst,
  )
  const letters = columns.map((_, at) => lettersOf(at))
  const heads = columns.map(({ head, kind }, at) => {
    const style = kind === 'number' || kind === 'money' ? styles.headOfNumbers : styles.head
    return `<c r="${letters[at]}1" s="${style}" ${textXml(head, texts)}</c>`
  })
  let xml = `<row r="1">${heads.join('')}</row>`
  let line = 1
  for (let rows = begun.shift(); rows; rows = begun.shift() ?? (await parts.next()).value) {
    for (const row of rows) {
      line += 1
      xml += `<row r="${line}">`
      for (const [at, { kind }] of columns.entries())
        xml += cellXml(row[at] ?? null, kind, letters[at] + String(line), texts)
      xml += '</row>'
      if (xml.length < PIECE) continue
      yield xml
      xml = ''
    }
  }
  yield xml + sheetEnd
}

async function* partsOf(sheet: Sheet | LongSheet): AsyncGenerator<Rows, undefined> {
  if ('parts' in sheet) yield* sheet.parts()
  else yield sheet.rows
}

/** The longest text that a cell of Excel holds. */
const LONGEST = 32_767

function cellXml(cell: Cell, kind: ColumnKind, at: string, texts: Texts): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number')
    return kind === 'money'
      ? `<c r="${at}" s="${styles.money}"><v>${cell / 100}</v></c>`
      : `<c r="${at}"><v>${cell}</v></c>`
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell))
    return `<c r="${at}" s="${styles.day}"><v>${Date.parse(`${cell}T00:00:00.000Z`) / DAY_MS + UNIX_EPOCH}</v></c>`
  return `<c r="${at}" ${textXml(cell.slice(0, LONGEST), texts)}</c>`
}

const DAY_MS = 86_400_000
/** 1 January 1970 as spreadsheets count days: from 30 December 1899. */
const UNIX_EPOCH = 25_569

/** The rest of a cell with a text: the number of it, or the text itself. */
function textXml(text: string, texts: Texts): string {
  const at = texts.known.get(text)
  if (at !== undefined) return `t="s"><v>${at}</v>`
  if (texts.known.size >= texts.most) return `t="inlineStr"><is>${oneText(text)}</is>`
  texts.known.set(text, texts.known.size)
  return `t="s"><v>${texts.known.size - 1}</v>`
}

/** A, B, … Z, AA, as spreadsheets name their columns. */
function lettersOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : lettersOf(Math.floor(at / 26) - 1) + last
}

/** Names that Excel takes: 31 characters, none of `[]:*?/\`, no two alike. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, at) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, '')
        .trim()
        .slice(0, 31) || `Sheet ${at + 1}`
    const free = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} ${at + 1}` : plain
    taken.add(free.toLowerCase())
    return free
  })
}

/** Rows by which a column's width is told. */
const LOOKED_AT = 200

/** Wide enough for what is in it, within reason; in characters. */
function widthOf(head: string, rows: Rows, at: number): number {
  const longest = rows.reduce((width, row) => Math.max(width, String(row[at] ?? '').length), head.length)
  return Math.min(48, Math.max(8, longest + 2))
}
