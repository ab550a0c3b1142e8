import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Begun, Piece } from '../../shared/api/files.ts'
import { say } from '../../shared/words/say.ts'
import { api } from '../api/door.ts'
import { type LargeSaves, LargeSavesContext, type Saving } from './largeSaves.ts'
import { bytesOf, saveParts } from './saveFile.ts'
import { toastDone, toastError } from './toast.ts'

/** Of all of a file the copying of the record takes about a tenth. */
const COPYING = 10
/** Percents at which a screen reader hears how far it is. */
const TOLD_EVERY = 25

/** Large files are saved here, outside of all screens: whoever goes on working on another one loses nothing. */
export function KeepSaving({ children }: { readonly children: ReactNode }) {
  const [saving, setSaving] = useState<Saving>()
  const run = useRef<{ fileId: string | undefined; isCancelled: boolean }>(undefined)
  // A window that is closed says nothing: then the core stops by itself.
  useEffect(() => () => stop(run.current), [])

  const saves = useMemo(
    (): Omit<LargeSaves, 'saving'> => ({
      async save({ what, format }, begin) {
        if (run.current) return
        const mine = { fileId: undefined as string | undefined, isCancelled: false }
        run.current = mine
        setSaving({ what, format, step: 'copying', share: 0, isStopping: false })
        try {
          const begun = await begin()
          mine.fileId = begun.fileId
          if (mine.isCancelled) stop(mine)
          const parts = await fetched(begun, (piece) => setSaving((before) => before && { ...before, ...farOf(piece) }))
          if (mine.isCancelled) return
          saveParts(begun, parts)
          toastDone(say('Saved as {file}.', { file: begun.name }))
        } catch (error) {
          // What is stopped is refused from then on.
          if (!mine.isCancelled) toastError(error)
        } finally {
          if (mine.isCancelled) toastDone(say('Cancelled: no file was saved.'))
          run.current = undefined
          setSaving(undefined)
        }
      },
      cancel() {
        setSaving((before) => before && { ...before, isStopping: true })
        stop(run.current)
      },
    }),
    [],
  )

  const told = saving && Math.floor(saving.share / TOLD_EVERY) * TOLD_EVERY
  return (
    <LargeSavesContext value={useMemo(() => ({ saving, ...saves }), [saving, saves])}>
      {children}
      <VisuallyHidden component="output">
        {saving ? say('Saving {what}: {share} %', { what: saving.what, share: told ?? 0 }) : ''}
      </VisuallyHidden>
    </LargeSavesContext>
  )
}

/** Fetches a file to its end. @throws AppError where it was stopped */
async function fetched({ fileId }: Begun, told: (piece: Piece) => void): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (;;) {
    const piece = await api.files.next({ fileId, piece: parts.length })
    told(piece)
    if (piece.step === 'copying') continue
    parts.push(bytesOf(piece.content))
    if (piece.left === 0) return parts
  }
}

function farOf({ step, done, left }: Piece): Pick<Saving, 'step' | 'share'> {
  const share = done + left === 0 ? 0 : done / (done + left)
  return { step, share: Math.floor(step === 'copying' ? share * COPYING : COPYING + share * (100 - COPYING)) }
}

function stop(run: { fileId: string | undefined; isCancelled: boolean } | undefined): void {
  if (!run) return
  run.isCancelled = true
  // Where the core is gone, so is what it wrote.
  if (run.fileId !== undefined) api.files.stop({ fileId: run.fileId }).catch(() => undefined)
}
