import { Button } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './TodaysWords.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

interface TodaysWordsProps {
  readonly batchId: number
  /** Fields for which the labels are stopped. */
  readonly fields: readonly string[]
}

/** Where labels are stopped by their allergens or ingredients: what they say, what is known today, and a way to take that. */
export function TodaysWords({ batchId, fields }: TodaysWordsProps) {
  const stopped = fields.includes('contains') || fields.includes('ingredients')
  return stopped ? <Offer batchId={batchId} isMismatch={fields.includes('contains')} /> : null
}

function Offer({ batchId, isMismatch }: { readonly batchId: number; readonly isMismatch: boolean }) {
  const words = useAnswer('facts', 'today', { batchId }).data
  const take = useCommand('facts', 'takeToday')
  if (!words) return null
  const { kept, today, lotNumber } = words
  // What nobody has said yet cannot be taken.
  const helps = isMismatch || today.unchecked.length + today.unweighed.length < kept.unchecked.length + kept.unweighed.length // prettier-ignore
  if (!helps) return null

  async function takeThem(): Promise<void> {
    try {
      const { printAgain } = await take.run({ batchId })
      toastDone(
        printAgain === ''
          ? say('The labels of {lot} say what is known today.', { lot: lotNumber })
          : say('The labels of {lot} say what is known today. Print {units} again: theirs do not.', {
              lot: lotNumber,
              units: printAgain,
            }),
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <section className={styles['words']} aria-label={say('The words of these labels')}>
      <dl>
        <dt>{say('On the labels so far')}</dt>
        <dd>{wordsOf(kept)}</dd>
        <dt>{say('By what is known of its lots today')}</dt>
        <dd>{wordsOf(today)}</dd>
      </dl>
      <p>
        {said(
          'Look at what went into {lot}. If the second line is right for it, take these words: the labels print again.',
          { lot: lotNumber },
        )}
      </p>
      <Button variant="default" loading={take.busy} onClick={() => void takeThem()}>
        {say('Take today’s words')}
      </Button>
    </section>
  )
}

function wordsOf({
  statement,
  containsLine,
  mayContainLine,
}: {
  readonly statement: string
  readonly containsLine: string | null
  readonly mayContainLine: string | null
}): string {
  // prettier-ignore
  return [statement, containsLine ?? say('No Contains line.'), mayContainLine].filter((each) => each !== null).join(' ')
}
