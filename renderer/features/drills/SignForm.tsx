import { Button } from '@mantine/core'
import { drills, type DrillOut } from '../../../shared/api/drills.ts'
import { LongTextField, TextField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import styles from './Drills.module.css'
import { say } from '../../../shared/words/say.ts'

interface SignFormProps {
  readonly drillId: number
  readonly signed: DrillOut['signed']
}

const schema = drills.sign.input.pick({ name: true, note: true })

/** Who stands for the drill, and what will be done about what it showed. */
export function SignForm({ drillId, signed }: SignFormProps) {
  const command = useCommandForm({
    schema,
    defaults: { name: '', note: '' },
    domain: 'drills',
    operation: 'sign',
    complete: (values) => ({ ...values, drillId }),
    onDone: ({ drillId: id }, { name }) =>
      toastDone(say('Drill {id} is signed off by {name}.', { id: String(id), name })),
    keepAs: { name: 'drill signature', of: String(drillId) },
  })
  if (signed)
    return (
      <>
        <p>
          {signed.name}, {moment(signed.at)}
        </p>
        {signed.note ? <p>{signed.note}</p> : null}
      </>
    )
  return (
    <FormFrame command={command} name={say('Sign the drill off')}>
      <div className={styles['lines']}>
        <TextField control={command.form.control} name="name" label={say('Your name')} autoComplete="off" />
        <LongTextField control={command.form.control} name="note" label={say('What will be mended, and by when')} />
      </div>
      <FormProblem command={command} />
      <Button type="submit" loading={command.busy}>
        {say('Sign it off')}
      </Button>
    </FormFrame>
  )
}
