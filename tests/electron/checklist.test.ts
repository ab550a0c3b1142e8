import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/*
 * The numbered list of Electron's documentation, “Security”: each item with the tests that show it here, by file and
 * title, or with what must stand nowhere in the sources. A test that is renamed or taken away fails here.
 */
const here = import.meta.dirname
const root = path.resolve(here, '../..')
const ownSources = ['main/hosts/electron', 'renderer', 'shared']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(root, folder, name),
    ),
  )
  .filter((file) => /\.(?:ts|tsx|html)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

interface Item {
  readonly item: string
  /** File in tests/electron, and the beginning of a title in it. */
  readonly shown?: readonly (readonly [file: string, title: string])[]
  /** What no source of the window or its host may hold. */
  readonly nowhere?: RegExp
}

const items: readonly Item[] = [
  {
    item: '1. only load secure content',
    shown: [
      ['security', 'reaches no network'],
      ['policy', 'is not at %j'],
    ],
  },
  {
    item: '2. no Node.js integration for remote content',
    shown: [
      ['host', 'is sandboxed and isolated'],
      ['built', 'opens its page in a secure context, with nothing of Node'],
    ],
  },
  {
    item: '3. context isolation',
    shown: [
      ['host', 'is sandboxed and isolated'],
      ['preload', 'the preload exposes call and subscribe, and nothing else'],
    ],
  },
  { item: '4. process sandboxing', shown: [['host', 'is sandboxed and isolated']] },
  {
    item: '5. permission requests are handled',
    shown: [
      ['security', 'answers a request for $permission'],
      ['security', 'gives no device'],
    ],
  },
  { item: '6. web security is on', nowhere: /webSecurity/ },
  {
    item: '7. a content security policy',
    shown: [
      ['assets', 'allows scripts of the app alone, no eval, no frames, no forms, no network'],
      ['built', 'keeps its policy in the page'],
    ],
  },
  { item: '8. no insecure content', nowhere: /allowRunningInsecureContent/ },
  { item: '9. no experimental features', nowhere: /experimentalFeatures/ },
  { item: '10. no Blink features', nowhere: /enableBlinkFeatures|appendSwitch/ },
  { item: '11. no popups of webviews', shown: [['security', 'gets no webview']], nowhere: /allowpopups|<webview/i },
  { item: '12. webviews are verified before they are made', shown: [['security', 'gets no webview']] },
  { item: '13. navigation is limited', shown: [['security', 'stays in the app on %s']] },
  { item: '14. new windows are limited', shown: [['security', 'opens no window for $url']] },
  {
    item: '15. openExternal only with what is trusted',
    shown: [
      ['security', 'opens no window for $url'],
      ['services', 'that is a file or not there is not opened'],
    ],
  },
  {
    item: '17. the sender of every message is checked',
    shown: [
      ['host', 'of the app’s own frame reaches the core'],
      ['host', 'has the only channel there is'],
    ],
  },
  {
    item: '18. a protocol of its own instead of file://',
    shown: [
      ['host', 'registers the app scheme as standard and secure'],
      ['host', 'answers no other host'],
    ],
    nowhere: /loadFile\(|loadURL\(['"`]file:/,
  },
  { item: '19. fuses', shown: [['packaging', 'can be made to run nothing but this app']] },
  {
    item: '20. no API of Electron for the page',
    shown: [
      ['preload', 'the preload exposes call and subscribe, and nothing else'],
      ['preload', 'a listener gets notices without the event'],
    ],
  },
]

test.each(items)('$item', ({ shown = [], nowhere }) => {
  expect(shown.length > 0 || nowhere !== undefined).toBe(true)
  const untested = shown.filter(
    ([file, title]) => !readFileSync(path.join(here, `${file}.test.ts`), 'utf8').includes(`'${title}`),
  )
  expect(untested).toEqual([])
  expect(ownSources.filter(({ text }) => nowhere?.test(text)).map(({ file }) => file)).toEqual([])
})

test('16. a current version of Electron: an exact one, and the one that is locked', () => {
  const wanted = (
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> }
  ).devDependencies['electron']
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>
  }
  expect(wanted).toMatch(/^\d+\.\d+\.\d+$/)
  expect(packages['node_modules/electron']?.version).toBe(wanted)
  // The three newest lines are supported; 45 is the oldest that this app was ever built on.
  expect(Number(wanted?.split('.')[0])).toBeGreaterThanOrEqual(45)
})
