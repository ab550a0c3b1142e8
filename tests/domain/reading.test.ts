import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outOfLimits, parseReading, readingNamed, readingText, sayReading } from '../../shared/domain/reading.ts'
import { spanish } from '../../shared/words/es.ts'
import { saidIn, voiceOf } from '../../shared/words/say.ts'

function read(text: string, before: { name: string; unit: string }[] = []) {
  const parsed = parseReading(text, before)
  return parsed.ok ? [parsed.reading.name, parsed.reading.thousandths, parsed.reading.unit] : parsed.message
}

describe('a reading as typed at the stove', () => {
  test.each([
    ['t 105', ['Temperature', 105_000, '°F']],
    ['t105c', ['Temperature', 105_000, '°C']],
    ['T 220,5 °F', ['Temperature', 220_500, '°F']],
    ['temp: -18 c', ['Temperature', -18_000, '°C']],
    ['ph 3.2', ['pH', 3_200, '']],
    ['pH=3,25', ['pH', 3_250, '']],
    ['w 230 g', ['Weight', 230_000, 'g']],
    ['w 230', ['Weight', 230_000, 'g']],
    ['bx 65', ['Sugar', 65_000, '°Bx']],
    ['aw 0.85', ['Water activity', 850, '']],
    ['w 1,234.5 g', ['Weight', 1_234_500, 'g']],
    ['aw 0,853', ['Water activity', 853, '']],
    ['oven 180 C', ['Oven', 180_000, '°C']],
    ['proof time 45 min', ['Proof time', 45_000, 'min']],
  ])('%s', (text, reading) => {
    expect(read(text)).toEqual(reading)
  })

  test('takes the unit that the recipe expects, and the spelling of a name known before', () => {
    const before = [
      { name: 'Temperature', unit: '°C' },
      { name: 'Core Temp.', unit: '°C' },
    ]
    expect(read('t 105', before)).toEqual(['Temperature', 105_000, '°C'])
    expect(read('core temp. 75', before)).toEqual(['Core Temp.', 75_000, '°C'])
  })

  test.each([
    ['', /Type what you read/],
    ['105', /Type what you read/],
    ['t', /Type what you read/],
    ['t 1..5', /Type what you read/],
    ['t 1e9', /Type what you read|./],
    ['ph 33', /between 0 and 14/],
    ['ph -1', /between 0 and 14/],
    ['t 1.23456', /three digits/],
    ['w 99999999', /too large/],
    ['w 1,234 g', /^Is 1,234 1234 or 1\.234\?/],
    ['<b>t</b> 5', /Type what you read/],
  ])('%j gets a sentence', (text, sentence) => {
    expect(read(text)).toMatch(sentence)
  })

  test('is shown so that it reads back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('°F', '°C', 'g', '%'), (thousandths, unit) => {
        const parsed = parseReading(`t ${readingText({ thousandths, unit })}`)
        expect(parsed).toEqual({ ok: true, reading: { name: 'Temperature', thousandths, unit } })
      }),
    )
  })
})

describe('limits of a recipe', () => {
  const expected = [
    { name: 'Temperature', unit: '°F', least: 218_000, most: 222_000 },
    { name: 'pH', unit: '', least: null, most: 4_000 },
  ]

  test.each([
    ['t 220', null],
    ['t 218', null],
    ['t 217.999', 'below 218 °F'],
    ['t 105 c', null],
    ['t 106 c', 'above 222 °F'],
    ['ph 4', null],
    ['ph 4.001', 'above 4'],
    ['w 5 g', null],
    ['t 5 min', null],
  ])('%s', (text, why) => {
    const parsed = parseReading(text, expected)
    expect(parsed.ok && outOfLimits(parsed.reading, expected)).toBe(why)
  })
})

test('a reading is one and the same in either language, and a name of the kitchen’s own is kept', () => {
  saidIn(voiceOf('es', spanish), () => {
    expect(read('temperatura 105')).toEqual(['Temperature', 105_000, '°F'])
    expect(read('actividad de agua 0.85')).toEqual(['Water activity', 850, ''])
    expect(read('AZUCAR 65')).toEqual(['Sugar', 65_000, '°Bx'])
    expect(read('tiempo 45 min')).toEqual(['Time', 45_000, 'min'])
    expect(['Temperatura', 'temperature', 'Punto de perla'].map(readingNamed)).toEqual([
      'Temperature',
      'Temperature',
      'Punto de perla',
    ])
    expect(['Temperature', 'Punto de perla'].map(sayReading)).toEqual(['Temperatura', 'Punto de perla'])
  })
  expect(readingNamed('Temperatura')).toBe('Temperatura')
})
