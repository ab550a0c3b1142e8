import { Kitchen } from '../../../shared/api/kitchen.ts'
import { SuggestField, TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import styles from './KitchenForm.module.css'
import { LotFormatField } from './LotFormatField.tsx'
import { say } from '../../../shared/words/say.ts'

const zones = Intl.supportedValuesOf('timeZone')

interface KitchenFormProps {
  readonly kitchen: Kitchen
  readonly today: string
}

/** The kitchen's name and contacts as labels and reports carry them, its day, and its lot numbers. */
export function KitchenForm({ kitchen, today }: KitchenFormProps) {
  const command = useCommandForm({
    schema: Kitchen,
    defaults: kitchen,
    domain: 'kitchen',
    operation: 'save',
    onDone(saved) {
      command.form.reset(saved)
      toastDone(say('The settings are saved.'))
    },
  })
  const { control } = command.form
  return (
    <FormFrame command={command} name={say('Settings of the kitchen')}>
      <Card title={say('Your kitchen')}>
        <div className={styles['kitchen']}>
          <TextField
            control={control}
            name="name"
            label={say('Name')}
            description={say('On labels and reports')}
            placeholder={say('Maple Hill Kitchen')}
            autoComplete="organization"
          />
          <TextField
            control={control}
            name="address"
            label={say('Address')}
            description={say('On recall reports')}
            autoComplete="street-address"
          />
          <TextField
            control={control}
            name="phone"
            label={say('Telephone')}
            description={say('On recall reports')}
            type="tel"
            autoComplete="tel"
          />
          <TextField
            control={control}
            name="email"
            label={say('E-mail')}
            description={say('On recall reports')}
            type="email"
            autoComplete="email"
          />
          <SuggestField
            control={control}
            name="zone"
            label={say('Time zone')}
            description={say('Decides when your day ends')}
            data={zones}
          />
        </div>
      </Card>
      <Card title={say('Lot numbers')}>
        <LotFormatField control={control} today={today} />
      </Card>
      <SaveBar command={command}>{say('Save settings')}</SaveBar>
    </FormFrame>
  )
}
