import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Every module that loading a file loads with it, by its path in the sources. */
function loadedWith(file: string): string[] {
  const script = `
    import { registerHooks } from 'node:module'
    const seen = []
    registerHooks({ load(url, context, next) { seen.push(url); return next(url, context) } })
    await import(${JSON.stringify(new URL(`file://${path.join(root, file)}`).href)})
    process.stdout.write(seen.join('\\n'))`
  const seen = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: root })
  return seen
    .split('\n')
    .filter((url) => url.startsWith('file:'))
    .map((url) => path.relative(root, decodeURIComponent(new URL(url).pathname)))
}

test('the host that waits for the core loads no schemas', () => {
  const loaded = loadedWith('main/hosts/loopback/server.ts')
  expect(loaded).toContain('main/hosts/loopback/calls.ts')
  expect(loaded.filter((file) => /\/zod\/|shared\/api\/contract/.test(file))).toEqual([])
})

test('the core starts without what it writes workbooks with, and without what reads a release', () => {
  const loaded = loadedWith('main/core.ts')
  expect(loaded).toContain('main/db/open.ts')
  expect(loaded.filter((file) => /reports\/sheetXlsx|node_modules\/yaml|update\/updateFolder/.test(file))).toEqual([])
})
