import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blackenBox, blankBitmap, type Bitmap } from '../../shared/labels/bitmap.ts'
import { code128Length, encodeCode128 } from '../../shared/labels/code128.ts'
import { hasZbar, readWithZbar, readWithZxing } from '../support/symbolReaders.ts'

const printable = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) })

test('the numbers of LABELS.md: 176 modules for a lot, 220 for a unit, quiet zones included', () => {
  expect([code128Length('SJ-20260304-A'), code128Length('SJ-20260304-A-017')]).toEqual([176, 220])
})

const samples = [
  'SJ-20260304-A-017',
  '0',
  '00',
  '^XZ~JA"',
  ' a ',
  ...fc.sample(
    fc.oneof(
      printable.filter((text) => text.length > 0 && text.length <= 40),
      fc.stringMatching(/^[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?$/),
    ),
    { numRuns: 60, seed: 128 },
  ),
]

test('any printable ASCII is read back as written by ZXing', async () => {
  for (const text of samples) expect(await readWithZxing(drawn(text))).toEqual([{ text, format: 'Code128' }])
})

test('any printable ASCII is read back as written by zbar', ({ skip }) => {
  skip(!hasZbar(), 'zbarimg is not installed (Debian: zbar-tools)')
  for (const text of samples) expect(readWithZbar(drawn(text))).toEqual([text])
})

test.each([
  ['é', 'SJ-É', 'É'],
  ['a character that jsbarcode takes for its own signal', 'SJÎ', 'Î'],
  ['a line break', 'SJ\n1', '\n'],
  ['a delete character', 'SJ\x7f', '\x7f'],
  ['an emoji, whole', 'SJ🌶', '🌶'],
])('%s is refused and named', (_what, text, character) => {
  expect(encodeCode128(text)).toEqual({ ok: false, reason: 'character', character })
})

test('nothing, and what fits on no label, is refused', () => {
  expect([encodeCode128(''), encodeCode128('A'.repeat(81))]).toEqual([
    { ok: false, reason: 'empty' },
    { ok: false, reason: 'too long' },
  ])
})

test('what is let through is never shortened: there are as many symbols as its characters need', () => {
  fc.assert(
    fc.property(printable, (text) => {
      const length = code128Length(text.slice(0, 80)) ?? NaN
      // Eleven modules for each symbol, two more for the stop; at best one symbol for two digits.
      const symbols = (length - 20 - 2) / 11 - 3
      expect(text === '' || (Number.isInteger(symbols) && symbols >= Math.min(text.length, 80) / 2)).toBe(true)
    }),
  )
})

function drawn(text: string): Bitmap {
  const code = encodeCode128(text)
  if (!code.ok) throw new Error(`refused: ${text}`)
  const bitmap = blankBitmap((code.modules.length + 20) * 2, 60)
  for (const [at, bar] of code.modules.entries())
    if (bar) blackenBox(bitmap, { left: (at + 10) * 2, right: (at + 11) * 2, top: 5, bottom: 55 })
  return bitmap
}
