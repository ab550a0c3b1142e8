import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { contract } from '../../../shared/api/contract.ts'
import { useCommand } from '../../api/useCommand.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.backups.seal.input.omit({ requestId: true })

/** Whether a lost stick tells anything: the passphrase of new backups. */
export function SealBackups({ sealed }: { readonly sealed: boolean }) {
  const [asking, setAsking] = useState(false)
  const seal = useCommand('backups', 'seal')

  async function stop(): Promise<void> {
    try {
      await seal.run({ passphrase: null })
      toastDone(say('New backups are not sealed any more. Those made before still need their passphrase.'))
    } catch (error) {
      toastError(error)
    }
  }

  if (asking) return <AskPassphrase onClose={() => setAsking(false)} />
  return (
    <Group>
      <Mark tone="plain">{sealed ? say('New backups are sealed') : say('Backups are not sealed')}</Mark>
      <Button variant="default" onClick={() => setAsking(true)}>
        {sealed ? say('Change the passphrase') : say('Seal with a passphrase')}
      </Button>
      {sealed ? (
        <Button variant="default" loading={seal.busy} onClick={() => void stop()}>
          {say('Seal no more')}
        </Button>
      ) : null}
      <Dim>
        {sealed
          ? say('On this computer they open by themselves; anywhere else only with the passphrase.')
          : say('Anyone who finds the stick can read it, with or without Traceberry.')}
      </Dim>
    </Group>
  )
}

function AskPassphrase({ onClose }: { readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { passphrase: '' },
    domain: 'backups',
    operation: 'seal',
    onDone() {
      toastDone(say('New backups are sealed. Write the passphrase down and keep it away from the stick.'))
      onClose()
    },
  })
  return (
    <InlineForm command={command} title={say('Seal new backups')} action={say('Seal them')} onClose={onClose}>
      <TextField
        control={command.form.control}
        name="passphrase"
        label={say('Passphrase')}
        description={say(
          'Nobody can open a sealed backup without it: write it down. Sealed backups carry no copy to read without Traceberry.',
        )}
        autoComplete="off"
        data-autofocus
      />
    </InlineForm>
  )
}
