import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readFile } from '../../main/import/readFile.ts'
import { AppError } from '../../shared/api/errors.ts'
import { tinyJpeg } from '../support/jpeg.ts'
import { sheetData, workbook } from '../support/workbook.ts'

/* Files as people have them, and as nobody should: each with what becomes of it. All are made here. */

type Outcome =
  { readonly rows: readonly (readonly string[])[]; readonly notes?: readonly string[] } | { readonly refused: string }

const table = 'Date,Item,Qty\n2026-03-02,Crème,8 lb\n'
const rows = [
  ['Date', 'Item', 'Qty'],
  ['2026-03-02', 'Crème', '8 lb'],
]
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const inSheet = (cells: Parameters<typeof sheetData>[0], more: Partial<Parameters<typeof workbook>[0]> = {}) =>
  workbook({ sheet: sheetData(cells), ...more })
const oneCell = (xml: string, more: Partial<Parameters<typeof workbook>[0]> = {}) =>
  workbook({ sheet: `<sheetData><row r="1">${xml}</row></sheetData>`, ...more })
const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share))

/** Changes every entry of an archive’s directory, as nobody’s program writes it. */
function changedEntries(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 22
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < view.getUint16(end + 10, true); entry += 1) {
    change(view, at)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

const files: readonly (readonly [what: string, name: string, bytes: Uint8Array | string, outcome: Outcome])[] = [
  ['UTF-8', 'a.csv', table, { rows }],
  ['UTF-8 with a byte order mark', 'a.csv', `\ufeff${table}`, { rows }],
  ['UTF-16 of Excel’s “Unicode text”', 'a.txt', utf16(`\ufeff${table.replaceAll(',', '\t')}`), { rows }],
  ['UTF-16, big end first', 'a.csv', utf16(`\ufeff${table}`, true), { rows }],
  ['UTF-16 without a mark', 'a.csv', utf16(table), { rows }],
  ['UTF-16, big end first, without a mark', 'a.csv', utf16(table, true), { rows }],
  ['a first line sep=; though more commas are there', 'a.csv', 'sep=;\nItem;Salt, fine, sea, or rock\nb;c, d, e, f\n', { rows: [['Item', 'Salt, fine, sea, or rock'], ['b', 'c, d, e, f']] }], // prettier-ignore
  ['commas in quotes beside semicolons', 'a.csv', 'Item;Note\nSalt;"a, b, c, d"\nSugar;"e, f, g, h"\n', { rows: [['Item', 'Note'], ['Salt', 'a, b, c, d'], ['Sugar', 'e, f, g, h']] }], // prettier-ignore
  ['Windows-1252', 'a.csv', Buffer.from(table, 'latin1'), { rows, notes: ['Read as Windows-1252: look at letters with accents.'] }], // prettier-ignore
  ['UTF-8 cut off in the middle of a letter', 'a.csv', Buffer.from('Item,Note\nJam,Crè').subarray(0, -1), { rows: [['Item', 'Note'], ['Jam', 'Cr']] }], // prettier-ignore
  ['semicolons and decimal commas', 'a.csv', 'Item;Qty\nSalt;1,5 kg\n', { rows: [['Item', 'Qty'], ['Salt', '1,5 kg']] }], // prettier-ignore
  [
    'tabs',
    'a.tsv',
    'Item\tQty\nSalt, fine\t3 lb\n',
    {
      rows: [
        ['Item', 'Qty'],
        ['Salt, fine', '3 lb'],
      ],
    },
  ],
  [
    'bars',
    'a.txt',
    'Item|Qty\nSalt|3 lb\n',
    {
      rows: [
        ['Item', 'Qty'],
        ['Salt', '3 lb'],
      ],
    },
  ],
  [
    'a first line sep=;',
    'a.csv',
    'sep=;\nItem;Qty\nSalt;3 lb\n',
    {
      rows: [
        ['Item', 'Qty'],
        ['Salt', '3 lb'],
      ],
    },
  ],
  [
    'line ends of old Macs',
    'a.csv',
    'Item,Qty\rSalt,3 lb\r',
    {
      rows: [
        ['Item', 'Qty'],
        ['Salt', '3 lb'],
      ],
    },
  ],
  ['line breaks and quotes inside quotes', 'a.csv', 'Item,Note\nSalt,"two\nlines, ""so"""\n', { rows: [['Item', 'Note'], ['Salt', 'two\nlines, "so"']] }], // prettier-ignore
  [
    'a quotation mark that is never closed',
    'a.csv',
    'Item,Note\nSalt,"open\nSugar,x\n',
    { rows: [['Item', 'Note'], ['Salt', '"open'], ['Sugar', 'x']], notes: ['A quotation mark in it is never closed. It was read line by line; look at the last rows.'] }, // prettier-ignore
  ],
  ['spaces before and behind', 'a.csv', ' Item , Qty \n Salt  ,\u00a03 lb \n', { rows: [['Item', 'Qty'], ['Salt', '3 lb']] }], // prettier-ignore
  ['empty rows and columns around it', 'a.csv', ',,,\n,Item,Qty,\n,,,\n,Salt,3 lb,\n', { rows: [[], ['', 'Item', 'Qty'], [], ['', 'Salt', '3 lb']] }], // prettier-ignore
  ['formulas that run programs', 'a.csv', `Item,Qty\n"=cmd|'/c calc'!A0",1 lb\n'=1+1,2 lb\n`, { rows: [['Item', 'Qty'], [`=cmd|'/c calc'!A0`, '1 lb'], ['=1+1', '2 lb']] }], // prettier-ignore
  ['letters written from the right, and marks that turn a text around', 'a.csv', 'Item,Qty\nמלח,3 lb\nab\u202egpj.exe,1 lb\n', { rows: [['Item', 'Qty'], ['מלח', '3 lb'], ['abgpj.exe', '1 lb']] }], // prettier-ignore
  ['a cell without end', 'a.csv', `Item,Note\nSalt,${'x'.repeat(900_000)}\n`, { rows: [['Item', 'Note'], ['Salt', 'x'.repeat(2000)]], notes: ['1 cell had more than 2,000 characters and was cut off there.'] }], // prettier-ignore
  ['300 columns', 'a.csv', `${Array.from({ length: 300 }, (_, at) => `c${at}`).join(',')}\n`, { rows: [Array.from({ length: 200 }, (_, at) => `c${at}`)], notes: ['It has more than 200 columns: those behind are left out.'] }], // prettier-ignore
  ['nothing', 'a.csv', '', { refused: 'a.csv is empty.' }],
  ['nothing but line breaks', 'a.csv', '\n\n\n', { refused: 'a.csv has no rows.' }],
  ['1,000,000 rows', 'a.csv', 'Salt,1\n'.repeat(1_000_000), { refused: 'a.csv has more than 100,000 rows.' }],
  ['a picture named .xlsx', 'a.xlsx', tinyJpeg(4, 4), { refused: 'a.xlsx is not a text file.' }],
  ['a PDF named .csv', 'a.csv', '%PDF-1.7\n1 0 obj', { refused: 'a.csv is a PDF.' }],
  ['a web page named .xls', 'a.xls', '<html><table><tr><td>Salt</td></tr></table></html>', { refused: 'a.xls is a web page.' }], // prettier-ignore
  ['Excel’s format from before 2007', 'a.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]), { refused: 'a.xls is in Excel’s format from before 2007.' }], // prettier-ignore
  ['a password', 'a.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), utf16('EncryptedPackage'), Buffer.alloc(2000)]), { refused: 'a.xlsx is protected by a password.' }], // prettier-ignore
  ['an OpenDocument file', 'a.ods', inSheet([], { more: { 'content.xml': strToU8('<x/>') } }), { refused: 'a.ods is an OpenDocument file.' }], // prettier-ignore
  ['macros', 'a.xlsm', inSheet([['Item']], { macros: true }), { refused: 'a.xlsm contains macros' }],
  ['macros under another name', 'a.xlsx', inSheet([['Item']], { more: { 'xl/vbaProject.bin': strToU8('x') } }), { refused: 'a.xlsx contains macros' }], // prettier-ignore
  ['a workbook cut off', 'a.xlsx', cut(inSheet([['Item', 'Qty'], ['Salt', '3 lb']]), 0.7), { refused: 'a.xlsx is damaged or was cut off.' }], // prettier-ignore
  ['a ZIP of something else', 'a.xlsx', workbook({ sheet: '' }).slice(0, 4), { refused: 'a.xlsx is damaged or was cut off.' }], // prettier-ignore
  ['a ZIP bomb', 'a.xlsx', inSheet([['Item']], { more: { 'xl/worksheets/sheet1.xml': new Uint8Array(120 * 1024 * 1024) } }), { refused: 'a.xlsx would unpack to more than 96 MB' }], // prettier-ignore
  ['entities that grow', 'a.xlsx', inSheet([['Item']], { more: { 'xl/sharedStrings.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aa">]><sst/>') } }), { refused: 'a.xlsx declares things that no spreadsheet program writes.' }], // prettier-ignore
  ['days as numbers', 'a.xlsx', inSheet([['Date'], [[46083, 1]], [[46083.75, 1]]], { formats: [0, 14] }), { rows: [['Date'], ['2026-03-02'], ['2026-03-02']] }], // prettier-ignore
  ['days counted from 1904', 'a.xlsx', inSheet([['Date'], [[44621, 1]]], { formats: [0, 14], workbookPr: '<workbookPr date1904="1"/>' }), { rows: [['Date'], ['2026-03-02']] }], // prettier-ignore
  ['what binary fractions leave behind', 'a.xlsx', inSheet([['Qty'], [[0.1 + 0.2, 0]]]), { rows: [['Qty'], ['0.3']] }],
  [
    'merged cells',
    'a.xlsx',
    workbook({ sheet: `${sheetData([['Date', 'Item'], ['2026-03-02', 'Salt'], ['', 'Sugar']])}<mergeCells><mergeCell ref="A2:A3"/></mergeCells>` }), // prettier-ignore
    { rows: [['Date', 'Item'], ['2026-03-02', 'Salt'], ['2026-03-02', 'Sugar']], notes: ['1 merged cell was filled down.'] }, // prettier-ignore
  ],
  ['a title over the whole width', 'a.xlsx', workbook({ sheet: `${sheetData([['Shopping'], ['Date', 'Item', 'Qty']])}<mergeCells><mergeCell ref="A1:C1"/></mergeCells>` }), { rows: [['Shopping'], ['Date', 'Item', 'Qty']] }], // prettier-ignore
  ['a sheet that is hidden', 'a.xlsx', inSheet([['Item']], { more: { 'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Sheet1" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>') } }), { rows: [['Item']], notes: ['This sheet is hidden in the workbook.'] }], // prettier-ignore
  ['parts named from the top of the archive', 'a.xlsx', inSheet([['Item']], { more: { 'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>') } }), { rows: [['Item']] }], // prettier-ignore
  ['how a text is spoken', 'a.xlsx', oneCell('<c r="A1" t="s"><v>0</v></c>', { more: { 'xl/sharedStrings.xml': strToU8('<sst><si><r><t>Sa</t></r><r><t>lt</t></r><rPh sb="0" eb="1"><t>solt</t></rPh></si></sst>') } }), { rows: [['Salt']] }], // prettier-ignore
  ['yes and no, and days as texts', 'a.xlsx', oneCell('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="d"><v>2026-03-02T00:00:00</v></c>'), { rows: [['yes', 'no', '2026-03-02']] }], // prettier-ignore
  ['a cell in column AA', 'a.xlsx', oneCell('<c r="AA1"><v>7</v></c>'), { rows: [[...Array.from({ length: 26 }, () => ''), '7']] }], // prettier-ignore
  ['rows and cells that do not say where they are', 'a.xlsx', workbook({ sheet: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>' }), { rows: [['1', '2'], ['3']] }], // prettier-ignore
  ['days and figures in formats of one’s own', 'a.xlsx', inSheet([[[46083, 1], [46083, 2]]], { more: { 'xl/styles.xml': strToU8('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd.mm.yyyy"/><numFmt numFmtId="171" formatCode="0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>') } }), { rows: [['2026-03-02', '46083']] }], // prettier-ignore
  ['a sheet that is stored and not packed', 'a.xlsx', workbook({ sheet: '', more: { 'xl/worksheets/sheet1.xml': [strToU8(`<worksheet>${sheetData([['Item']])}</worksheet>`), { level: 0 }] } }), { rows: [['Item']] }], // prettier-ignore
  ['parts that need a password', 'a.xlsx', changedEntries(inSheet([['Item']]), (view, at) => view.setUint16(at + 8, 1, true)), { refused: 'a.xlsx is protected by a password.' }], // prettier-ignore
  ['a ZIP bomb that says it is small', 'a.xlsx', changedEntries(inSheet([['Item']], { more: { 'xl/worksheets/sheet1.xml': new Uint8Array(120 * 1024 * 1024) } }), (view, at) => view.setUint32(at + 24, 100, true)), { refused: 'a.xlsx would unpack to more than 96 MB' }], // prettier-ignore
  ['letters by their number', 'a.xlsx', oneCell('<c r="A1" t="inlineStr"><is><t>Cr&#xe8;me &#233;paisse</t></is></c>'), { rows: [['Crème épaisse']] }], // prettier-ignore
  ['a formula with the value it had', 'a.xlsx', oneCell('<c r="A1" t="n"><f>2*4</f><v>8</v></c>'), { rows: [['8']] }],
  [
    'formulas without a value, and errors',
    'a.xlsx',
    oneCell('<c r="A1"><f>NOW()</f></c><c r="B1" t="e"><v>#REF!</v></c>'),
    { rows: [['', '#REF!']], notes: ['1 formula has no stored value: open the file in your spreadsheet program and save it once.', '1 cell holds an error such as #REF!.'] }, // prettier-ignore
  ],
  ['a cell in row 1,048,576', 'a.xlsx', workbook({ sheet: '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>' }), { refused: '“Sheet1” in a.xlsx has more than 100,000 rows.' }], // prettier-ignore
  ['a cell far to the right', 'a.xlsx', oneCell('<c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c>'), { rows: [['1']], notes: ['It has more than 200 columns: those behind are left out.'] }], // prettier-ignore
  ['shared texts, one of them spelt out', 'a.xlsx', oneCell('<c r="A1" t="s"><v>1</v></c>', { shared: ['x', 'Salt &amp; &#169;'] }), { rows: [['Salt & ©']] }], // prettier-ignore
]

test.each(files)('%s', (_, name, bytes, outcome) => {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  if ('refused' in outcome) {
    expect(refusalOf(() => readFile(given, name))).toContain(outcome.refused)
    return
  }
  const [sheet] = readFile(given, name)
  expect(sheet?.rows.slice(0, 5)).toEqual(outcome.rows)
  expect(sheet?.notes).toEqual(outcome.notes ?? [])
})

test('there are at least 25 of them', () => {
  expect(files.length).toBeGreaterThan(25)
})

/** The sentence a file is refused with, which says what to do instead. */
function refusalOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.body.fields).toEqual({ file: error.body.message })
    return error.body.message
  }
  return 'it was taken'
}
