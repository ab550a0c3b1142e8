import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastError } from '../../ui/toast.ts'
import { Gauge } from './Gauge.tsx'
import { RuleForm } from './RuleForm.tsx'
import styles from './Rules.module.css'
import { StateRule } from './StateRule.tsx'
import { say } from '../../../shared/words/say.ts'

const OTHER = 'other'

/** What the kitchen’s state asks of it, how far that was checked, and how much it may still sell. */
export function Rules() {
  const profiles = useAnswer('rules', 'profiles', {})
  const mine = useAnswer('rules', 'profile', {})
  return (
    <Page
      title={say('Rules and sales')}
      under={say(
        'What states ask of home kitchens, each with where it was read and when. Laws change: read yours again. This is not legal advice.',
      )}
    >
      <Answered answer={profiles}>
        {(all) => <Answered answer={mine}>{(own) => <OfState all={all} own={own} />}</Answered>}
      </Answered>
    </Page>
  )
}

interface OfStateProps {
  readonly all: AnswerOf<'rules', 'profiles'>
  readonly own: AnswerOf<'rules', 'profile'>
}

function OfState({ all, own }: OfStateProps) {
  const { run } = useCommand('rules', 'choose')
  const [adding, setAdding] = useState(false)

  async function choose(value: string): Promise<void> {
    setAdding(value === OTHER)
    if (value === OTHER) return
    await run({ state: value === '' ? null : value }).catch(toastError)
  }

  return (
    <>
      <Card>
        <NativeSelect
          className={styles['state'] ?? ''}
          label={say('The kitchen is in')}
          value={adding ? OTHER : (own.chosen ?? '')}
          onChange={(event) => void choose(event.currentTarget.value)}
          data={[
            { value: '', label: say('Choose your state') },
            ...all.map(({ state, name }) => ({ value: state, label: name })),
            { value: OTHER, label: say('Another state: write down what it asks') },
          ]}
        />
      </Card>
      {adding ? (
        <Card>
          <RuleForm rule={null} onClose={() => setAdding(false)} onSaved={(state) => void choose(state)} />
        </Card>
      ) : null}
      <Gauge />
      {own.profile && !adding ? <StateRule key={own.profile.state} rule={own.profile} /> : null}
    </>
  )
}
