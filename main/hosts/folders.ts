import path from 'node:path'

/** Where a kitchen's files are, unless the command line says otherwise. */
export interface Folders {
  /** Holds the database and nothing else. */
  readonly dataDir: string
  /** Outside the data folder, so that losing one does not lose the other. */
  readonly backupDir: string
}

/** What the default folders depend on. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly demo: boolean
}

/** The folders the system keeps for programs and for people. */
export interface SystemFolders {
  /** `%APPDATA%`, `~/Library/Application Support` or `~/.config`. */
  readonly appData: string
  readonly documents: string
}

/** The default folders where no runtime names the system's: the same ones that Electron uses. */
export function defaultFolders({ platform, env, home, demo }: Surroundings): Folders {
  const paths = platform === 'win32' ? path.win32 : path.posix
  return foldersIn({ appData: appDataOf(platform, env, home), documents: paths.join(home, 'Documents') }, demo, paths)
}

/** The layout inside the system's folders. Demo backups stay beside the demo, where nobody restores one by mistake. */
export function foldersIn({ appData, documents }: SystemFolders, demo: boolean, paths = path): Folders {
  const own = paths.join(appData, 'Traceberry')
  return demo
    ? { dataDir: paths.join(own, 'demo'), backupDir: paths.join(own, 'demo backups') }
    : { dataDir: paths.join(own, 'data'), backupDir: paths.join(documents, 'Traceberry backups') }
}

/**
 * The usual folders with those a person named in their place. Backups go beside a data folder that was named, so that
 * one kitchen's backups never stand among another's.
 */
export function chooseFolders(usual: Folders, data: string | undefined, backups: string | undefined): Folders {
  const usualBackups = data === undefined ? usual.backupDir : `${data} backups`
  return { dataDir: data ?? usual.dataDir, backupDir: backups ?? usualBackups }
}

function appDataOf(platform: NodeJS.Platform, env: Surroundings['env'], home: string): string {
  if (platform === 'win32') return env['APPDATA'] || path.win32.join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support')
  // XDG base directory specification: a relative path is invalid and must be ignored.
  const configured = env['XDG_CONFIG_HOME']
  return configured?.startsWith('/') ? configured : path.posix.join(home, '.config')
}
