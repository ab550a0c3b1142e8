import type { Page } from 'playwright'

/** How many colours are enough for a screen: text shades into what it stands on. */
const COLOURS = 20

/**
 * A picture of a screen as a small file: its most frequent colours, without loss of their own (WebP).
 * @param page any page, whose canvas does the work
 */
export async function smallPicture(page: Page, png: Buffer): Promise<Buffer> {
  const webp = await page.evaluate(
    async ({ base64, colours }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height })
      const context = canvas.getContext('2d')
      if (!context) throw new Error('there is no canvas')
      context.drawImage(picture, 0, 0)
      const drawn = context.getImageData(0, 0, canvas.width, canvas.height)
      const pixels = new Uint32Array(drawn.data.buffer)
      const counted = new Map<number, number>()
      for (const pixel of pixels) counted.set(pixel, (counted.get(pixel) ?? 0) + 1)
      // By colour where two are as frequent: the same picture is the same file.
      const frequent = [...counted].toSorted((one, other) => other[1] - one[1] || one[0] - other[0])
      const kept = frequent.slice(0, colours).map(([colour]) => colour)
      const nearest = new Map(frequent.map(([colour]) => [colour, nearestOf(colour)]))
      pixels.forEach((pixel, at) => (pixels[at] = nearest.get(pixel) ?? pixel))
      context.putImageData(drawn, 0, 0)
      return canvas.toDataURL('image/webp', 1).split(',')[1] ?? ''

      function nearestOf(colour: number): number {
        const far = (other: number) =>
          [0, 8, 16].reduce((sum, bits) => sum + (((colour >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0)
        return kept.reduce((best, other) => (far(other) < far(best) ? other : best))
      }
    },
    { base64: png.toString('base64'), colours: COLOURS },
  )
  return Buffer.from(webp, 'base64')
}
