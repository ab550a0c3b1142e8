import type { Envelope } from '../../shared/api/errors.ts'
import type { Notice } from '../../shared/api/notices.ts'
import type { Capabilities } from '../../shared/api/system.ts'
import type { AppFolders } from '../hostServices.ts'

/** What the core's thread is started with. */
export interface ThreadData extends AppFolders {
  readonly capabilities: Capabilities
}

export type HostMethod = 'printToPdf' | 'pickFolder' | 'showFolder' | 'openAtLogin' | 'install' | 'goTo'

export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly op: unknown; readonly input: unknown }
  | { readonly kind: 'host answer'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | { readonly kind: 'open'; readonly file: string }
  | { readonly kind: 'close' }

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly envelope: Envelope }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'host'; readonly id: number; readonly method: HostMethod; readonly argument: unknown }
  | { readonly kind: 'closed' }
