import { z } from './zod.ts'

/** How a label is laid out, and which code it carries: `jar` has Code 128, `gs1` a GS1 DataMatrix, `link` a Digital Link. */
export const LabelLayout = z.enum([
  'jar',
  'jar-qr',
  'jar-datamatrix',
  'jar-gs1',
  'jar-link',
  'full-qr',
  'full-gs1',
  'full-link',
  'round-qr',
])

/** A layout that comes with the app, or a design of one's own: `own-12`. */
export const LabelChoice = z.union([LabelLayout, z.templateLiteral(['own-', z.int().positive()])])
export type LabelChoice = z.infer<typeof LabelChoice>

/** The design that a choice means; undefined for a layout that comes with the app. */
export function chosenDesign(choice: LabelChoice): number | undefined {
  return choice.startsWith('own-') ? Number(choice.slice(4)) : undefined
}
