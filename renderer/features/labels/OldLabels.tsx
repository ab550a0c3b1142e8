import { Alert, Button } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

interface OldLabelsProps {
  readonly old: AnswerOf<'labels', 'preview'>['old'] | undefined
  /** Fills in what prints those on the shelf again. */
  readonly onPrintAgain: (serials: string) => void
}

/** Jars that carry another Contains line than their labels have now. */
export function OldLabels({ old, onPrintAgain }: OldLabelsProps) {
  if (!old || (old.here === '' && old.out === '')) return null
  return (
    <Alert color="yellow" mb="md" title={say('Jars with other allergens on their labels')}>
      {old.here === '' ? null : (
        <p>{said('On the shelf: {units}. Print these again, and destroy the old labels.', { units: old.here })}</p>
      )}
      {old.out === '' ? null : (
        <p>
          {said(
            'Sent out with the old words: {units}. If an allergen was missing there, ask under Recall (F6) who has them.',
            { units: old.out },
          )}
        </p>
      )}
      {old.here === '' ? null : (
        <Button variant="default" mt="xs" onClick={() => onPrintAgain(old.here)}>
          {say('Fill in {units}', { units: old.here })}
        </Button>
      )}
    </Alert>
  )
}
