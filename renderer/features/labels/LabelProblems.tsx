import { Alert, List } from '@mantine/core'
import { fieldWords } from './fieldWords.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface LabelProblemsProps {
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  /** What prints, but should be looked at first. */
  readonly warnings: readonly string[]
}

/** Why a label may not be printed: nothing is printed that could not be read. */
export function LabelProblems({ problems, warnings }: LabelProblemsProps) {
  return (
    <div aria-live="polite">
      {problems.length > 0 ? (
        <Alert color="red" mb="md" title={say('This label cannot be printed yet')}>
          <List spacing={6}>
            {problems.map(({ field, message }) => (
              <List.Item key={`${field} ${message}`}>
                <strong>{sayWord(fieldWords[field] ?? field)}:</strong> {message}
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      {problems.length === 0 && warnings.length > 0 ? (
        <Alert color="yellow" mb="md" title={say('Look at the first label before you print the rest')}>
          {warnings.join(' ')}
        </Alert>
      ) : null}
    </div>
  )
}
