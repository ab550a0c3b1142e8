/** A photo may be that large; the window makes it smaller before it is sent. */
export const MAX_PHOTO_BYTES = 1_500_000
const MAX_SIDE = 4096

/**
 * Width and height of a JPEG, by its own markers (ISO/IEC 10918-1, annex B); undefined for anything else, whatever it
 * is called.
 */
export function jpegSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const word = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  const ends = bytes.length > 4 && word(bytes.length - 2) === 0xff_d9
  if (word(0) !== 0xff_d8 || !ends) return undefined
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const length = word(at + 2)
    // SOF0 to SOF15 hold the size; DHT, JPG and DAC lie between them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [word(at + 5), word(at + 7)]
      return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE ? { width, height } : undefined
    }
    if (length < 2) return undefined
    at += 2 + length
  }
  return undefined
}
