import { expect, test } from 'vitest'
import { openFont, shapeText, widthOf } from '../../shared/labels/font.ts'
import { labelFonts as fonts } from '../../main/print/drawLabels.ts'

const characters = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_each, at) => String.fromCodePoint(from + at)).join('')

test.each([
  ['names of LABELS.md', 'Jalapeño Crème Œuf ½ ^XZ~JA"'],
  ['ASCII', characters(0x20, 0x7e)],
  ['Latin-1', characters(0xa1, 0xff)],
  ['Latin Extended-A', characters(0x100, 0x17f)],
  ['Vietnamese', `${characters(0x1ea0, 0x1ef9)}ĂăÂâÊêÔôƠơƯưĐđ`],
  ['the fractions that quantities know', '½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'],
  ['typing of word processors', '“”‘’–—•·°®™©€£¢×…№\u00a0'],
  ['Cyrillic and Greek', 'Варенье Їжак Μαρμελάδα'],
])('both weights have %s', (_what, text) => {
  expect([shapeText(fonts.regular, text).missing, shapeText(fonts.bold, text).missing]).toEqual([undefined, undefined])
})

test.each([
  ['an emoji', 'Salsa 🌶 roja', '🌶'],
  ['Chinese', 'Jam 果醬', '果'],
  ['a combining mark without a composed letter', 'x\u0302', '\u0302'],
  ['half a surrogate pair', 'Jam \ud83c', '\ud83c'],
  ['a control character', 'Jam\x07', '\x07'],
])('%s is missing, by name', (_what, text, missing) => {
  expect(shapeText(fonts.bold, text).missing).toBe(missing)
})

test('composed and decomposed letters are the same glyphs', () => {
  const composed = shapeText(fonts.regular, 'Jalapeño ắ')
  expect(shapeText(fonts.regular, 'Jalapen\u0303o a\u0306\u0301')).toEqual(composed)
})

test('widths add up, and figures are as wide as each other so that numbers stand in columns', () => {
  expect(width('SJ')).toBeCloseTo(width('S') + width('J'), 12)
  expect(new Set(Array.from('0123456789', width)).size).toBe(1)
})

test('a capital of n dots is n dots high', () => {
  for (const dots of [7, 11, 16, 31])
    for (const font of [fonts.regular, fonts.bold]) {
      const ink = font.glyph('H')?.shape(dots / font.capHeight).ink
      expect([ink?.top, ink?.bottom]).toEqual([-dots, 0])
    }
})

test('bytes that are no font are refused', () => {
  expect(() => openFont(new TextEncoder().encode('<svg/>'.padEnd(200)))).toThrow(/signature/)
})

function width(text: string): number {
  return widthOf(shapeText(fonts.bold, text).glyphs)
}
