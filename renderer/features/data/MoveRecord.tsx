import { contract } from '../../../shared/api/contract.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import styles from './RestoreBackup.module.css'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Dim } from '../../ui/Table.tsx'
import { say } from '../../../shared/words/say.ts'

const schema = contract.backups.pack.input.omit({ requestId: true })

/** The whole record as one file, for another computer. */
export function MoveRecord() {
  const [asking, setAsking] = useState(false)
  const command = useCommandForm({
    schema,
    defaults: { passphrase: '' },
    domain: 'backups',
    operation: 'pack',
    onDone({ file }) {
      if (file === null) return
      toastDone(say('Everything is in one file, checked: {file}', { file }))
      setAsking(false)
    },
  })
  if (!asking)
    return (
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {say('Make a file for another computer')}
        </Button>
        <Dim>{say('Everything in one file: for a new laptop, or for whoever looks after your records.')}</Dim>
      </Group>
    )
  return (
    <InlineForm
      command={command}
      title={say('Move to another computer')}
      action={say('Make the file')}
      onClose={() => setAsking(false)}
    >
      <ul className={styles['what']}>
        <li>
          {say(
            'Choose where it goes, best a stick. Make it when the day’s work is done: what is recorded later is not in it.',
          )}
        </li>
        <li>
          {say(
            'On the other computer put it into the backup folder, or look for it under Data and backup, and restore it.',
          )}
        </li>
        <li>{say('From then on record only there, so that no lot number is given twice.')}</li>
      </ul>
      <TextField
        control={command.form.control}
        name="passphrase"
        label={say('Passphrase, if the file should be sealed')}
        autoComplete="off"
      />
    </InlineForm>
  )
}
