import { Button } from '@mantine/core'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { ChoiceField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import { PinField } from '../desk/PinField.tsx'
import styles from './Inspect.module.css'
import { say } from '../../../shared/words/say.ts'

type DeskState = AnswerOf<'desk', 'state'>

/** The way back to work. */
export function LeaveInspection() {
  // A wait that is over is noticed without a commit.
  const desk = useAnswer('desk', 'state', {}, { everyMs: 15_000 })
  return (
    <Page title={say('Leave inspector mode')} under={say('Afterwards everything can be recorded and corrected again.')}>
      <Answered answer={desk}>
        {(state) =>
          state.mayLeave ? (
            <Card>
              <LeavePlainly />
            </Card>
          ) : (
            <>
              <Card>
                <LeaveWithPin people={state.people.filter(({ hasPin }) => hasPin)} />
              </Card>
              <Card title={say('Nobody here knows a PIN any more')}>
                <Wait leaveFrom={state.leaveFrom} />
              </Card>
            </>
          )
        }
      </Answered>
    </Page>
  )
}

const left = () => toastDone(say('Inspector mode is over: everything can be recorded again.'))

function LeavePlainly() {
  const leave = useCommand('desk', 'leave')
  return (
    <Button
      size="lg"
      h="var(--tb-target-main)"
      loading={leave.busy}
      onClick={() => void leave.run({}).then(left, toastError)}
    >
      {say('Leave inspector mode')}
    </Button>
  )
}

const schema = contract.desk.leave.input.omit({ requestId: true })

function LeaveWithPin({ people }: { readonly people: DeskState['people'] }) {
  const command = useCommandForm({
    schema,
    defaults: { personId: people[0]?.id ?? null, pin: '' },
    domain: 'desk',
    operation: 'leave',
    onDone: left,
  })
  const { control } = command.form
  return (
    <FormFrame command={command} name={say('Leave inspector mode')}>
      <div className={styles['fields']}>
        <ChoiceField
          control={control}
          name="personId"
          label={say('Who are you?')}
          ids
          choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <PinField control={control} name="pin" label={say('Your PIN')} autoFocus />
      </div>
      <SaveBar command={command}>{say('Leave inspector mode')}</SaveBar>
    </FormFrame>
  )
}

function Wait({ leaveFrom }: Pick<DeskState, 'leaveFrom'>) {
  const ask = useCommand('desk', 'askToLeave')
  if (leaveFrom !== null)
    return (
      <p className={styles['dim']}>
        {say(
          'It was asked for. From {moment} on this screen lets you leave without a PIN. The history keeps that it was asked for, and when.',
          { moment: moment(leaveFrom) },
        )}
      </p>
    )
  return (
    <>
      <p className={styles['dim']}>
        {say(
          'Ask to leave without one: after ten minutes this screen lets you. The history keeps that it was asked for and that no PIN was typed.',
        )}
      </p>
      <Button variant="default" loading={ask.busy} onClick={() => void ask.run({}).catch(toastError)}>
        {say('Ask to leave without a PIN')}
      </Button>
    </>
  )
}
