import { type Bitmap, blackenRun, type DotBox, isBlack } from './bitmap.ts'
import type { Turn } from './template.ts'

/** The frame in which a turned element is drawn upright: it begins at 0, 0. */
export function uprightBox(box: DotBox, turn: Turn): DotBox {
  const [width, height] = [Math.max(0, box.right - box.left), Math.max(0, box.bottom - box.top)]
  return turn === 90 || turn === 270
    ? { left: 0, top: 0, right: height, bottom: width }
    : { left: 0, top: 0, right: width, bottom: height }
}

/** Where a rectangle of the upright frame lies on the label. */
export function turnBox(inner: DotBox, box: DotBox, turn: Turn): DotBox {
  const { right: width, bottom: height } = uprightBox(box, turn)
  const turned = {
    0: inner,
    90: { left: height - inner.bottom, right: height - inner.top, top: inner.left, bottom: inner.right },
    180: {
      left: width - inner.right,
      right: width - inner.left,
      top: height - inner.bottom,
      bottom: height - inner.top,
    },
    270: { left: inner.top, right: inner.bottom, top: width - inner.right, bottom: width - inner.left },
  }[turn]
  return {
    left: turned.left + box.left,
    right: turned.right + box.left,
    top: turned.top + box.top,
    bottom: turned.bottom + box.top,
  }
}

/** Blackens what is black in the upright frame, turned into its place. */
export function pasteTurned(bitmap: Bitmap, upright: Bitmap, box: DotBox, turn: Turn): void {
  for (let y = 0; y < upright.heightDots; y += 1)
    for (let x = 0; x < upright.widthDots; x += 1)
      if (isBlack(upright, x, y)) {
        const { left, top } = turnBox({ left: x, top: y, right: x + 1, bottom: y + 1 }, box, turn)
        blackenRun(bitmap, top, left, left + 1)
      }
}
