import { checkElements, digitalLink, elementString, type Gs1Element } from '../domain/gs1Elements.ts'
import { codeField, type LabelContent } from './content.ts'
import type { LabelField } from './problems.ts'
import type { SymbolElement } from './template.ts'
import { say } from '../words/say.ts'

/** What a symbol holds, or why it may not. */
export type SymbolText =
  | {
      readonly ok: true
      /** What is encoded. */
      readonly text: string
      /** The field a problem with it is shown at. */
      readonly field: 'unitNumber' | 'lotNumber' | 'payload'
    }
  | { readonly ok: false; readonly field: LabelField; readonly message: string }

/**
 * The text of a symbol. A lot without a GTIN is never GS1 data (GS1 General Specifications: AI 10 needs AI 01), so the
 * three GS1 kinds are refused without one.
 */
export function symbolText(element: SymbolElement, content: LabelContent): SymbolText {
  const field = element.field === 'lotNumber' && content.lotNumber !== null ? 'lotNumber' : codeField(content)
  const number = content[field] ?? ''
  if (element.symbology === 'code128' || element.symbology === 'qr' || element.symbology === 'datamatrix')
    return { ok: true, text: number, field }
  if (content.gtin === null)
    return {
      ok: false,
      field: 'gtin',
      message: say(
        'A GS1 code needs the product’s GTIN, and there is none. Write it down with the product, or use a plain QR code, DataMatrix or Code 128.',
      ),
    }
  if (content.lotNumber === null)
    return {
      ok: false,
      field: 'lotNumber',
      message: say('A GS1 code is for a lot, and there is none. Use a plain code.'),
    }
  const elements = gs1Elements(content, field === 'unitNumber')
  const checked = checkElements(elements)
  if (!checked.ok)
    return {
      ok: false,
      field: checked.ai === '01' ? 'gtin' : field,
      message: say('This cannot be a GS1 code: {why} Use a plain code, or correct it.', { why: checked.message }),
    }
  const text = element.symbology === 'digital-link' ? digitalLink(elements, content.linkBase) : elementString(elements)
  return { ok: true, text: text ?? '', field }
}

/** GTIN, lot, and the unit as serial; the one without a fixed length last. */
function gs1Elements(content: LabelContent, withUnit: boolean): Gs1Element[] {
  const { gtin, lotNumber, unitNumber } = content
  const elements: Gs1Element[] = [
    { ai: '01', value: gtin ?? '' },
    { ai: '10', value: lotNumber ?? '' },
  ]
  if (withUnit) elements.push({ ai: '21', value: (unitNumber ?? '').slice((lotNumber ?? '').length + 1) })
  return elements
}
