import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { DayField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'

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
      const counted = left === null ? '' : ` The ${left} that the record had left are counted away.`
      toastDone(
        <UndoButton
          domain="bins"
          operation="undoEmpty"
          input={{ binId: bin.id, reason: 'undone' }}
          done={`${bin.name} is not marked emptied any more.`}
        >
          {`${bin.name} is marked emptied.${counted}`}
        </UndoButton>,
      )
      onClose()
    },
  })
  const left = bin.content?.onHand
  return (
    <InlineForm command={command} title={`Mark ${bin.name} emptied`} action="It was empty" onClose={onClose}>
      <DayField control={command.form.control} name="day" label="Seen empty on" max={today} autoFocus />
      {left && left.base > 0 ? (
        <Dim>{`The record still has ${left.text} in it. That is counted away: only say so when the bin was really empty.`}</Dim>
      ) : null}
    </InlineForm>
  )
}
