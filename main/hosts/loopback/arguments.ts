import path from 'node:path'
import type { DemoKitchen } from '../../app.ts'

export interface LoopbackArguments {
  readonly open: boolean
  /** 0 takes any free port; null one that is the same each time where it is free. */
  readonly port: number | null
  readonly dataDir: string
  readonly backupDir: string
  readonly demo: DemoKitchen | false
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly arguments: LoopbackArguments }
  | { readonly kind: 'help' }
  /** A sentence that says which argument and what it should be. */
  | { readonly kind: 'problem'; readonly message: string }

interface Surroundings {
  readonly cwd: string
  readonly folders: (demo: boolean) => { readonly dataDir: string; readonly backupDir: string }
}

export const help = `Traceberry in a browser window.

  --demo             open the demo kitchen, a year of one; your own records stay as they are (--demo=story: a few days)
  --data FOLDER      keep the records in FOLDER
  --backups FOLDER   keep the backups in FOLDER (with --data: "FOLDER backups" unless you say otherwise)
  --port N           listen on port N of this computer, or with 0 on any free one (by default on the same one each
                     time where it is free, so that the window remembers how it should look)
  --no-open          do not open a window; print the address and wait
  --help             show this

When it is ready it prints one line of JSON with the address, which opens one window once, and a token for scripts.
`

/** The few days that tests and pictures go by. */
const STORY = '--demo=story'

/** Reads the command line; folders are taken from where the person is. */
export function parseArguments(argv: readonly string[], { cwd, folders }: Surroundings): ParsedArguments {
  const values = new Map<string, string>()
  const flags = new Set<string>()
  const rest = [...argv]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name, attached] = split(argument)
    if (isFlag(name) && attached === undefined) flags.add(name)
    else if (argument === STORY) flags.add(argument)
    else if (isValue(name)) {
      const value = attached ?? rest.shift()
      if (!value || value.startsWith('--')) return problem(`${name} needs a value after it.`)
      if (values.has(name)) return problem(`${name} is given twice.`)
      values.set(name, value)
    } else return problem(`Traceberry does not know the argument “${argument}”.`)
  }
  if (flags.has('--help')) return { kind: 'help' }

  const port = values.get('--port') ?? null
  if (port !== null && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
    return problem(`--port must be a whole number from 0 to 65535, not ${port}.`)
  const demo = flags.has(STORY) ? 'story' : flags.has('--demo') && 'year'
  const { dataDir, backupDir } = chosen(values, cwd, folders(demo !== false))
  if (dataDir === backupDir) return problem('--backups must be another folder than --data.')
  const open = !flags.has('--no-open')
  return { kind: 'run', arguments: { open, port: port === null ? null : Number(port), dataDir, backupDir, demo } }
}

/** Where the kitchen is that the person goes to from the one they started. @returns undefined where it has no place */
export function otherFolders(
  { dataDir, demo }: LoopbackArguments,
  folders: Surroundings['folders'],
): { readonly dataDir: string; readonly backupDir: string } | undefined {
  const named = dataDir !== folders(demo !== false).dataDir
  if (!named) return folders(demo === false)
  return demo === false ? { dataDir: `${dataDir} demo`, backupDir: `${dataDir} demo backups` } : undefined
}

function chosen(values: ReadonlyMap<string, string>, cwd: string, usual: { dataDir: string; backupDir: string }) {
  const data = values.get('--data')
  const backups = values.get('--backups')
  const dataDir = data === undefined ? usual.dataDir : path.resolve(cwd, data)
  if (backups !== undefined) return { dataDir, backupDir: path.resolve(cwd, backups) }
  // Beside the data, never in it: whoever deletes or loses the folder keeps the backups.
  return { dataDir, backupDir: data === undefined ? usual.backupDir : `${dataDir} backups` }
}

/** `--name=value` as well as `--name value`. */
function split(argument: string): [string, string?] {
  const at = argument.indexOf('=')
  return at === -1 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)]
}

function isFlag(name: string): boolean {
  return name === '--demo' || name === '--no-open' || name === '--help'
}

function isValue(name: string): boolean {
  return name === '--data' || name === '--backups' || name === '--port'
}

function problem(message: string): ParsedArguments {
  return { kind: 'problem', message: `${message} --help shows what there is.` }
}
