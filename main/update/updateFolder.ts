import { createHash } from 'node:crypto'
import { copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/api/errors.ts'
import { z } from '../../shared/api/zod.ts'
import { parse } from 'yaml'
import { say } from '../../shared/words/say.ts'

/** A newer version in a folder, as the packager describes it beside its installers. */
export interface FoundUpdate {
  readonly version: string
  /** Name of the installer in the folder. */
  readonly file: string
  readonly bytes: number
  /** SHA-512 of the installer, in base64. */
  readonly sha512: string
}

/** electron-builder's description of a release; what else is in it does not matter here. */
const Release = z.object({
  version: z.string().regex(/^\d{1,4}(?:\.\d{1,4}){2}$/),
  files: z.array(z.object({ url: z.string(), sha512: z.string(), size: z.int().positive() })),
})

const systems: Partial<Record<NodeJS.Platform, { readonly release: string; readonly installers: readonly string[] }>> =
  {
    win32: { release: 'latest.yml', installers: ['.exe'] },
    darwin: { release: 'latest-mac.yml', installers: ['.dmg'] },
    linux: { release: 'latest-linux.yml', installers: ['.deb', '.AppImage'] },
  }

/**
 * The newer version that a folder holds for a system, or undefined where it holds none.
 * @param current version that runs, `1.2.3`
 * @throws AppError `not_found` where the folder is not there, `conflict` for a release that cannot be read
 */
export function findUpdate(folder: string, current: string, platform: NodeJS.Platform): FoundUpdate | undefined {
  const system = systems[platform]
  if (!system || !names(folder).includes(system.release)) return undefined
  const release = Release.safeParse(readYaml(path.join(folder, system.release))).data
  if (!release)
    throw unreadable(say('{file} in {folder} does not describe a release.', { file: system.release, folder }))
  if (!isNewer(release.version, current)) return undefined
  for (const ending of system.installers) {
    // A name with a way in it would lead out of the folder.
    const file = release.files.find(
      ({ url }) => url.endsWith(ending) && url === path.basename(url) && !url.includes('\\'),
    )
    if (file) return { version: release.version, file: file.url, bytes: file.size, sha512: file.sha512 }
  }
  return undefined
}

/**
 * Copies an installer into a folder of ours and checks the copy, so that what is run is what was checked.
 * @returns the copy's file
 * @throws AppError `conflict` where it is not the file that its release describes
 */
export function takeInstaller(folder: string, update: FoundUpdate, into: string): string {
  const source = path.join(folder, update.file)
  const copy = path.join(into, update.file)
  const found = lstatSync(source, { throwIfNoEntry: false })
  if (!found?.isFile()) throw unreadable(say('{file} is not in {folder}.', { file: update.file, folder }))
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  if (found.size === update.bytes) copyFileSync(source, copy)
  if (found.size !== update.bytes || hashOf(copy) !== update.sha512) {
    rmSync(into, { recursive: true, force: true })
    throw unreadable(
      say('{file} is not the file that its maker published: it is damaged or was changed.', { file: update.file }),
    )
  }
  return copy
}

/** Whether a version comes after another, number by number. */
export function isNewer(version: string, current: string): boolean {
  const other = current.split('.').map(Number)
  for (const [at, number] of version.split('.').map(Number).entries()) {
    const before = other[at] ?? 0
    if (number !== before) return number > before
  }
  return false
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    throw new AppError({
      code: 'not_found',
      message: say(
        'The folder of updates, {folder}, is not there. Plug the stick in and look again, or choose another folder.',
        { folder },
      ),
    })
  }
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8').slice(0, 100_000))
  } catch {
    return undefined
  }
}

function hashOf(file: string): string {
  return createHash('sha512').update(readFileSync(file)).digest('base64')
}

function unreadable(what: string): AppError {
  return new AppError({
    code: 'conflict',
    message: say('{what} Nothing was installed. Copy the update to it again.', { what }),
  })
}
