import { RecallDetail, recallClasses, recallDepths } from '../../../shared/api/recalls.ts'
import { checkLevels } from '../../../shared/domain/effectiveness.ts'
import { ChoiceField, DayField, NumberField, TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

/** Reason, class, strategy and contact: everything that the notices and the status report say. */
export function DetailForm({ recall }: { readonly recall: RecallRecord }) {
  const command = useCommandForm({
    schema: RecallDetail,
    defaults: recall.detail,
    domain: 'recalls',
    operation: 'describe',
    complete: (values) => ({ ...values, recallId: recall.id }),
    onDone: () => toastDone(say('Saved. The notices say it now.')),
  })
  const { control } = command.form
  const text = (name: (typeof texts)[number][0], label: string, className?: string) => (
    <TextField
      key={name}
      control={control}
      name={name}
      label={sayWord(label)}
      autoComplete="off"
      className={className ?? ''}
    />
  )
  return (
    <FormFrame command={command} name={say('What is to be said')} enterMovesOn>
      <div className={styles['fields']}>
        {texts.slice(0, 3).map(([name, label]) => text(name, label, styles['whole']))}
        <ChoiceField
          control={control}
          name="classification"
          label={say('Class, your estimate')}
          choices={recallClasses.map((value) => ({ value, label: sayWord(value) }))}
        />
        <ChoiceField
          control={control}
          name="depth"
          label={say('Depth')}
          choices={recallDepths.map((value) => ({ value, label: sayWord(depthWords[value]) }))}
        />
        <ChoiceField
          control={control}
          name="checkLevel"
          label={say('Checks')}
          choices={checkLevels.map((value) => ({ value, label: sayWord(levelWords[value]) }))}
        />
        <NumberField control={control} name="checkPercent" label={say('Share at level B, %')} autoComplete="off" />
        {texts.slice(3).map(([name, label]) => text(name, label))}
        <DayField control={control} name="replyBy" label={say('Answer by')} />
        <DayField control={control} name="expectedEnd" label={say('Expected to be over')} />
      </div>
      <SaveBar command={command}>{say('Save what is said')}</SaveBar>
    </FormFrame>
  )
}

const texts = [
  ['reason', 'Reason'],
  ['hazard', 'Hazard'],
  ['instruction', 'What people shall do with it'],
  ['codePlace', 'Where the code is printed'],
  ['packaging', 'Package type and size'],
  ['contactName', 'Whom to ask'],
  ['contactPhone', 'Telephone'],
  ['contactHours', 'Hours'],
  ['publicWarning', 'Public warning'],
  ['discovered', 'How it was found'],
  ['illnesses', 'Illnesses so far'],
  ['production', 'What happens with production'],
] as const

const depthWords = { consumer: 'consumer level', retail: 'retail level', wholesale: 'wholesale level' } as const

const levelWords = {
  A: 'A: every place',
  B: 'B: a share of them',
  C: 'C: one in ten',
  D: 'D: one in fifty',
  E: 'E: none',
} as const
