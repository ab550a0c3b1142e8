// `npm run licences` lists every package that ships inside Traceberry with its licence, and fails on one that must not.
// The window is built with the same list, for More → About.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Licence {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** What its author asks to be passed on; empty where the package carries none. */
  readonly text: string
}

const root = path.resolve(import.meta.dirname, '../..')
const allowed =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib)$/

/**
 * Every package that ships: those the sources import, and what those depend on.
 * @throws an Error that names a package under a licence that Traceberry does not ship
 */
export function shippedLicences(): Licence[] {
  const found = new Map<string, Licence>()
  const waiting = [...importedPackages(), 'electron']
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const folder = path.join(root, 'node_modules', name)
    if (found.has(name) || !existsSync(folder)) continue
    const { version, license, dependencies = {} } = packageAt(folder)
    if (!mayShip(license)) throw new Error(`${name} ${version} is under “${license}”, which Traceberry does not ship.`)
    found.set(name, { name, version, licence: license, text: textIn(folder) })
    // Electron's runtime carries the notices of what is in it; its package only fetches it.
    if (name !== 'electron') waiting.push(...Object.keys(dependencies))
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export function mayShip(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((each) => allowed.test(each))
}

function packageAt(folder: string) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
    license: string
    dependencies?: Record<string, string>
  }
}

function importedPackages(): string[] {
  const names = new Set<string>()
  for (const folder of ['main', 'renderer', 'shared'])
    for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || file === 'vite.config.ts') continue
      const text = readFileSync(path.join(root, folder, file), 'utf8')
      for (const [, name = ''] of text.matchAll(/(?:from|import) '((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/[^']*)?'/g))
        names.add(name)
    }
  return [...names]
}

function textIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:$|[.-])/i.test(name))
  return file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(
    shippedLicences()
      .map(({ name, version, licence }) => `${name} ${version}, ${licence}\n`)
      .join(''),
  )
