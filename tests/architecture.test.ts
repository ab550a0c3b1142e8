import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/*
 * Who may import whom, and what may be used where (main/README.md). The rules are plain functions over the sources,
 * tried first on made-up files that break them, so that a rule that stopped working fails here.
 */
interface Source {
  readonly file: string
  readonly text: string
}

interface Rule {
  readonly says: string
  readonly broken: (source: Source) => string | undefined
  /** A source that breaks it. */
  readonly example: Source
}

const root = path.resolve(import.meta.dirname, '..')

const rules: readonly Rule[] = [
  onlyImports(
    'shared/domain/',
    [/^\.\//, /^\.\.\/words\//],
    'shared/domain imports nothing but itself and words',
    'zod',
  ),
  onlyImports(
    'shared/labels/',
    [/^\.\.?\//, /^bwip-js\/generic$/, /^jsbarcode/, /^opentype\.js/],
    'shared/labels imports only domain and its libraries',
    'node:fs',
  ),
  onlyImports(
    'shared/api/',
    [/^\.\//, /^\.\.\/(?:domain|words)\//, /^zod$/],
    'shared/api imports only zod, domain and words',
    '../labels/layout.ts',
  ),
  onlyImports('shared/testing/', [/^\.\.?\//], 'shared/testing is as pure as the rest of shared', 'node:crypto'),
  keptIn(['better-sqlite3', 'kysely'], ['main/db/'], 'SQL stays in main/db'),
  keptIn(['electron'], ['main/hosts/electron/'], 'electron is imported only by its host'),
  keptIn(['node:http', 'node:https'], ['main/hosts/loopback/'], 'HTTP is served only by the loopback host'),
  keptIn(['node:net', 'node:dgram', 'node:tls'], ['main/print/transports/'], 'sockets are opened only to printers'),
  keptIn(
    ['node:child_process'],
    ['main/print/transports/', 'main/hosts/loopback/'],
    'programs are started only by transports and the loopback host',
  ),
  keptIn(['node:worker_threads'], ['main/thread/'], 'threads are known only to main/thread'),
  forbids(
    'renderer/',
    /from '(?:\.\.\/)+main\/|from 'node:/,
    'the renderer knows neither main nor Node',
    `import x from '../../main/core.ts'`,
    ['renderer/vite.config.ts'],
  ),
  forbids(
    'main/',
    /from '(?:\.\.\/)+renderer\//,
    'main does not know the renderer',
    `import { x } from '../renderer/api/door.ts'`,
  ),
  forbids(
    'shared/',
    /from '(?:\.\.\/)+(?:main|renderer)\//,
    'shared knows neither side',
    `import { x } from '../../main/core.ts'`,
  ),
  forbids(
    'main/',
    /from '(?:\.\.\/)+hosts\/|from '\.\/hosts\//,
    'nothing imports a host',
    `import { x } from '../hosts/csp.ts'`,
    ['main/hosts/'],
  ),
  hostImports(),
  forbids(
    'renderer/',
    /\bfetch\(|window\.traceberry|new EventSource/,
    'only the transport knows how to reach the core',
    `await fetch('x')`,
    ['renderer/api/transport.ts'],
  ),
  forbids(
    '',
    /\bDate\.now\(\)|new Date\(\)|Math\.random\(\)/,
    'clock and chance are passed in',
    `const now = Date.now()`,
    ['main/core.ts', 'tests/'],
  ),
  forbids('', /randomUUID|randomBytes/, 'ids are made in one place a side', `crypto.randomUUID()`, [
    'main/core.ts',
    'main/log.ts',
    'main/backup/seal.ts',
    'main/services/pinHash.ts',
    'main/hosts/',
    'renderer/api/useCommand.ts',
    'tests/',
  ]),
  forbids('', /^export \* from|^export \{[^}]*\} from/m, 'there are no barrels', `export * from './x.ts'`, [
    'main/app.ts',
    'tests/',
  ]),
  forbids('', /^(?:export )?let /m, 'modules keep no state that changes', `let count = 0`, [
    'tests/',
    // Whose words are said: the one thing that every sentence depends on.
    'shared/words/say.ts',
  ]),
  forbids('', /^\s*(?:export )?(?:enum|namespace) /m, 'no enums and no namespaces', `export enum Color { Red }`),
  forbids(
    '',
    /@ts-(?:ignore|expect-error|nocheck)|\bas any\b|: any\b/,
    'types are not stepped around',
    `const x = y as any`,
    ['tests/architecture.test.ts'],
  ),
  {
    says: 'no file is longer than 400 lines, but lists of words',
    broken: ({ file, text }) =>
      !file.startsWith('shared/words/es/') && text.split('\n').length > 400
        ? `${text.split('\n').length} lines`
        : undefined,
    example: { file: 'main/x.ts', text: '\n'.repeat(401) },
  },
  {
    says: 'files are named camelCase.ts or PascalCase.tsx',
    broken: ({ file }) =>
      /(?:^|\/)(?:\d{3}-[a-z-]+\.ts|[a-z][A-Za-z0-9]*(?:\.(?:test|spec|config|d))?\.ts|[A-Z][A-Za-z0-9]*\.tsx|main\.tsx|fields\.tsx|[a-z]+\.mjs)$/.test(
        file,
      )
        ? undefined
        : file,
    example: { file: 'main/some_file.ts', text: '' },
  },
]

describe.each(rules)('$says', ({ broken, example }) => {
  test('everywhere', () => {
    const found = sources().flatMap((source) => {
      const what = broken(source)
      return what === undefined ? [] : [`${source.file}: ${what}`]
    })
    expect(found).toEqual([])
  })

  test('and the rule can fail', () => {
    expect(broken(example)).toBeDefined()
  })
})

test('imports make no circle', () => {
  const graph = new Map(
    sources().map((source) => [source.file, importsOf(source).flatMap((name) => resolve(source.file, name) ?? [])]),
  )
  expect(findCircle(graph)).toEqual([])
  expect(
    findCircle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ]),
    ),
  ).toEqual(['a', 'b', 'c', 'a'])
})

test('the first screen waits for no schema: what is behind it comes later', () => {
  const texts = new Map(sources().map((source) => [source.file, source]))
  const loaded = new Set<string>()
  function load(file: string): void {
    const source = texts.get(file)
    if (loaded.has(file) || !source) return
    loaded.add(file)
    for (const name of valuesFrom(source)) load(resolve(file, name) ?? name)
  }
  load('renderer/main.tsx')
  expect([...loaded]).toContain('renderer/features/today/Today.tsx')
  expect([...loaded].filter((file) => /shared\/api\/(?:zod|contract)\.ts|app\/Screens/.test(file))).toEqual([])
  expect(
    valuesFrom({ file: 'a.ts', text: `import { type A, b } from './b.ts'\nimport type { C } from './c.ts'` }),
  ).toEqual(['./b.ts'])
})

function onlyImports(folder: string, allowed: readonly RegExp[], says: string, forbidden: string): Rule {
  return {
    says,
    broken: (source) =>
      source.file.startsWith(folder)
        ? importsOf(source).find((name) => !allowed.some((pattern) => pattern.test(name)))
        : undefined,
    example: { file: `${folder}x.ts`, text: `import x from '${forbidden}'` },
  }
}

function keptIn(names: readonly string[], folders: readonly string[], says: string): Rule {
  return {
    says,
    broken: (source) =>
      source.file.startsWith('tests/') || folders.some((folder) => source.file.startsWith(folder))
        ? undefined
        : importsOf(source).find((name) => names.includes(name)),
    example: { file: 'main/services/x.ts', text: `import x from '${names[0]}'` },
  }
}

function forbids(folder: string, pattern: RegExp, says: string, example: string, except: readonly string[] = []): Rule {
  return {
    says,
    broken: ({ file, text }) => {
      if (!file.startsWith(folder) || except.some((start) => file.startsWith(start))) return undefined
      return pattern.exec(withoutComments(text))?.[0]
    },
    example: { file: `${folder || 'main/'}x.ts`, text: example },
  }
}

/** Hosts import the core's face, what both share, and themselves. */
function hostImports(): Rule {
  return {
    says: 'hosts import only app.ts, shared types and each other’s helpers',
    broken: (source) => {
      if (!source.file.startsWith('main/hosts/')) return undefined
      return importsOf(source).find((name) => {
        const target = resolve(source.file, name)
        if (target === undefined) return false
        return !/^main\/(?:app\.ts|hosts\/)|^shared\//.test(target) && !/^main\/api\/dispatcher\.ts$/.test(target)
      })
    },
    example: { file: 'main/hosts/electron/x.ts', text: `import { startCore } from '../../core.ts'` },
  }
}

function importsOf({ text }: Source): string[] {
  const statement = /^\s*(?:import|export)\s[^'";]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm
  return [...withoutComments(text).matchAll(statement)].map((found) => found[1] ?? found[2] ?? found[3] ?? '')
}

/** What a file imports at once, and not only for its types. */
function valuesFrom({ file, text }: Source): string[] {
  const kept = withoutComments(text)
    .replaceAll(/\bimport\(/g, 'later(')
    .replaceAll(/^import type [^;]*?from '[^']+'/gm, '')
    .replaceAll(/^import \{(?:\s*type \w+,?)+\s*\} from '[^']+'/gm, '')
  return importsOf({ file, text: kept })
}

function resolve(file: string, name: string): string | undefined {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : undefined
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function sources(): Source[] {
  return ['main', 'renderer', 'shared', 'tests']
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => /\.(?:ts|tsx)$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = `${folder}/${name}`
    return statSync(path.join(root, file)).isDirectory() ? filesBelow(file) : [file]
  })
}

function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  function visit(file: string, way: readonly string[]): string[] {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...way, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const circle = visit(file, [])
    if (circle.length > 0) return circle
  }
  return []
}
