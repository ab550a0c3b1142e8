import { createHash } from 'node:crypto'
import { fieldError } from '../../shared/api/errors.ts'
import { jpegSize, MAX_PHOTO_BYTES } from '../../shared/domain/jpeg.ts'
import { say } from '../../shared/words/say.ts'

/** A photo as it arrived, with the hash that stands in the history in place of its content. */
export function readPhoto(jpegBase64: string): { readonly content: Buffer; readonly sha256: string } {
  const content = Buffer.from(jpegBase64, 'base64')
  if (content.length > MAX_PHOTO_BYTES)
    throw fieldError('jpegBase64', say('The photo is larger than 1.5 MB. Choose a smaller one.'))
  if (!jpegSize(content))
    throw fieldError('jpegBase64', say('The file is not a photo that can be kept. Choose another one.'))
  return { content, sha256: createHash('sha256').update(content).digest('hex') }
}
