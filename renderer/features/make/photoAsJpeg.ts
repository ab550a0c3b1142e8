import { MAX_PHOTO_BYTES } from '../../../shared/domain/jpeg.ts'
import { say } from '../../../shared/words/say.ts'

/** Enough to read a label on a bag; a phone’s own picture has ten times as many bytes. */
const LONGEST_SIDE = 1600
const QUALITIES = [0.82, 0.7, 0.55]

/**
 * Draws a picture anew as a JPEG of at most 1600 pixels a side, so that nothing of the file is kept but what is seen:
 * no place, no camera, nothing hidden. @returns its bytes as base64
 * @throws Error with a sentence, for a file that is no picture
 */
export async function photoAsJpeg(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Error(say('This file is not a picture that can be read here. Choose a JPEG or PNG.'))
  })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error(say('The picture could not be drawn. Try again with a smaller one.'))
  // What is transparent in a PNG is white in a JPEG, not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of QUALITIES) {
    const base64 = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
    if (base64.length * 0.75 <= MAX_PHOTO_BYTES) return base64
  }
  throw new Error(say('The picture is too large to keep. Choose a smaller one.'))
}
