import { useState } from 'react'
import type { FileOut } from '../../shared/api/files.ts'
import { saveFile } from './saveFile.ts'
import { toastDone, toastError } from './toast.ts'
import { say } from '../../shared/words/say.ts'

/** Hands files to the person as they are made, one at a time, and says under which name. */
export function useSaving() {
  const [making, setMaking] = useState<string>()

  /** @param what which file it is, to show its button at work */
  async function save(what: string, make: () => Promise<FileOut>): Promise<void> {
    setMaking(what)
    try {
      const file = await make()
      saveFile(file)
      toastDone(say('Saved as {file}.', { file: file.name }))
    } catch (error) {
      toastError(error)
    } finally {
      setMaking(undefined)
    }
  }

  return { making, save }
}
