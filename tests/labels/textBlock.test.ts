import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelFonts } from '../../main/print/drawLabels.ts'
import { blankBitmap, boxHolds, type DotBox, isBlack } from '../../shared/labels/bitmap.ts'
import { drawText, setText, type TextBlock, type TextRules } from '../../shared/labels/textBlock.ts'

const { regular, bold } = labelFonts
const rules: TextRules = { largest: 40, smallest: 12, maxLines: 2, align: 'left' }
const box = (width: number, height: number): DotBox => ({ left: 10, top: 10, right: 10 + width, bottom: 10 + height })

function set(text: string, at: DotBox, change: Partial<TextRules> = {}): TextBlock {
  return setText([{ text, font: bold, whole: false }], at, { ...rules, ...change })
}

test('text that is said to fit has all of its ink in its box, whatever it says', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÖŁŒẮ0-9½-]{1,12}$/)
  const text = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))
  const align = fc.constantFrom('left', 'center', 'right' as const)
  fc.assert(
    fc.property(text, align, fc.integer({ min: 20, max: 260 }), fc.integer({ min: 10, max: 90 }), (...drawn) => {
      const [name, side, width, height] = drawn
      const block = set(name, box(width, height), { align: side })
      const bitmap = blankBitmap(300, 120)
      drawText(bitmap, block)
      expect(!block.fits || inkOf(bitmap).every((dot) => boxHolds(box(width, height), dot))).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('text shrinks dot by dot of its capitals, and no further than allowed', () => {
  const sizes = [400, 300, 200, 150, 100, 60].map((width) => {
    const block = set('Strawberry Jam', box(width, 60), { maxLines: 1 })
    return [width, Math.round(block.dotsPerEm * bold.capHeight), block.fits]
  })
  expect(sizes).toEqual([
    [400, 27, true],
    [300, 27, true],
    [200, 18, true],
    [150, 13, true],
    [100, 9, true],
    [60, 9, false],
  ])
})

test('a long name takes more lines before it becomes small, and the lines are about equally long', () => {
  const [one, two] = [1, 2].map((maxLines) => set('Rhubarb Ginger Jam with Vanilla', box(260, 80), { maxLines }))
  expect([one?.lines.length, two?.lines.length]).toEqual([1, 2])
  expect(two?.dotsPerEm).toBeGreaterThan(one?.dotsPerEm ?? Infinity)
  const lengths = two?.lines.map(({ glyphs }) => glyphs.length) ?? []
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(6)
})

test.each([
  ['a typed line break', 'Jam\nJelly', ['Jam', 'Jelly']],
  ['hyphens and slashes', 'Sugar-Free/Organic', ['Sugar-', 'Free/', 'Organic']],
  ['spaces, but not no-break ones', 'No\u00a0555555 Jam', ['No\u00a0555555', 'Jam']],
])('lines are broken at %s', (_what, text, lines) => {
  const block = set(text, box(110, 100), { maxLines: 3, largest: 24, smallest: 24 })
  expect(block.lines.map(({ glyphs }) => glyphs.length)).toEqual(lines.map((line) => line.length))
})

test('a number is never broken', () => {
  const block = setText([{ text: 'SJ-20260304-A', font: bold, whole: true }], box(80, 100), { ...rules, smallest: 24 })
  expect([block.lines.length, block.fits]).toEqual([1, false])
})

test('a caption stands on the same line in its own weight', () => {
  const parts = [
    { text: 'Best by ', font: regular, whole: false },
    { text: 'Mar 4, 2027', font: bold, whole: true },
  ]
  const [line] = setText(parts, box(400, 60), rules).lines
  expect(line?.glyphs.length).toBe('Best by Mar 4, 2027'.length)
  expect(line?.glyphs[0]).toBe(regular.glyph('B'))
  expect(line?.glyphs.at(-1)).toBe(bold.glyph('7'))
})

test('ink is flush with the side it is aligned to, at every size', () => {
  for (const largest of [14, 20, 33, 40]) {
    const at = (align: TextRules['align']) => set('Jam', box(200, 60), { largest, align }).ink
    expect([at('left')?.left, at('right')?.right]).toEqual([10, 210])
    expect(Math.abs((at('center')?.left ?? 0) - 10 - (210 - (at('center')?.right ?? 0)))).toBeLessThanOrEqual(1)
  }
})

test('nothing to print fits anywhere', () => {
  expect([set('', box(5, 5)).fits, set(' \n ', box(5, 5)).ink]).toEqual([true, undefined])
})

function inkOf(bitmap: ReturnType<typeof blankBitmap>): DotBox[] {
  const dots: DotBox[] = []
  for (let y = 0; y < bitmap.heightDots; y += 1)
    for (let x = 0; x < bitmap.widthDots; x += 1)
      if (isBlack(bitmap, x, y)) dots.push({ left: x, top: y, right: x + 1, bottom: y + 1 })
  return dots
}
