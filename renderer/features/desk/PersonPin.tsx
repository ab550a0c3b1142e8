import { Button } from '@mantine/core'
import { useState } from 'react'
import { contract } from '../../../shared/api/contract.ts'
import { z } from '../../../shared/api/zod.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { AtDesk } from './atDesk.ts'
import styles from './PersonPin.module.css'
import { PinField } from './PinField.tsx'
import { say } from '../../../shared/words/say.ts'

interface PersonPinProps {
  readonly person: AtDesk
  readonly onClose: () => void
}

/** Gives a person a PIN, changes it, takes it away, or helps who has forgotten it. */
export function PersonPin({ person, onClose }: PersonPinProps) {
  const [forgotten, setForgotten] = useState(false)
  if (forgotten) return <ForgottenPin person={person} onClose={onClose} />
  return (
    <>
      <SetPin person={person} onClose={onClose} />
      <p className={styles['honest']}>
        {say(
          'A PIN shows who did what. It does not lock the record: whoever has this laptop or a backup can read everything, and can find out a short PIN with some patience. Take none that you use elsewhere.',
        )}
      </p>
      {person.hasPin ? (
        <Button variant="subtle" onClick={() => setForgotten(true)}>
          {say('{name} has forgotten the PIN', { name: person.name })}
        </Button>
      ) : null}
    </>
  )
}

// An empty field stands for no PIN; whether the digits make one is said by the core.
const setSchema = contract.desk.setPin.input.omit({ requestId: true }).extend({ pin: z.string() })

function SetPin({ person, onClose }: PersonPinProps) {
  const command = useCommandForm({
    schema: setSchema,
    defaults: { personId: person.id, oldPin: '', pin: '' },
    domain: 'desk',
    operation: 'setPin',
    complete: (values) => ({ ...values, pin: values.pin === '' ? null : values.pin }),
    onDone({ name, hasPin }) {
      toastDone(hasPin ? say('{name} has a PIN.', { name }) : say('{name} has no PIN any more.', { name }))
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('PIN of {name}', { name: person.name })}
      action={say('Save the PIN')}
      onClose={onClose}
    >
      {person.hasPin ? (
        <PinField control={command.form.control} name="oldPin" label={say('PIN until now')} autoFocus />
      ) : null}
      <PinField
        control={command.form.control}
        name="pin"
        label={say('New PIN')}
        description={person.hasPin ? say('4 to 12 digits; empty to have none any more') : say('4 to 12 digits')}
        autoFocus={!person.hasPin}
      />
    </InlineForm>
  )
}

const forgetSchema = contract.desk.forgetPin.input.omit({ requestId: true })

function ForgottenPin({ person, onClose }: PersonPinProps) {
  const command = useCommandForm({
    schema: forgetSchema,
    defaults: { personId: person.id, reason: '' },
    domain: 'desk',
    operation: 'forgetPin',
    onDone({ name }) {
      toastDone(say('{name} has no PIN any more. The history says that it was taken away.', { name }))
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('Take the PIN of {name} away', { name: person.name })}
      action={say('Take it away')}
      danger
      onClose={onClose}
    >
      <TextField
        control={command.form.control}
        name="reason"
        label={say('Why')}
        description={say('The history keeps it, with who was at the laptop and when.')}
        autoFocus
      />
    </InlineForm>
  )
}
