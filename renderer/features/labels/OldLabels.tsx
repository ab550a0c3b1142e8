import { Alert, Button } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'

interface OldLabelsProps {
  readonly old: AnswerOf<'labels', 'preview'>['old'] | undefined
  /** Fills in what prints those on the shelf again. */
  readonly onPrintAgain: (serials: string) => void
}

/** Jars that carry another Contains line than their labels have now. */
export function OldLabels({ old, onPrintAgain }: OldLabelsProps) {
  if (!old || (old.here === '' && old.out === '')) return null
  return (
    <Alert color="yellow" mb="md" title="Jars with other allergens on their labels">
      {old.here === '' ? null : <p>On the shelf: {old.here}. Print these again, and destroy the old labels.</p>}
      {old.out === '' ? null : (
        <p>
          Sent out with the old words: {old.out}. If an allergen was missing there, ask under Recall (F6) who has them.
        </p>
      )}
      {old.here === '' ? null : (
        <Button variant="default" mt="xs" onClick={() => onPrintAgain(old.here)}>
          Fill in {old.here}
        </Button>
      )}
    </Alert>
  )
}
