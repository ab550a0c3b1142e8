/*
 * What a workbook of plain tables consists of besides its cells (ECMA-376, part 1: 18 SpreadsheetML; part 2: packages).
 */
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Which style a cell has, by its place in `cellXfs` below. */
export const styles = { head: 1, headOfNumbers: 2, day: 3, money: 4 } as const

/** The parts but the sheets and the texts, by name; `names` are the sheets', in their order. */
export function fixedParts(names: readonly string[]): readonly (readonly [name: string, xml: string])[] {
  return [
    ['[Content_Types].xml', contentTypes(names)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styleSheet],
  ]
}

export function sheetStart(widths: readonly number[], isFirst: boolean): string {
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  // The header row stays in sight.
  const view = `<sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>`
  return `${XML}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><cols>${cols.join('')}</cols><sheetData>`
}

export const sheetEnd = '</sheetData></worksheet>'

/** The texts that cells name by number, each once, in the order of their numbers. */
export function* sharedTexts(texts: Iterable<string>, count: number): Generator<string> {
  let xml = `${XML}<sst xmlns="${main}" uniqueCount="${count}">`
  for (const text of texts) {
    xml += `<si>${oneText(text)}</si>`
    if (xml.length < PIECE) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sst>`
}

/** A text with the spaces at its ends. */
export function oneText(text: string): string {
  return `<t xml:space="preserve">${xmlText(text)}</t>`
}

/** Characters that are written at a time: some milliseconds of work. */
export const PIECE = 2 ** 16

/** Text as XML holds it; what no XML can hold is left out. */
function xmlText(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
}

/** All but the characters of XML 1.0 (2.2), and of those the control characters that it advises against. */
const forbidden = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc\u{10000}-\u{10ffff}]/gu
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function contentTypes(names: readonly string[]): string {
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`
  return `${XML}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    part('workbook', 'sheet.main'),
    ...names.map((_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')),
    part('sharedStrings', 'sharedStrings'),
    part('styles', 'styles'),
  ].join('')}</Types>`
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  return `${XML}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
}

const font = (bold: string) => `<font>${bold}<sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>` // prettier-ignore
const format = (id: number, rest: string) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"${rest}/>`
const head = (side: string) => `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="${side}"/></xf>` // prettier-ignore

const styleSheet = `${XML}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${format(0, '')}${head('left')}${head('right')}${format(164, ' applyNumberFormat="1"')}${format(4, ' applyNumberFormat="1"')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
