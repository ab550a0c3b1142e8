import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  checkDigit,
  checkElements,
  digitalLink,
  elementString,
  type Gs1Element,
  gtin14,
} from '../../shared/domain/gs1Elements.ts'

interface Vector {
  readonly in: string
  readonly ok: boolean
  readonly dataStr?: string
  readonly dl?: string
}

/** Verdicts of GS1's own syntax engine on inputs we chose (Apache-2.0; version in the file). */
const vectors = JSON.parse(readFileSync(new URL('../fixtures/gs1Vectors.json', import.meta.url), 'utf8')) as {
  readonly ai: readonly Vector[]
}

function elementsOf(bracketed: string): Gs1Element[] {
  return [...bracketed.matchAll(/\((\d+)\)([^(]*)/g)].map(([, ai = '', value = '']) => ({ ai, value }))
}

test.each(vectors.ai)('agrees with GS1’s engine on $in', ({ in: input, ok, dataStr, dl }) => {
  const elements = elementsOf(input)
  expect(checkElements(elements).ok).toBe(ok)
  if (!ok) return
  expect(elementString(elements)).toBe(dataStr)
  expect(digitalLink(elements, 'https://id.gs1.org')).toBe(dl)
})

test('a check digit is computed from the right, and a GTIN with a wrong one is none', () => {
  expect(checkDigit('950600013435')).toBe('2')
  expect([gtin14('9506000134352'), gtin14('0-95060-00134352'), gtin14('9506000134353'), gtin14('12345')]).toEqual([
    '09506000134352',
    '09506000134352',
    undefined,
    undefined,
  ])
})

test('a refusal names the identifier and says why', () => {
  expect(checkElements([{ ai: '10', value: 'SJ-1' }])).toEqual({
    ok: false,
    ai: '10',
    message: '(10) is only valid together with (01) or (02) or (03) or (8006) or (8026).',
  })
})
