import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useAnswer } from '../api/useAnswer.ts'
import { useCommand } from '../api/useCommand.ts'
import { toastError } from '../ui/toast.ts'

/** A file opened with Traceberry from the file manager leads to the screen that is for it. */
export function useOpenedFile(): void {
  const { file } = useAnswer('system', 'opened', {}).data ?? { file: null }
  const { run } = useCommand('system', 'openedSeen')
  const [, go] = useLocation()
  useEffect(() => {
    if (!file) return
    if (file.kind === 'backup') go(`/data?backup=${encodeURIComponent(file.name)}`)
    else
      toastError(
        new Error(
          `${file.name} is no backup of Traceberry, or it is damaged. Nothing was changed. Try another copy of it.`,
        ),
      )
    run({}).catch(toastError)
  }, [file, go, run])
}
