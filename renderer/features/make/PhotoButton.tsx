import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import type { JournalOf } from '../../../shared/api/journal.ts'
import { api } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { photoAsJpeg } from './photoAsJpeg.ts'

/** Chooses a photo, or takes one where the computer has a camera for that, and keeps it with the batch. */
export function PhotoButton({ of }: { readonly of: JournalOf }) {
  const [busy, setBusy] = useState(false)

  async function keep(file: File | null): Promise<void> {
    if (!file) return
    setBusy(true)
    try {
      const jpegBase64 = await photoAsJpeg(file)
      await api.journal.addPhoto({ requestId: newRequestId(), of, jpegBase64 })
      toastDone('The photo is kept with the batch.')
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <FileButton accept="image/*" capture="environment" onChange={(file) => void keep(file)}>
      {(props) => (
        <Button variant="default" loading={busy} {...props}>
          Add a photo
        </Button>
      )}
    </FileButton>
  )
}
