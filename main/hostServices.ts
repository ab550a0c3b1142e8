import type { Capabilities } from '../shared/api/system.ts'
import type { Notice } from '../shared/api/notices.ts'
import type { Dispatch } from './api/dispatcher.ts'

/** What a host lends the core; the core never asks which host it is. */
export interface HostServices {
  readonly capabilities: Capabilities
  /** Prints a self-contained HTML page to a tagged PDF. @throws an Error with a sentence where it cannot. */
  printToPdf(html: string): Promise<Uint8Array>
  /** Asks the person for a folder; null when the dialog was closed. */
  pickFolder(title: string): Promise<string | null>
  /** Shows a folder in the system's file manager. */
  showFolder(folder: string): Promise<void>
  /** Makes the app start with the computer, or no longer; asked with null it only tells. @returns whether it does */
  openAtLogin(wanted: boolean | null): Promise<boolean>
  /** Hands a checked installer to the system and quits. */
  install(file: string): Promise<void>
  /**
   * Opens the other kitchen, made first where it is not there.
   * @returns where the window finds it, or null where the app starts again by itself. @throws an Error with a sentence
   */
  goTo(kitchen: KitchenName): Promise<string | null>
}

/** The running core, as hosts see it. */
export interface App {
  readonly dispatch: Dispatch
  /** @returns a function that ends the subscription */
  onNotice(listener: (notice: Notice) => void): () => void
  /** Takes a file that the person opened with the app from outside. */
  open(file: string): void
  /** Finishes what is running, closes the database cleanly. */
  close(): Promise<void>
}

/** Which kitchen: the demo, or the person’s own. */
export type KitchenName = 'demo' | 'own'

/** A year of a small kitchen for people to look around in, or the few days of the story that tests go by. */
export type DemoKitchen = 'year' | 'story'

/** Where a core works. Plain data: it crosses into the core's thread. */
export interface AppFolders {
  readonly dataDir: string
  /** Where backups go until the person chooses another folder. */
  readonly backupDir: string
  /** Fills an empty record with a demo kitchen. */
  readonly demo: DemoKitchen | false
}
