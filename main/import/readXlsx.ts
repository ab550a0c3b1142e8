import { limits, refuseFile, type SheetGrid, tooManyRows } from './sheetGrid.ts'
import { type Archive, openArchive } from './unzip.ts'
import { dateStyles } from './xlsxDates.ts'
import { readSheetXml } from './xlsxSheet.ts'
import { attributeOf, declaresType, plainText, tagsOf } from './xml.ts'
import { say } from '../../shared/words/say.ts'

/**
 * The tables of an Excel workbook: what its cells show, formulas by the value they last had. Nothing in it is run.
 * @throws AppError with a sentence: macros, a password, damage, too much in it
 */
export function readXlsx(bytes: Uint8Array, name: string): SheetGrid[] {
  const archive = openArchive(bytes, name)
  refuseMacros(archive, name)
  if (archive.names.includes('content.xml'))
    throw refuseFile(
      say('{name} is an OpenDocument file. Save it as “Excel 2007–365 (.xlsx)” or as CSV and take that.', { name }),
    )
  const workbook = xmlOf(archive, 'xl/workbook.xml', name)
  if (workbook === undefined)
    throw refuseFile(say('{name} is not an Excel workbook. Save the table as XLSX or CSV and take that.', { name }))
  const isFrom1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*"(?:1|true)"/.test(workbook)
  const targets = targetsOf(xmlOf(archive, 'xl/_rels/workbook.xml.rels', name) ?? '')
  const shared = sharedTexts(xmlOf(archive, 'xl/sharedStrings.xml', name) ?? '')
  const dates = dateStyles(xmlOf(archive, 'xl/styles.xml', name) ?? '')
  const sheets: SheetGrid[] = []
  for (const tag of tagsOf(workbook)) {
    if (tag.name !== 'sheet' || tag.kind === 'close') continue
    const hidden = (attributeOf(tag, 'state') ?? 'visible') !== 'visible'
    const target = targets.get(attributeOf(tag, 'id') ?? '')
    const xml = target === undefined ? undefined : xmlOf(archive, target, name)
    if (xml === undefined) continue
    if (sheets.length >= limits.sheets) throw refuseFile(say('{name} has more than {most} sheets. Save those you want as a workbook of their own.', { name, most: limits.sheets })) // prettier-ignore
    const sheetName = attributeOf(tag, 'name') ?? `Sheet ${sheets.length + 1}`
    const { rows, notes, tooMany } = readSheetXml(xml, { shared, dates, isFrom1904 })
    if (tooMany) throw tooManyRows(say('“{sheet}” in {name}', { sheet: sheetName, name }))
    sheets.push({ name: sheetName, rows, notes: hidden ? [say('This sheet is hidden in the workbook.'), ...notes] : notes }) // prettier-ignore
  }
  if (sheets.length === 0)
    throw refuseFile(say('{name} holds no sheet that can be read. Save it as XLSX or CSV again.', { name }))
  return sheets
}

function refuseMacros(archive: Archive, name: string): void {
  const types = archive.text('[Content_Types].xml') ?? ''
  if (/macroEnabled/i.test(types) || archive.names.some((entry) => /vbaProject\.bin$/i.test(entry)))
    throw refuseFile(say('{name} contains macros, which are never opened here. Save it as “Excel Workbook (.xlsx)” and take that.', { name })) // prettier-ignore
}

function xmlOf(archive: Archive, entry: string, name: string): string | undefined {
  const xml = archive.text(entry)
  if (xml !== undefined && declaresType(xml))
    throw refuseFile(
      say('{name} declares things that no spreadsheet program writes. Open it in one and save it anew.', { name }),
    )
  return xml
}

function targetsOf(rels: string): Map<string, string> {
  const targets = new Map<string, string>()
  for (const tag of tagsOf(rels)) {
    if (tag.name !== 'Relationship') continue
    const target = attributeOf(tag, 'Target') ?? ''
    targets.set(attributeOf(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  return targets
}

/** Texts that cells share; what is said how to pronounce them is passed over. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let text = ''
  let [inside, spoken] = [false, false]
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'si') {
      if (tag.kind === 'close') texts.push(text)
      else if (tag.kind === 'empty') texts.push('')
      text = ''
    } else if (tag.name === 'rPh') spoken = tag.kind === 'open'
    else if (tag.name === 't') inside = tag.kind === 'open'
    if (inside && tag.name === 't' && !spoken) text += plainText(tag.after)
  }
  return texts
}
