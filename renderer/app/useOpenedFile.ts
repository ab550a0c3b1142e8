import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useAnswer } from '../api/useAnswer.ts'
import { useCommand } from '../api/useCommand.ts'
import { toastDone, toastError } from '../ui/toast.ts'
import { say } from '../../shared/words/say.ts'

/** A file opened with Traceberry from the file manager leads to the screen that is for it. */
export function useOpenedFile(): void {
  const { file } = useAnswer('system', 'opened', {}).data ?? { file: null }
  const { run: seen } = useCommand('system', 'openedSeen')
  const { run: take } = useCommand('designs', 'take')
  const [, go] = useLocation()
  useEffect(() => {
    if (!file) return
    const show = async () => {
      // First, so that what is shown twice is not taken twice.
      await seen({})
      if (file.kind === 'backup') go(`/data?backup=${encodeURIComponent(file.name)}`)
      else if (file.kind === 'unreadable')
        throw new Error(say('{problem} Nothing was changed.', { problem: file.message }))
      else {
        go('/designs')
        const { name } = await take({ text: file.text })
        toastDone(say('{name} is on the list.', { name }))
      }
    }
    show().catch(toastError)
  }, [file, go, seen, take])
}
