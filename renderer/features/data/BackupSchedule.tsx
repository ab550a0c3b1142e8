import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { NumberField, TickField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import styles from './BackupSchedule.module.css'
import { say } from '../../../shared/words/say.ts'

const schema = contract.backups.schedule.input.omit({ requestId: true })

/** When backups are made by themselves, and how many of those stay. */
export function BackupSchedule({ schedule }: { readonly schedule: AnswerOf<'backups', 'list'>['schedule'] }) {
  const command = useCommandForm({
    schema,
    defaults: schedule,
    domain: 'backups',
    operation: 'schedule',
    onDone(saved) {
      command.form.reset(saved)
      toastDone(say('Backups are made that way from now on.'))
    },
  })
  const { control } = command.form
  return (
    <FormFrame command={command} name={say('When backups are made')}>
      <div className={styles['schedule']}>
        <TickField
          control={control}
          name="afterWork"
          label={say('After work, when nothing was recorded for a while')}
        />
        <NumberField control={control} name="quietMinutes" label={say('Minutes of quiet')} />
        <TickField control={control} name="onClosing" label={say('When Traceberry is closed')} />
        <fieldset className={styles['kept']}>
          <legend>
            {say(
              'Keep the newest of each of the last hours, days and months. Those you make yourself are never removed.',
            )}
          </legend>
          <NumberField control={control} name="hourly" label={say('Hours')} />
          <NumberField control={control} name="daily" label={say('Days')} />
          <NumberField control={control} name="monthly" label={say('Months')} />
        </fieldset>
      </div>
      <SaveBar command={command} inPlace>
        {say('Save')}
      </SaveBar>
    </FormFrame>
  )
}
