import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { type Column, type LongSheet, sheetOf } from '../../main/reports/sheet.ts'
import { logHtml } from '../../main/reports/logHtml.ts'
import { csvPieces, sheetCsv } from '../../main/reports/sheetCsv.ts'
import { sheetsXlsx } from '../../main/reports/sheetXlsx.ts'

interface Row {
  readonly text: string
  readonly count?: number | null
  readonly cents?: number | null
  readonly day?: string | null
}

const columns: readonly Column<Row>[] = [
  { key: 'text', head: 'Text', kind: 'text', cell: (row) => row.text },
  { key: 'count', head: 'Count', kind: 'number', cell: (row) => row.count ?? null },
  { key: 'amount', head: 'Amount', kind: 'money', cell: (row) => row.cents ?? null },
  { key: 'day', head: 'Day', kind: 'day', cell: (row) => row.day ?? null },
]

const row: Row = { text: 'Crème brûlée, "Ño" 🍓', count: -5, cents: -1250, day: '2026-03-04' }

/** What a spreadsheet might run, each as somebody could type it into a name or a note. */
const hostile = [
  `=cmd|' /C calc'!A0`,
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u200b=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '|calc',
  '=HYPERLINK("http://x.example","x")',
]
/** Codes that spreadsheets like to turn into numbers, dates or powers of ten. */
const codes = ['00392/174', '0012', '1E5', '3-4', '12345678901234567890', 'TRUE']

describe('a table as CSV', () => {
  test('has a byte order mark, one header row, numbers as numbers and days as ISO days', () => {
    expect(sheetCsv(sheetOf('Log', columns, [row, { text: '' }]))).toBe(
      '\ufefftext,count,amount,day\r\n"Crème brûlée, ""Ño"" 🍓",-5,-12.50,2026-03-04\r\n,,,\r\n',
    )
  })

  test.each(hostile)('cannot run %j', (text) => {
    const [, [cell = ''] = []] = parse(sheetCsv(sheetOf('Log', columns, [{ text }])), { bom: true })
    expect(cell).toBe(`'${text}`)
  })

  test.each(codes)('keeps %s as it was typed', (text) => {
    const [, [cell = ''] = []] = parse(sheetCsv(sheetOf('Log', columns, [{ text }])), { bom: true })
    expect(cell).toBe(text)
  })
})

test('a table as CSV is the same when its rows come part by part', async () => {
  const rows = [row, { text: '=1+1' }, { text: '0012', cents: 5 }]
  const whole = sheetOf('Log', columns, rows)
  const inParts: LongSheet = {
    name: whole.name,
    columns: whole.columns,
    async *parts() {
      yield whole.rows.slice(0, 1)
      yield []
      yield whole.rows.slice(1)
    },
  }
  for (const sheet of [inParts, whole]) {
    let text = ''
    for await (const piece of csvPieces(sheet)) text += piece
    expect(text).toBe(sheetCsv(whole))
  }
})

describe('a table as XLSX', () => {
  async function readBack(rows: readonly Row[]): Promise<readonly (readonly unknown[])[]> {
    return await readSheet(Buffer.from(await sheetsXlsx([sheetOf('Log', columns, rows)])))
  }

  test('has one header row, real numbers and real dates', async () => {
    expect(await readBack([row])).toEqual([
      ['Text', 'Count', 'Amount', 'Day'],
      ['Crème brûlée, "Ño" 🍓', -5, -12.5, new Date('2026-03-04T00:00:00.000Z')],
    ])
  })

  test.each([...hostile.filter((text) => text.trim() === text), ...codes])('holds %j as text', async (text) => {
    expect((await readBack([{ text }]))[1]?.[0]).toBe(text)
  })

  test('leaves out what no XML can hold', async () => {
    expect((await readBack([{ text: 'a\u0000b\u0007c\ud800d' }]))[1]?.[0]).toBe('abcd')
  })

  test('takes names of sheets that Excel would refuse, or that are alike', async () => {
    const twins = ['Sales: 1/2026?', 'Sales: 1/2026?', 'Jam & <bread>'].map((name) => sheetOf(name, columns, [row]))
    const sheets = await readXlsxFile(Buffer.from(await sheetsXlsx(twins)))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Sales  1 2026', 'Sales  1 2026 2', 'Jam & <bread>'])
  })

  test('keeps the spaces at the ends of a text, and writes each text once', async () => {
    const xml = await partOf([sheetOf('Log', columns, [{ text: ' two ' }, { text: ' two ' }])], 'xl/sharedStrings.xml')
    expect(xml.match(/<t xml:space="preserve"> two <\/t>/g)).toHaveLength(1)
  })

  test('keeps only so many texts until its end: the rest stand in their own cells, and read the same', async () => {
    const texts = ['first', '=1+1', ' 0012 ', 'a < b & "c"', '=1+1', 'last']
    const sheet = sheetOf(
      'Log',
      columns,
      texts.map((text) => ({ text, count: 7 })),
    )
    // The four heads and one text.
    const bytes = Buffer.from(await sheetsXlsx([sheet], 5))
    expect(strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('uniqueCount="5"')
    const [, ...rows] = await readSheet(bytes, { trim: false })
    expect(rows.map((cells) => cells[0])).toEqual(texts)
    expect(rows.map((cells) => cells[1])).toEqual(texts.map(() => 7))
  })

  test('has columns after Z', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ key: `c${at}`, head: `C${at}`, kind: 'number' as const, cell: () => at })) // prettier-ignore
    const [, cells] = await readSheet(Buffer.from(await sheetsXlsx([sheetOf('Wide', many, [row])])))
    expect(cells).toEqual(many.map((_, at) => at))
  })

  test('is the same when its rows come part by part', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => ({ text: `row ${at}`.repeat(at % 7), count: at }))
    const whole = sheetOf('Log', columns, rows)
    const inParts: LongSheet = {
      name: whole.name,
      columns: whole.columns,
      async *parts() {
        yield []
        for (let at = 0; at < whole.rows.length; at += 90) yield whole.rows.slice(at, at + 90)
      },
    }
    expect(Buffer.from(await sheetsXlsx([inParts])).equals(Buffer.from(await sheetsXlsx([whole])))).toBe(true)
  })

  test('lets others have their turn while a long one is written', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => ({ text: `lot ${at}`, count: at, cents: at, day: '2026-03-04' })) // prettier-ignore
    let turns = 0
    const others = setInterval(() => (turns += 1), 1)
    try {
      await sheetsXlsx([sheetOf('Log', columns, rows)])
    } finally {
      clearInterval(others)
    }
    expect(turns).toBeGreaterThan(20)
  })

  async function partOf(sheets: Parameters<typeof sheetsXlsx>[0], name: string): Promise<string> {
    return strFromU8(unzipSync(await sheetsXlsx(sheets))[name] ?? new Uint8Array())
  }
})

test('a log on paper writes its figures as sentences do, and spreadsheets as programs read them', () => {
  const sheet = sheetOf('Log', columns, [{ text: 'Lot 1234', count: 1234, cents: 123_450 }])
  const page = logHtml({
    title: 'Log',
    period: '2026',
    kitchen: { name: '', address: '', phone: '', email: '' },
    sheets: [sheet],
    notes: [],
  })
  expect([...page.matchAll(/<td class="n">([^<]*)</g)].map(([, figure]) => figure)).toEqual(['1,234', '$1,234.50'])
  expect(page).toContain('Lot 1234')
  expect(sheetCsv(sheet)).toContain('Lot 1234,1234,1234.50')
})
