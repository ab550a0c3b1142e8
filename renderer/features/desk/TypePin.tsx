import { contract } from '../../../shared/api/contract.ts'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { AtDesk } from './atDesk.ts'
import { PinField } from './PinField.tsx'
import { say } from '../../../shared/words/say.ts'

const schema = contract.desk.switchTo.input.omit({ requestId: true })

interface TypePinProps {
  readonly person: AtDesk
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Somebody who has a PIN shows that it is them. */
export function TypePin({ person, onDone, onClose }: TypePinProps) {
  const command = useCommandForm({
    schema,
    defaults: { personId: person.id, pin: '' },
    domain: 'desk',
    operation: 'switchTo',
    onDone() {
      toastDone(say('{name} is at the laptop.', { name: person.name }))
      onDone()
    },
  })
  return (
    <InlineForm command={command} title={person.name} action={say('It is me')} onClose={onClose}>
      <PinField
        control={command.form.control}
        name="pin"
        label={say('PIN of {name}', { name: person.name })}
        autoFocus
      />
    </InlineForm>
  )
}
