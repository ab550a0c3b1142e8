import type { LabelChoice } from '../../../shared/api/labelChoice.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { say } from '../../../shared/words/say.ts'

interface Choice {
  readonly value: LabelChoice
  readonly label: string
}

const layouts = (): readonly Choice[] => [
  { value: 'jar', label: say('Short, with bars') },
  { value: 'jar-qr', label: say('Short, with a QR code') },
  { value: 'jar-datamatrix', label: say('Short, with a DataMatrix') },
  { value: 'jar-gs1', label: say('Short, GS1 DataMatrix (needs a GTIN)') },
  { value: 'jar-link', label: say('Short, GS1 Digital Link (needs a GTIN)') },
  { value: 'full-qr', label: say('With ingredients and statement, QR code') },
  { value: 'full-gs1', label: say('With ingredients and statement, GS1 DataMatrix') },
  { value: 'full-link', label: say('With ingredients and statement, GS1 Digital Link') },
  { value: 'round-qr', label: say('Round lid, QR code') },
]

/** The labels that units of a batch can have: those designed here first, then those that come with the app. */
export function useLabelChoices(): readonly Choice[] {
  const own = useAnswer('designs', 'list', {}).data ?? []
  return [
    ...own
      .filter(({ purpose }) => purpose === 'unit')
      .map(({ id, name, widthMm, heightMm }) => ({
        value: `own-${id}` as const,
        label: `${name} (${widthMm} × ${heightMm} mm)`,
      })),
    ...layouts(),
  ]
}
