/** A label as a print head burns it: one bit a dot. */
export interface Bitmap {
  readonly widthDots: number
  readonly heightDots: number
  /** Rows from the top, each padded with 0 to whole bytes, most significant bit leftmost, 1 = black. */
  readonly bytes: Uint8Array
}

/** A rectangle of dots; `right` and `bottom` are the first dots outside it. */
export interface DotBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** An all-white bitmap. @throws RangeError for a side that is not a whole number of dots from 1 to 20,000. */
export function blankBitmap(widthDots: number, heightDots: number): Bitmap {
  for (const side of [widthDots, heightDots])
    if (!Number.isInteger(side) || side < 1 || side > 20_000) throw new RangeError(`a bitmap cannot be ${side} dots`)
  return { widthDots, heightDots, bytes: new Uint8Array(Math.ceil(widthDots / 8) * heightDots) }
}

/** Bytes that one row takes. */
export function rowBytes(bitmap: Bitmap): number {
  return Math.ceil(bitmap.widthDots / 8)
}

/** Whether a dot is black; a dot outside is white. */
export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.widthDots || y >= bitmap.heightDots) return false
  return ((bitmap.bytes[y * rowBytes(bitmap) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}

/** Blackens the dots from `left` up to, not including, `right` of row `y`; what lies outside is cut off. */
export function blackenRun(bitmap: Bitmap, y: number, left: number, right: number): void {
  if (y < 0 || y >= bitmap.heightDots) return
  const from = Math.max(0, left)
  const to = Math.min(bitmap.widthDots, right)
  const row = y * rowBytes(bitmap)
  for (let x = from; x < to; x += 1) {
    const at = row + (x >> 3)
    if ((x & 7) === 0 && x + 8 <= to) {
      bitmap.bytes[at] = 0xff
      x += 7
    } else bitmap.bytes[at] = (bitmap.bytes[at] ?? 0) | (0x80 >> (x & 7))
  }
}

/** Blackens a rectangle; what lies outside the bitmap is cut off. */
export function blackenBox(bitmap: Bitmap, box: DotBox): void {
  for (let y = Math.max(0, box.top); y < Math.min(bitmap.heightDots, box.bottom); y += 1)
    blackenRun(bitmap, y, box.left, box.right)
}

/** Whether two rectangles share a dot. */
export function boxesMeet(a: DotBox, b: DotBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Whether all of `inner` lies in `outer`. */
export function boxHolds(outer: DotBox, inner: DotBox): boolean {
  return (
    inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom
  )
}

/** The smallest rectangle that holds both. */
export function unionBox(a: DotBox | undefined, b: DotBox): DotBox {
  if (!a) return b
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}
