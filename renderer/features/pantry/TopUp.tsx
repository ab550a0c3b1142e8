import { Checkbox } from '@mantine/core'
import { useController, useWatch } from 'react-hook-form'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { say } from '../../../shared/words/say.ts'

const schema = contract.bins.pour.input.omit({ requestId: true })

interface TopUpProps {
  readonly bin: AnswerOf<'bins', 'get'>
  readonly today: string
  readonly onClose: () => void
}

/** Pours some or all of a lot into the bin. */
export function TopUp({ bin, today, onClose }: TopUpProps) {
  const lots = useAnswer('batches', 'choices', { itemId: bin.itemId, madeOn: today })
  const command = useCommandForm({
    schema,
    defaults: { binId: bin.id, day: today, lines: [{ quantity: '', moreThanRecorded: false }] },
    domain: 'bins',
    operation: 'pour',
    onDone({ pourIds }) {
      toastDone(
        <UndoButton
          domain="bins"
          operation="takeBackPour"
          input={{ pourId: pourIds[0] ?? 0, reason: 'undone' }}
          done={say('It is in its lot again.')}
        >
          {say('Poured into {name}.', { name: bin.name })}
        </UndoButton>,
      )
      onClose()
    },
  })
  const { control, formState } = command.form
  const more = useController({ control, name: 'lines.0.moreThanRecorded' })
  const refused = formState.errors.lines?.[0]?.quantity?.type === 'core'
  const lotId = useWatch({ control, name: 'lines.0.lotId' })
  const pourable = (lots.data ?? []).filter((lot) => lot.lotId !== bin.content?.lotId)
  const left = pourable.find((lot) => lot.lotId === lotId)?.onHand
  return (
    <InlineForm
      command={command}
      title={say('Top up {name}', { name: bin.name })}
      action={say('Pour it in')}
      onClose={onClose}
    >
      <ChoiceField
        control={control}
        name="lines.0.lotId"
        label={say('{as, select, day {From} other {From}}', { as: 'source' })}
        ids
        autoFocus
        choices={[
          {
            value: '',
            label:
              pourable.length === 0
                ? say('No {ingredient} in stock', { ingredient: bin.ingredient })
                : say('Choose a lot…'),
          },
          ...pourable.map(({ lotId: id, lot, onHand, problem }) => ({
            value: String(id),
            label: `${say('{lot} · {amount} left', { lot, amount: onHand })}${problem === null ? '' : ` · ${problem}`}`,
          })),
        ]}
      />
      <TextField
        control={control}
        name="lines.0.quantity"
        label={say('How much')}
        description={say('Leave empty for all of it')}
        placeholder={left ?? ''}
      />
      <DayField control={control} name="day" label={say('Poured in on')} max={today} />
      {refused || more.field.value ? (
        <Checkbox
          size="md"
          checked={more.field.value === true}
          onChange={(event) => more.field.onChange(event.currentTarget.checked)}
          label={say('There was more in it than recorded: count it up')}
        />
      ) : null}
    </InlineForm>
  )
}
