import type { JournalOf } from '../../../shared/api/journal.ts'
import { api } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'
import { PhotoPicker } from './PhotoPicker.tsx'
import { say } from '../../../shared/words/say.ts'

/** Keeps a photo with the batch. */
export function PhotoButton({ of }: { readonly of: JournalOf }) {
  return (
    <PhotoPicker
      done={say('The photo is kept with the batch.')}
      keep={async (jpegBase64) => {
        await api.journal.addPhoto({ requestId: newRequestId(), of, jpegBase64 })
      }}
    />
  )
}
