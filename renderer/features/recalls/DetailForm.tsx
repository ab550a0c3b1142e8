import { RecallDetail, recallClasses, recallDepths } from '../../../shared/api/recalls.ts'
import { checkLevels } from '../../../shared/domain/effectiveness.ts'
import { ChoiceField, DayField, NumberField, TextField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'

/** Reason, class, strategy and contact: everything that the notices and the status report say. */
export function DetailForm({ recall }: { readonly recall: RecallRecord }) {
  const command = useCommandForm({
    schema: RecallDetail,
    defaults: recall.detail,
    domain: 'recalls',
    operation: 'describe',
    complete: (values) => ({ ...values, recallId: recall.id }),
    onDone: () => toastDone('Saved. The notices say it now.'),
  })
  const { control } = command.form
  const text = (name: (typeof texts)[number][0], label: string, className?: string) => (
    <TextField key={name} control={control} name={name} label={label} autoComplete="off" className={className ?? ''} />
  )
  return (
    <FormFrame command={command} name="What is to be said" enterMovesOn>
      <FormProblem command={command} />
      <div className={styles['fields']}>
        {texts.slice(0, 3).map(([name, label]) => text(name, label, styles['whole']))}
        <ChoiceField
          control={control}
          name="classification"
          label="Class, your estimate"
          choices={recallClasses.map((value) => ({ value, label: value }))}
        />
        <ChoiceField
          control={control}
          name="depth"
          label="Depth"
          choices={recallDepths.map((value) => ({ value, label: `${value} level` }))}
        />
        <ChoiceField
          control={control}
          name="checkLevel"
          label="Checks"
          choices={checkLevels.map((value) => ({ value, label: levelWords[value] }))}
        />
        <NumberField control={control} name="checkPercent" label="Share at level B, %" autoComplete="off" />
        {texts.slice(3).map(([name, label]) => text(name, label))}
        <DayField control={control} name="replyBy" label="Answer by" />
        <DayField control={control} name="expectedEnd" label="Expected to be over" />
      </div>
      <SaveBar busy={command.busy}>Save what is said</SaveBar>
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

const levelWords = {
  A: 'A: every place',
  B: 'B: a share of them',
  C: 'C: one in ten',
  D: 'D: one in fifty',
  E: 'E: none',
} as const
