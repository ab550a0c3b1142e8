import { describe, expect, test } from 'vitest'
import { capsOf, isKey, type PressedKey } from '../../renderer/app/keys.ts'
import { keySections, type KeySection } from '../../renderer/app/keySections.ts'
import { treeMove } from '../../renderer/trace/treeKeys.ts'

function pressed(key: string, more: Partial<PressedKey> = {}): PressedKey {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
}

describe('a key is the one that is written', () => {
  const control = { ctrlKey: true }
  test.each([
    ['Control+K /', pressed('k', control), true],
    ['Control+K /', pressed('K', control), true],
    ['Control+K /', pressed('k', { metaKey: true }), true],
    ['Control+K /', pressed('/'), true],
    ['Control+K /', pressed('k'), false],
    ['Control+K /', pressed('/', { altKey: true }), false],
    ['Control+Z', pressed('Z', { ...control, shiftKey: true }), false],
    ['Control+Y Control+Shift+Z', pressed('Z', { ...control, shiftKey: true }), true],
    ['F10', pressed('F10'), true],
    ['F10', pressed('F10', { shiftKey: true }), false],
    ['?', pressed('?', { shiftKey: true }), true],
    ['Alt+X', pressed('≈', { altKey: true, code: 'KeyX' }), true],
    ['Alt+X', pressed('x', { altKey: true, ...control, code: 'KeyX' }), false],
    ['Alt+1 Alt+2', pressed('™', { altKey: true, code: 'Digit2' }), true],
    ['Alt+1 Alt+2', pressed('3', { altKey: true, code: 'Digit3' }), false],
    ['Shift+ArrowLeft', pressed('ArrowLeft'), false],
    ['+', pressed('+', { shiftKey: true }), true],
  ])('%s', (key, event, is) => {
    expect(isKey(event, { key })).toBe(is)
  })
})

test('caps are written as they are on the keyboard, and nine digits as one', () => {
  expect(capsOf('Control+K /')).toEqual([['Ctrl', 'K'], ['/']])
  expect(capsOf('+')).toEqual([['+']])
  expect(capsOf('Shift+ArrowLeft')).toEqual([['Shift', '←']])
  expect(capsOf('Alt+1 Alt+2 Alt+3')).toEqual([['Alt', '1 … 3']])
})

test('no two keys that always work on one screen are the same', () => {
  const sections: readonly KeySection[] = Object.values(keySections)
  const single = sections.flatMap(({ on, keys }) =>
    on === null
      ? []
      : Object.values(keys)
          .filter(({ key, when }) => when === undefined && key.split(' ').every((way) => /^.$/.test(way)))
          .flatMap(({ key }) => key.split(' ').map((way) => `${way} on ${on.source}`)),
  )
  expect(single.length).toBeGreaterThan(15)
  expect(single.filter((each, at) => single.indexOf(each) !== at)).toEqual([])
})

test('every key of a tree is listened to', () => {
  const ways = Object.values(keySections.tree.keys).flatMap(({ key }) => key.split(' '))
  const row = { opens: true, node: { kind: 'lot', id: 1 } }
  // Two lines, the first of them open: only what treeMove reads of them.
  const lines = [
    { row, bare: false, open: true, parent: -1 },
    { row, bare: false, open: false, parent: 0 },
  ] as unknown as Parameters<typeof treeMove>[1]
  expect(ways.filter((key) => treeMove(key, lines, 1) === undefined)).toEqual([])
})
