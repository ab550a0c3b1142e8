import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const renderer = path.resolve(import.meta.dirname, '../../renderer')

/** What draws on paper or on a label, which have sizes and colours of their own, and where tokens are named. */
const drawsItself = new Set([
  'app/tokens.css',
  'features/designs/Canvas.module.css',
  'features/labels/Dots.module.css',
  'features/recalls/PrintedNotices.module.css',
  'trace/Printed.module.css',
])

const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.css') && !drawsItself.has(file))
  .map((file) => ({ file, screen: onScreen(readFileSync(path.join(renderer, file), 'utf8')) }))

test('screens name their sizes of type and their colours after the tokens', () => {
  const ownType = /font-size: [\d.]+(?:rem|px)/
  const ownColour = /#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(|light-dark\(/i
  // Figures inside a drawing scale with the drawing.
  const drawings = new Set(['trace/graph/Graph.module.css'])
  const own = sheets.flatMap(({ file, screen }) =>
    screen
      .split('\n')
      .filter((line) => ownColour.test(line) || (ownType.test(line) && !drawings.has(file)))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(own).toEqual([])
})

test('every token that is named is there', () => {
  const known = new Set(readFileSync(path.join(renderer, 'app/tokens.css'), 'utf8').match(/--tb-[\w-]+(?=:)/g))
  const named = sheets.flatMap(({ screen }) => screen.match(/var\(--tb-[\w-]+/g) ?? [])
  expect(named.length).toBeGreaterThan(300)
  expect([...new Set(named.map((name) => name.slice('var('.length)))].filter((name) => !known.has(name))).toEqual([])
})

/** Without what is for paper, which comes last. */
function onScreen(text: string): string {
  return text.split('@media print')[0] ?? ''
}
