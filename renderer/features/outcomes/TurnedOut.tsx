import { Button, Kbd } from '@mantine/core'
import { outcomes } from '../../../shared/api/outcomes.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useSectionKeys } from '../../app/useSectionKeys.ts'
import { useCommand } from '../../api/useCommand.ts'
import { ChoiceField, DayField, TextField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './Outcomes.module.css'
import { Weights } from './Weights.tsx'
import { sayDay } from '../../../shared/words/day.ts'
import { say } from '../../../shared/words/say.ts'

type Found = AnswerOf<'outcomes', 'get'>

/** How a batch turned out later, what its units weigh, and whether the next one begins as it. */
export function TurnedOut({ batchId }: { readonly batchId: number }) {
  const answer = useAnswer('outcomes', 'get', { batchId })
  const state = useAnswer('system', 'state', {})
  return (
    <Card title={say('How it turned out')}>
      <Answered answer={answer} lines={1}>
        {(found) => <Content found={found} batchId={batchId} today={state.data?.today ?? ''} />}
      </Answered>
    </Card>
  )
}

function Content({
  found,
  batchId,
  today,
}: {
  readonly found: Found
  readonly batchId: number
  readonly today: string
}) {
  const readOnly = useReadOnly()
  const { run, busy } = useCommand('outcomes', 'rememberBest')

  async function toggle(): Promise<void> {
    try {
      await run({ batchId, isBest: !found.isBest })
      toastDone(
        found.isBest
          ? say('The next one begins as the recipe again.')
          : say('Remembered as the best ever: a batch begun anew begins as it; “same again” repeats the last one.'),
      )
    } catch (error) {
      toastError(error)
    }
  }

  useSectionKeys('outcome', { best: readOnly ? undefined : () => void toggle() })
  return (
    <div className={styles['stack']}>
      {found.isBest ? (
        <p className={styles['line']}>{say('★ The best ever: the next batch begins as this one.')}</p>
      ) : null}
      {readOnly ? null : (
        <div className="tb-screen-only">
          <Button
            variant="default"
            loading={busy}
            aria-keyshortcuts="B"
            rightSection={<Kbd aria-hidden>B</Kbd>}
            onClick={() => void toggle()}
          >
            {found.isBest ? say('Not the best any more') : say('Best ever: begin the next as this one')}
          </Button>
        </div>
      )}
      {found.followUps.length > 0 ? (
        <ul className={styles['notes']}>
          {found.followUps.map(({ id, day, stars, note }) => (
            <li key={id}>
              {sayDay(day)}: {stars === null ? '' : say('{stars} of 5 stars', { stars })} {note}
            </li>
          ))}
        </ul>
      ) : null}
      {readOnly || today === '' ? null : <FollowUp batchId={batchId} today={today} />}
      {found.packs.map((pack) => (
        <Weights key={pack.lotId} pack={pack} />
      ))}
    </div>
  )
}

const schema = outcomes.followUp.input.omit({ requestId: true, batchId: true })

function starChoices() {
  const stars = [1, 2, 3, 4, 5].map((each) => ({ value: String(each), label: say('{stars} of 5', { stars: each }) }))
  return [{ value: '', label: say('No stars') }, ...stars]
}

function FollowUp({ batchId, today }: { readonly batchId: number; readonly today: string }) {
  const form = useCommandForm({
    schema,
    defaults: { day: today, stars: null, note: '' },
    domain: 'outcomes',
    operation: 'followUp',
    complete: (values) => ({ ...values, batchId }),
    onDone: () => {
      toastDone(say('Kept with the batch.'))
      form.form.reset()
    },
  })
  const { control } = form.form
  return (
    <FormFrame command={form} name={say('How it turned out')}>
      <div className={styles['fields']}>
        <ChoiceField control={control} name="stars" label={say('Stars')} ids choices={starChoices()} />
        <TextField control={control} name="note" label={say('What you found')} autoComplete="off" />
        <DayField control={control} name="day" label={say('On')} />
        <Button type="submit" variant="default" loading={form.busy}>
          {say('Keep')}
        </Button>
      </div>
      <FormProblem command={form} />
    </FormFrame>
  )
}
