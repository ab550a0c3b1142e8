import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { DayField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { say } from '../../../shared/words/say.ts'

const schema = contract.bins.empty.input.omit({ requestId: true })

interface EmptyBinProps {
  readonly bin: AnswerOf<'bins', 'get'>
  readonly today: string
  readonly onClose: () => void
}

/** Says that the bin was seen empty: what comes next mixes with nothing from before. */
export function EmptyBin({ bin, today, onClose }: EmptyBinProps) {
  const command = useCommandForm({
    schema,
    defaults: { binId: bin.id, day: today },
    domain: 'bins',
    operation: 'empty',
    onDone({ left }) {
      toastDone(
        <UndoButton
          domain="bins"
          operation="undoEmpty"
          input={{ binId: bin.id, reason: 'undone' }}
          done={say('{name} is not marked emptied any more.', { name: bin.name })}
        >
          {left === null
            ? say('{name} is marked emptied.', { name: bin.name })
            : say('{name} is marked emptied. The {left} that the record had left are counted away.', {
                name: bin.name,
                left,
              })}
        </UndoButton>,
      )
      onClose()
    },
  })
  const left = bin.content?.onHand
  return (
    <InlineForm
      command={command}
      title={say('Mark {name} emptied', { name: bin.name })}
      action={say('It was empty')}
      onClose={onClose}
    >
      <DayField control={command.form.control} name="day" label={say('Seen empty on')} max={today} autoFocus />
      {left && left.base > 0 ? (
        <Dim>
          {say(
            'The record still has {amount} in it. That is counted away: only say so when the bin was really empty.',
            {
              amount: left.text,
            },
          )}
        </Dim>
      ) : null}
    </InlineForm>
  )
}
