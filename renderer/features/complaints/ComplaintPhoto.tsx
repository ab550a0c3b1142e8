import { useCommand } from '../../api/useCommand.ts'
import { PhotoPicker } from '../make/PhotoPicker.tsx'
import { say } from '../../../shared/words/say.ts'

/** Keeps a photo that the customer sent. */
export function ComplaintPhoto({ complaintId }: { readonly complaintId: number }) {
  const { run } = useCommand('complaints', 'addPhoto')
  return (
    <PhotoPicker
      done={say('The photo is kept with the complaint.')}
      keep={async (jpegBase64) => {
        await run({ complaintId, jpegBase64 })
      }}
    />
  )
}
