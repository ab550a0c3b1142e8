import { Button } from '@mantine/core'
import { useState } from 'react'
import { drills } from '../../../shared/api/drills.ts'
import { type Tolerances, tolerancesInWords } from '../../../shared/domain/drillScore.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { NumberField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { toastDone } from '../../ui/toast.ts'
import styles from './Drills.module.css'
import { say } from '../../../shared/words/say.ts'

const schema = drills.saveTolerances.input.omit({ requestId: true })

/** The time and the shares that a drill and a balance should reach, and the way to change them. */
export function TolerancesCard() {
  const answer = useAnswer('drills', 'tolerances', {})
  const [changing, setChanging] = useState(false)
  return (
    <Answered answer={answer}>
      {(tolerances) =>
        changing ? (
          <TolerancesForm tolerances={tolerances} onClose={() => setChanging(false)} />
        ) : (
          <>
            <p>
              {say('{tolerances}. Reports print it; a drill keeps what was asked when its scope was found.', {
                tolerances: tolerancesInWords(tolerances),
              })}
            </p>
            <Button variant="default" onClick={() => setChanging(true)}>
              {say('Change what is asked')}
            </Button>
          </>
        )
      }
    </Answered>
  )
}

interface TolerancesFormProps {
  readonly tolerances: Tolerances
  readonly onClose: () => void
}

function TolerancesForm({ tolerances, onClose }: TolerancesFormProps) {
  const command = useCommandForm({
    schema,
    defaults: tolerances,
    domain: 'drills',
    operation: 'saveTolerances',
    onDone(saved) {
      toastDone(say('Asked of drills from now on: {tolerances}.', { tolerances: tolerancesInWords(saved) }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('What is asked of a drill')}
      action={say('Save what is asked')}
      onClose={onClose}
    >
      <div className={styles['start']}>
        <NumberField control={control} name="hours" label={say('Hours allowed')} inputMode="decimal" autoFocus />
        <NumberField control={control} name="finished" label={say('% of finished goods')} inputMode="decimal" />
        <NumberField
          control={control}
          name="ingredientFrom"
          label={say('% of an ingredient, from')}
          inputMode="decimal"
        />
        <NumberField control={control} name="ingredientTo" label={say('% of an ingredient, to')} inputMode="decimal" />
      </div>
    </InlineForm>
  )
}
