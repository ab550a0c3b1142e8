import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { toastDone, toastError } from '../../ui/toast.ts'
import { photoAsJpeg } from './photoAsJpeg.ts'
import { say } from '../../../shared/words/say.ts'

interface PhotoPickerProps {
  /** What is said once it is kept. */
  readonly done: string
  readonly keep: (jpegBase64: string) => Promise<void>
}

/** Chooses a photo, or takes one where the computer has a camera for that. */
export function PhotoPicker({ done, keep }: PhotoPickerProps) {
  const [busy, setBusy] = useState(false)

  async function read(file: File | null): Promise<void> {
    if (!file) return
    setBusy(true)
    try {
      await keep(await photoAsJpeg(file))
      toastDone(done)
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <FileButton accept="image/*" capture="environment" onChange={(file) => void read(file)}>
      {(props) => (
        <Button variant="default" loading={busy} {...props}>
          {say('Add a photo')}
        </Button>
      )}
    </FileButton>
  )
}
