import { createContext, useContext } from 'react'
import type { Begun } from '../../shared/api/files.ts'

/** The file that is being saved, and how far it is. */
export interface Saving {
  /** What it holds, for people: “everything”. */
  readonly what: string
  readonly format: string
  readonly step: 'copying' | 'writing'
  /** Percent of all of it. */
  readonly share: number
  /** Whether it was told to stop and has not yet. */
  readonly isStopping: boolean
}

export interface LargeSaves {
  readonly saving: Saving | undefined
  /** Saves a file that takes long; says by itself what became of it. One at a time. */
  save(of: Pick<Saving, 'what' | 'format'>, begin: () => Promise<Begun>): Promise<void>
  /** Stops it; nothing of it is saved. */
  cancel(): void
}

export const LargeSavesContext = createContext<LargeSaves>({
  saving: undefined,
  save: async () => await Promise.reject(new Error('nothing saves files here')),
  cancel: () => undefined,
})

export function useLargeSaves(): LargeSaves {
  return useContext(LargeSavesContext)
}
