import { dotsPerMm } from '../../../shared/labels/template.ts'
import type { Design } from './design.ts'

/** Gives the focus to the frame of an element, once it is there, so that the keys go on. */
export function focusFrame(at: number): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-element="${Math.max(0, at)}"]`)?.focus())
}

/** The largest whole number of pixels a dot at which a label fits its place; quarters of one for large ones. */
export function fittingScale({ widthMm, heightMm }: Pick<Design, 'widthMm' | 'heightMm'>, dpi: number): number {
  const perMm = dotsPerMm(dpi)
  const fits = Math.floor(Math.min(700 / (widthMm * perMm), 470 / (heightMm * perMm)))
  if (fits >= 1) return Math.min(fits, 4)
  return Math.max(0.25, Math.floor(Math.min(700 / (widthMm * perMm), 640 / (heightMm * perMm), 1) * 4) / 4)
}
