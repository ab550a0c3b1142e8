import { contract } from '../../../shared/api/contract.ts'
import { z } from '../../../shared/api/zod.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, LongTextField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { confidenceWords, type Profile } from './confidenceWords.ts'
import styles from './Rules.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

const schema = contract.rules.save.input
  .omit({ requestId: true, elements: true })
  .extend({ elements: z.string().max(4000, 'The label elements can have 4,000 characters at most.') })

interface RuleFormProps {
  /** The state that is changed; null for one that is not known yet. */
  readonly rule: Profile | null
  readonly onClose: () => void
  readonly onSaved?: (state: string) => void
}

const confidences = () =>
  (['law', 'secondary', 'memory'] as const).map((value) => ({ value, label: sayWord(confidenceWords[value]) }))
const answers = () =>
  (['no', 'yes', 'some foods', 'unclear'] as const).map((value) => ({ value, label: sayWord(value) }))

/** Writes down what a state asks; what stood there before stays in the history. */
export function RuleForm({ rule, onClose, onSaved }: RuleFormProps) {
  const today = useAnswer('system', 'state', {}).data?.today ?? ''
  const command = useCommandForm({
    schema,
    defaults: {
      state: rule?.state ?? '',
      name: rule?.name ?? '',
      law: rule?.law ?? '',
      statement: rule?.statement ?? '',
      statementConfidence: rule?.statementConfidence ?? 'law',
      minTypePt: rule?.minTypePt ?? null,
      placement: rule?.placement ?? '',
      lotOnLabel: rule?.lotOnLabel ?? 'unclear',
      dateOnLabel: rule?.dateOnLabel ?? 'unclear',
      lotAndDateNote: rule?.lotAndDateNote ?? '',
      capCents: rule?.capCents ?? null,
      capBasis: rule?.capBasis ?? 'all sales',
      capConfidence: rule?.capConfidence ?? 'law',
      capNote: rule?.capNote ?? '',
      elements: rule?.elements.join('\n') ?? '',
      notes: rule?.notes ?? '',
      source: rule?.source ?? '',
      checked: today,
      verified: rule?.verified ?? '',
    },
    domain: 'rules',
    operation: 'save',
    complete: ({ elements, ...values }) => ({
      ...values,
      elements: elements
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }),
    onDone({ state, name }) {
      toastDone(say('Saved what {state} asks.', { state: name }))
      onClose()
      onSaved?.(state)
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={rule ? say('What {state} asks', { state: rule.name }) : say('A state that is not in the list')}
      action={say('Save')}
      onClose={onClose}
    >
      {rule ? null : (
        <TextField control={control} name="state" label={say('Its two letters')} placeholder={say('VT')} autoFocus />
      )}
      {rule ? null : <TextField control={control} name="name" label={say('State')} placeholder={say('Vermont')} />}
      <LongTextField
        className={styles['wide'] ?? ''}
        control={control}
        name="statement"
        label={say('Statement on the label')}
        autoFocus={rule !== null}
      />
      <ChoiceField
        control={control}
        name="statementConfidence"
        label={say('The statement was')}
        choices={confidences()}
      />
      <NumberField control={control} name="minTypePt" label={say('Smallest type (points)')} />
      <ChoiceField control={control} name="lotOnLabel" label={say('Lot number on the label')} choices={answers()} />
      <ChoiceField control={control} name="dateOnLabel" label={say('Date made on the label')} choices={answers()} />
      <NumberField
        control={control}
        name="capCents"
        kind="money"
        label={say('Sales cap a year ($)')}
        placeholder={say('If there is one')}
      />
      <ChoiceField
        control={control}
        name="capBasis"
        label={say('The cap is for')}
        choices={[
          { value: 'all sales', label: say('all sales together') },
          { value: 'each product', label: say('each product') },
        ]}
      />
      <ChoiceField control={control} name="capConfidence" label={say('The cap was')} choices={confidences()} />
      <LongTextField
        className={styles['wide'] ?? ''}
        control={control}
        name="elements"
        label={say('On the label, a line each')}
      />
      <LongTextField className={styles['wide'] ?? ''} control={control} name="notes" label={say('Notes')} />
      <TextField control={control} name="law" label={say('Law')} />
      <TextField control={control} name="source" label={say('Where you read it')} />
      <TextField control={control} name="checked" type="date" label={say('When you read it')} />
    </InlineForm>
  )
}
