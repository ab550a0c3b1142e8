import { type Bitmap, blankBitmap, type DotBox, isBlack } from './bitmap.ts'

/**
 * Whether ink, or the white that a code needs, lies outside the circle (or oval) that a round label is.
 * @param draw draws what is asked about
 */
export function leavesRound(label: Bitmap, keepOut: DotBox | undefined, draw: (layer: Bitmap) => void): boolean {
  if (keepOut && cornersOf(keepOut).some(([x, y]) => !insideRound(label, x, y))) return true
  const layer = blankBitmap(label.widthDots, label.heightDots)
  draw(layer)
  for (let y = 0; y < layer.heightDots; y += 1)
    for (let x = 0; x < layer.widthDots; x += 1)
      if (isBlack(layer, x, y) && !insideRound(label, x + 0.5, y + 0.5)) return true
  return false
}

function insideRound({ widthDots, heightDots }: Bitmap, x: number, y: number): boolean {
  const [dx, dy] = [(2 * x) / widthDots - 1, (2 * y) / heightDots - 1]
  return dx * dx + dy * dy <= 1 + 1e-9
}

function cornersOf({ left, top, right, bottom }: DotBox): (readonly [number, number])[] {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ]
}
