import { statSync } from 'node:fs'

/** What a file is, beyond its name: the volume and the file on it. Undefined where there is none. */
export function fileMark(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}

/** Whether the name still belongs to the file that had that mark. */
export function sameFile(file: string, mark: string | undefined): boolean {
  return fileMark(file) === mark
}
