import { say } from '../../../shared/words/say.ts'
/** As many pixels a side as a label may have (shared/api/labelDesign.ts). */
const LONGEST_SIDE = 480

export interface GrayPicture {
  readonly widthPx: number
  readonly heightPx: number
  readonly grayBase64: string
}

/**
 * A picture in grays, as labels keep it: nothing of the file but what is seen. What is transparent is white.
 * @throws Error with a sentence, for a file that is no picture
 */
export async function pictureAsGray(file: Blob): Promise<GrayPicture> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Error(say('This file is not a picture that can be read here. Choose a JPEG or PNG.'))
  })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const [widthPx, heightPx] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)))
  const canvas = document.createElement('canvas')
  canvas.width = widthPx ?? 1
  canvas.height = heightPx ?? 1
  const context = canvas.getContext('2d')
  if (!context) throw new Error(say('The picture could not be drawn. Try again with a smaller one.'))
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  let bytes = ''
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
    // Luma as televisions weigh it (ITU-R BT.601).
    bytes += String.fromCharCode(Math.round(0.299 * red + 0.587 * green + 0.114 * blue))
  }
  return { widthPx: canvas.width, heightPx: canvas.height, grayBase64: btoa(bytes) }
}
