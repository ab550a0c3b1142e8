import { sayWord } from '../../shared/words/say.ts'
const services: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^onedrive(?:\s-\s.*)?$/i, 'OneDrive'],
  [/^dropbox(?:\s\(.*\))?$/i, 'Dropbox'],
  [/^google ?drive(?:-.*)?$|^my drive$/i, 'Google Drive'],
  [/^icloud ?drive(?:-.*)?$|^com~apple~clouddocs$|^mobile documents$/i, 'iCloud'],
  [
    /^(?:nextcloud|owncloud|pcloud ?drive|mega(?:sync)?|box(?: sync)?|syncthing|creative cloud files)$/i,
    'a sync service',
  ],
]

/**
 * The service that copies a folder to the cloud behind the app's back, by the folders' usual names, or null. Its copy of
 * an open record is corrupt more often than not: it reads the file while it is being written.
 */
export function cloudServiceOf(folder: string): string | null {
  for (const part of folder.split(/[\\/]/))
    for (const [pattern, name] of services) if (pattern.test(part)) return sayWord(name)
  return null
}

/** Whether the path names a share on another computer in the way Windows writes it. */
export function isNetworkPath(folder: string): boolean {
  return /^(?:\\\\|\/\/)[^\\/?.]/.test(folder)
}
