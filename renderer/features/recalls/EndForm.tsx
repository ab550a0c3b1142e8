import { Button } from '@mantine/core'
import { useState } from 'react'
import { recalls } from '../../../shared/api/recalls.ts'
import { LongTextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'
import { say } from '../../../shared/words/say.ts'

const schema = recalls.end.input.pick({ statement: true })

/** Ends a recall with what became of the product (21 CFR 7.55), or opens it again. */
export function EndForm({ recall }: { readonly recall: RecallRecord }) {
  const [isOpen, setOpen] = useState(false)
  const ended = recall.end === null
  const command = useCommandForm({
    schema,
    defaults: { statement: '' },
    domain: 'recalls',
    operation: 'end',
    complete: (values) => ({ ...values, recallId: recall.id, ended }),
    onDone: () => {
      toastDone(
        ended
          ? say('The recall has ended. Stock stays on hold until you end the holds.')
          : say('The recall is open again.'),
      )
      setOpen(false)
      command.form.reset()
    },
  })
  if (recall.kind === 'drill') return null
  return (
    <Card title={ended ? say('When it is over') : say('It has ended')}>
      {recall.end ? <p>{recall.end.statement}</p> : null}
      {isOpen ? (
        <InlineForm
          command={command}
          title={ended ? say('End the recall') : say('Open it again')}
          action={ended ? say('End the recall') : say('Open it again')}
          onClose={() => setOpen(false)}
        >
          <LongTextField
            control={command.form.control}
            name="statement"
            label={
              ended ? say('What became of the product, and what was done so that it does not happen again') : say('Why')
            }
            autoFocus
          />
        </InlineForm>
      ) : (
        <div className={styles['buttons']}>
          <Button variant="default" onClick={() => setOpen(true)}>
            {ended ? say('End the recall…') : say('Open it again…')}
          </Button>
          {ended ? (
            <span className={styles['dim']}>
              {say('{count} of {all} places have not answered yet.', {
                count: recall.figures.reachable - recall.figures.responded,
                all: recall.figures.reachable,
              })}
            </span>
          ) : null}
        </div>
      )}
    </Card>
  )
}
