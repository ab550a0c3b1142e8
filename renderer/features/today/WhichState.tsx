import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { stateOfZone } from '../../../shared/domain/stateOfZone.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { toastError } from '../../ui/toast.ts'
import styles from './Today.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** Asks once in which state the kitchen is, with a guess from its time zone where that gives it away. */
export function WhichState() {
  const state = useAnswer('system', 'state', {})
  const profiles = useAnswer('rules', 'profiles', {})
  const mine = useAnswer('rules', 'profile', {})
  if (!state.data || !profiles.data || !mine.data) return null
  const { chosen } = mine.data
  const known = profiles.data.find((each) => each.state === chosen)
  if (chosen !== null)
    return (
      <p className={styles['where']}>
        {said('{state} is where your kitchen is. {link}', {
          state: <Mark tone="good">{known?.name ?? chosen}</Mark>,
          link: <Link href="/rules">{say('What it asks')}</Link>,
        })}
      </p>
    )
  const guess = stateOfZone(state.data.zone) ?? ''
  return <Question profiles={profiles.data} guess={profiles.data.some((each) => each.state === guess) ? guess : ''} />
}

interface QuestionProps {
  readonly profiles: AnswerOf<'rules', 'profiles'>
  readonly guess: string
}

function Question({ profiles, guess }: QuestionProps) {
  const [state, setState] = useState(guess)
  const { run, busy } = useCommand('rules', 'choose')
  return (
    <div className={styles['where']}>
      <NativeSelect
        label={say('Where is your kitchen?')}
        description={
          guess === ''
            ? say('Labels and sales follow what your state asks.')
            : say('Guessed from the time zone of this computer. Labels and sales follow what your state asks.')
        }
        value={state}
        onChange={(event) => setState(event.currentTarget.value)}
        data={[
          { value: '', label: say('Choose your state') },
          ...profiles.map(({ state: value, name }) => ({ value, label: name })),
        ]}
      />
      <Button
        variant="default"
        disabled={state === ''}
        loading={busy}
        onClick={() => void run({ state }).catch(toastError)}
      >
        {say('It is here')}
      </Button>
      <Link href="/rules">{say('Another state')}</Link>
    </div>
  )
}
