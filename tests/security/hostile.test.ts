import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Envelope } from '../../shared/api/errors.ts'
import { nameKey } from '../../shared/domain/names.ts'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { hostileTexts } from './hostileTexts.ts'

/*
 * Text from people, files and scanners is data, wherever it goes in and wherever it comes out. One kitchen takes every
 * hostile text in every field that takes text; what it refuses it refuses with a sentence, and what it takes comes out
 * as it went in: in the door, in pages, in tables, in backups.
 */
let kitchen: TestKitchen
let page: string
let tables: string[][]
const taken = new Map<string, Envelope>()

beforeAll(async () => {
  kitchen = await openKitchen()
  for (const [what, text] of hostileTexts) {
    const line = { ingredient: text, quantity: '2 lb', supplierLot: text }
    const input = { requestId: newId(), supplier: text, receivedOn: '2026-02-15', lines: [line] }
    taken.set(what, await kitchen.raw('pantry.receive', input))
  }
  const { name } = await kitchen.api.backups.make({ requestId: newId() })
  const readable = path.join(kitchen.backupDir, name, 'Readable copy')
  page = await readFile(path.join(readable, 'Read me.html'), 'utf8')
  const files = (await readdir(readable)).filter((file) => file.endsWith('.csv'))
  const texts = await Promise.all(files.map(async (file) => await readFile(path.join(readable, file), 'utf8')))
  tables = texts.flatMap((text) => parse(text, { bom: true }))
}, 120_000)
afterAll(async () => await kitchen.close())

const plain = (text: string) => text.trim()

describe.each(hostileTexts)('%s', (what, text) => {
  test('is refused with a sentence or taken as it is', async () => {
    const envelope = taken.get(what)
    if (envelope?.ok === false) {
      expect(envelope.error.code).toBe('invalid_input')
      expect(envelope.error.message).toMatch(/^[A-Z“].*[.!]$/s)
      expect(Object.keys(envelope.error.fields ?? {})).not.toEqual([])
      return
    }
    // Compared as names are: the full-width form of a name is that name.
    const suppliers = (await kitchen.api.directory.suppliers({})).map(({ name }) => nameKey(name))
    expect(suppliers).toContain(nameKey(text))
  })

  test('in a page runs nothing, and in a table is no formula', () => {
    const outside = page.replace(/<style>[\s\S]*?<\/style>/, '')
    expect(
      outside.match(/<(?!\/?(?:html|head|meta|title|body|h[1-3]|p|span|table|tr|th|td)\b|!doctype)[^>]*/gi),
    ).toBeNull()
    expect(outside).not.toMatch(/\son\w+\s*=\s*[^<]*>(?<=<[^>]*)/i)
    if (taken.get(what)?.ok === true && text.length < 100) {
      const cells = tables.flat().filter((cell) => cell.replace(/^'/, '') === plain(text))
      expect(cells).not.toEqual([])
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\uff1d\t\r]/)
    }
  })

  test('asked for finds what is there and breaks nothing', async () => {
    const answers = await Promise.all([
      kitchen.raw('trace.find', { text }),
      kitchen.raw('backups.preview', { name: text }),
      kitchen.raw('backups.restore', { requestId: newId(), name: text }),
      kitchen.raw('history.list', { after: text }),
      kitchen.raw(text, {}),
      kitchen.raw(`pantry.${text}`, {}),
      kitchen.raw('pantry.lots', { [text]: 1 }),
    ])
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).not.toBe('internal')
    expect(answers.slice(4, 6).every((answer) => !answer.ok)).toBe(true)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
})

describe('input that is no input', () => {
  const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)
  const shapes: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a number', 7],
    ['a list', []],
    ['10,000 lists in each other', deep(10_000)],
    ['a list of a million', Array.from({ length: 1_000_000 }, () => 0)],
    ['a prototype', JSON.parse('{"__proto__":{"polluted":true},"requestId":"x"}')],
    ['a constructor', JSON.parse('{"constructor":{"prototype":{"polluted":true}}}')],
    ['a number beyond all', { requestId: newId(), lines: [{ ingredient: 'x', quantity: '1e308 lb' }] }],
    ['a quantity below zero', { requestId: newId(), lines: [{ ingredient: 'x', quantity: '-1 lb' }] }],
    ['a quantity that is a number', { requestId: newId(), lines: [{ ingredient: 'x', quantity: Number.MAX_VALUE }] }],
    ['negative zero', { requestId: newId(), lines: -0 }],
    ['a request id that is none', { requestId: `'; DROP TABLE audit; --`, lines: [] }],
    ['a field too many', { requestId: newId(), lines: [], isAdmin: true }],
    ['lines that are an object', { requestId: newId(), lines: { length: 1e9, 0: {} } }],
    ['100,000 lines', { requestId: newId(), lines: Array.from({ length: 100_000 }, () => ({})) }],
  ]

  test.each(shapes)('%s is refused with a sentence', async (_what, input) => {
    const before = await kitchen.api.history.verify({})
    for (const op of ['pantry.receive', 'batches.record', 'products.save', 'kitchen.save', 'backups.seal']) {
      const answer = await kitchen.raw(op, input)
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', message: expect.stringMatching(/\w/) },
      })
    }
    expect(await kitchen.api.history.verify({})).toEqual(before)
    expect({}).not.toHaveProperty('polluted')
  })

  test.each([
    '',
    '.',
    '..',
    'toString',
    '__proto__.list',
    'constructor.name',
    'history',
    'history.',
    '.verify',
    'history.verify.x',
    'HISTORY.VERIFY',
  ])('the operation “%s” is not there', async (op) => {
    expect(await kitchen.raw(op, {})).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

test('labels are pictures: dots that spell commands are still dots', () => {
  const zpl = toZpl({ widthDots: 32, heightDots: 2, bytes: new TextEncoder().encode('^XZ~JA^X') })
  expect(zpl.match(/\^XZ/g)).toHaveLength(1)
  expect(zpl).not.toContain('~JA')
})
