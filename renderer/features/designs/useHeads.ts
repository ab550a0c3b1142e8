import { useAnswer } from '../../api/useAnswer.ts'
import { say } from '../../../shared/words/say.ts'

/** What of a printer decides how a label comes out. */
export interface Head {
  readonly name: string
  readonly dpi: 203 | 300
  readonly marginMm: number
}

/** The two kinds of print head that are common. */
export const heads = (): readonly [Head, Head] => [
  { name: say('Any printer of 203 dpi'), dpi: 203, marginMm: 0 },
  { name: say('Any printer of 300 dpi'), dpi: 300, marginMm: 0 },
]

/** The kitchen’s own printers, then the common heads. */
export function useHeads(): readonly Head[] {
  const printers = useAnswer('labels', 'printers', {}).data ?? []
  return [...printers.map(({ name, dpi, marginMm }) => ({ name, dpi, marginMm })), ...heads()]
}
