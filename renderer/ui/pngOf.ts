import type { FileOut } from '../../shared/api/files.ts'
import { say } from '../../shared/words/say.ts'

/** Twice as fine as the screen, so that it can be printed. */
const FINE = 2
/** Pixels of a side, as browsers can draw them. */
const MOST = 8_000

/** An SVG file as a PNG. @throws Error a sentence with the way around where the browser cannot draw it */
export async function pngOf(svg: FileOut): Promise<FileOut> {
  const image = new Image()
  image.src = `data:image/svg+xml;base64,${svg.base64}`
  await image.decode()
  const scale = Math.min(FINE, MOST / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(image.width * scale)
  canvas.height = Math.ceil(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const [head, base64] = canvas.toDataURL('image/png').split(',')
  if (!base64 || head !== 'data:image/png;base64')
    throw new Error(say('This picture could not be drawn here. Save it as SVG instead.'))
  return { name: svg.name.replace(/svg$/, 'png'), mediaType: 'image/png', base64 }
}
