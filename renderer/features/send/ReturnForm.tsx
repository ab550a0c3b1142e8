import { countUnits, readRanges } from '../../../shared/domain/serialRange.ts'
import { useScan } from '../../app/scan.ts'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { countOf } from '../../ui/words.ts'
import { asCount } from './backValues.ts'
import { scannedBack } from './scannedBack.ts'
import { returnInput, returnValues } from './returnValues.ts'

interface ReturnFormProps {
  readonly placeId: number
  readonly place: string
  readonly today: string
  readonly onClose: () => void
}

/** Units that a place or a customer gives back, and whether they get others for them. */
export function ReturnForm(props: ReturnFormProps) {
  const there = useAnswer('shipping', 'atPlace', { placeId: props.placeId })
  const stock = useAnswer('shipping', 'stock', {})
  return (
    <Answered answer={there}>
      {(lines) =>
        lines.length === 0 ? (
          <Dim>Nothing is there any more that could come back.</Dim>
        ) : (
          <Answered answer={stock}>{(rows) => <Form {...props} there={lines} stock={rows} />}</Answered>
        )
      }
    </Answered>
  )
}

interface FormProps extends ReturnFormProps {
  readonly there: AnswerOf<'shipping', 'atPlace'>
  readonly stock: AnswerOf<'shipping', 'stock'>
}

function Form({ placeId, place, today, onClose, there, stock }: FormProps) {
  const command = useCommandForm({
    schema: returnValues(contract.shipping.takeReturn.input.shape.reason),
    defaults: {
      lotId: there[0]?.lotId ?? 0,
      serials: '',
      fate: 'on hand',
      reason: '',
      day: today,
      exchangeLotId: null,
    },
    domain: 'shipping',
    operation: 'takeReturn',
    complete: (values) => returnInput(placeId, values),
    onDone({ returnedId, back }) {
      toastDone(
        <UndoButton
          domain="shipping"
          operation="voidReturned"
          input={{ returnedId, reason: 'undone' }}
          done="Those units are there again."
        >
          {`${countOf(back, 'unit')} came back from ${place}.`}
        </UndoButton>,
      )
      onClose()
    },
  })
  const { control, getValues, setValue } = command.form
  useScan((text) => {
    const { lotId, serials, units } = getValues()
    const found = scannedBack(text, there, (scanned) => (scanned === lotId ? (serials ?? '') : ''))
    if (!found) return false
    if (found.kind === 'refused') toastProblem(found.message)
    else {
      const counted = found.lot.lotId === lotId ? asCount(units) : 0
      if (found.serials !== '' && counted > countUnits(readRanges(serials ?? '') ?? []) && found.lot.lotId === lotId)
        toastProblem(`${counted} are typed without their numbers. Empty that field, then scan again.`)
      else {
        setValue('lotId', found.lot.lotId)
        setValue('serials', found.serials)
        setValue('units', counted + found.more)
        toastDone(`${found.lot.product}, ${found.words}: ${counted + found.more} came back.`)
      }
    }
    return true
  })
  return (
    <InlineForm command={command} title={`Came back from ${place}`} action="Save the return" onClose={onClose}>
      <ChoiceField
        control={control}
        name="lotId"
        ids
        label="Which lot"
        choices={there.map((line) => ({
          value: String(line.lotId),
          label: `${line.product}, ${line.lotNumber}: ${line.units} there`,
        }))}
      />
      <NumberField control={control} name="units" label="How many" autoFocus />
      <TextField control={control} name="serials" label="Their numbers" placeholder="7, 9–12, if known" />
      <ChoiceField
        control={control}
        name="fate"
        label="What happens with them"
        choices={[
          { value: 'on hand', label: 'Back on the shelf' },
          { value: 'destroyed', label: 'Destroyed' },
        ]}
      />
      <TextField control={control} name="reason" label="Why" placeholder="Did not sell" />
      <DayField control={control} name="day" label="Day" />
      <ChoiceField
        control={control}
        name="exchangeLotId"
        ids
        label="Others in exchange"
        choices={[
          { value: '', label: 'None' },
          ...stock
            .filter((lot) => lot.problem === null)
            .map((lot) => ({ value: String(lot.lotId), label: `As many of ${lot.product}, ${lot.lotNumber}` })),
        ]}
      />
    </InlineForm>
  )
}
