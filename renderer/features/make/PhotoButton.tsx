import type { JournalOf } from '../../../shared/api/journal.ts'
import { useCommand } from '../../api/useCommand.ts'
import { PhotoPicker } from './PhotoPicker.tsx'
import { say } from '../../../shared/words/say.ts'

/** Keeps a photo with the batch. */
export function PhotoButton({ of }: { readonly of: JournalOf }) {
  const { run } = useCommand('journal', 'addPhoto')
  return (
    <PhotoPicker
      done={say('The photo is kept with the batch.')}
      keep={async (jpegBase64) => {
        await run({ of, jpegBase64 })
      }}
    />
  )
}
