import { type Bitmap, blackenRun, type DotBox } from './bitmap.ts'
import type { ImageElement } from './template.ts'

export interface PlacedImage {
  /** Where it lies in its place, fitted and centred; undefined where the picture is damaged. */
  readonly box: DotBox | undefined
  /** Whether a dot of that box is black. */
  readonly dots: readonly boolean[]
}

/**
 * A picture in dots: scaled to its place without being stretched, then dithered with Floyd and Steinberg’s error
 * diffusion in whole numbers, so that it is the same on every machine.
 */
export function placeImage({ widthPx, heightPx, grayBase64 }: ImageElement, place: DotBox): PlacedImage {
  const grays = fromBase64(grayBase64)
  if (grays.length !== widthPx * heightPx || grays.length === 0) return { box: undefined, dots: [] }
  const scale = Math.min((place.right - place.left) / widthPx, (place.bottom - place.top) / heightPx)
  const [width, height] = [Math.floor(widthPx * scale), Math.floor(heightPx * scale)]
  if (width < 1 || height < 1) return { box: undefined, dots: [] }
  const left = place.left + Math.floor((place.right - place.left - width) / 2)
  const top = place.top + Math.floor((place.bottom - place.top - height) / 2)
  const scaled = scaleGrays(grays, widthPx, heightPx, width, height)
  return { box: { left, top, right: left + width, bottom: top + height }, dots: dither(scaled, width, height) }
}

/** Draws the black dots. */
export function drawImage(bitmap: Bitmap, { box, dots }: PlacedImage): void {
  if (!box) return
  const width = box.right - box.left
  for (const [at, black] of dots.entries())
    if (black) {
      const x = box.left + (at % width)
      blackenRun(bitmap, box.top + Math.floor(at / width), x, x + 1)
    }
}

/** The mean gray of the pixels under each dot, in 1/16 steps. */
function scaleGrays(grays: Uint8Array, fromX: number, fromY: number, toX: number, toY: number): Int32Array {
  const scaled = new Int32Array(toX * toY)
  for (let y = 0; y < toY; y += 1) {
    const [y0, y1] = [Math.floor((y * fromY) / toY), Math.max(Math.floor(((y + 1) * fromY) / toY), 0)]
    for (let x = 0; x < toX; x += 1) {
      const [x0, x1] = [Math.floor((x * fromX) / toX), Math.floor(((x + 1) * fromX) / toX)]
      let [sum, count] = [0, 0]
      for (let sy = y0; sy < Math.max(y0 + 1, y1); sy += 1)
        for (let sx = x0; sx < Math.max(x0 + 1, x1); sx += 1) {
          sum += grays[sy * fromX + sx] ?? 255
          count += 1
        }
      scaled[y * toX + x] = Math.round((16 * sum) / count)
    }
  }
  return scaled
}

function dither(grays: Int32Array, width: number, height: number): boolean[] {
  const dots: boolean[] = []
  const [white, half] = [16 * 255, 8 * 255]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const gray = grays[at] ?? white
      const black = gray < half
      dots.push(black)
      const error = gray - (black ? 0 : white)
      const spread = (dx: number, dy: number, share: number): void => {
        if (x + dx < 0 || x + dx >= width || y + dy >= height) return
        grays[at + dy * width + dx] = (grays[at + dy * width + dx] ?? 0) + Math.trunc((error * share) / 16)
      }
      spread(1, 0, 7)
      spread(-1, 1, 3)
      spread(0, 1, 5)
      spread(1, 1, 1)
    }
  return dots
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of base64, by hand: this layer has neither Node’s nor the browser’s. */
function fromBase64(text: string): Uint8Array {
  const plain = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (const character of plain) {
    held = ((held << 6) | Math.max(0, alphabet.indexOf(character))) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (held >> bits) & 0xff
      at += 1
    }
  }
  return bytes
}
