import { countOf } from '../../../shared/words/counted.ts'
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
import { asCount } from './backValues.ts'
import { scannedBack } from './scannedBack.ts'
import { returnInput, returnValues } from './returnValues.ts'
import { say } from '../../../shared/words/say.ts'

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
          <Dim>{say('Nothing is there any more that could come back.')}</Dim>
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
          done={say('Those units are there again.')}
        >
          {say('{units} came back from {place}.', { units: countOf(back, 'unit'), place })}
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
        toastProblem(
          say('{count} are typed without their numbers. Empty that field, then scan again.', { count: counted }),
        )
      else {
        setValue('lotId', found.lot.lotId)
        setValue('serials', found.serials)
        setValue('units', counted + found.more)
        toastDone(
          say('{product}, {code}: {count} came back.', {
            product: found.lot.product,
            code: found.words,
            count: counted + found.more,
          }),
        )
      }
    }
    return true
  })
  return (
    <InlineForm
      command={command}
      title={say('Came back from {place}', { place })}
      action={say('Save the return')}
      onClose={onClose}
    >
      <ChoiceField
        control={control}
        name="lotId"
        ids
        label={say('Which lot')}
        choices={there.map((line) => ({
          value: String(line.lotId),
          label: say('{product}, {lot}: {units} there', {
            product: line.product,
            lot: line.lotNumber,
            units: line.units,
          }),
        }))}
      />
      <NumberField control={control} name="units" label={say('How many')} autoFocus />
      <TextField control={control} name="serials" label={say('Their numbers')} placeholder={say('7, 9–12, if known')} />
      <ChoiceField
        control={control}
        name="fate"
        label={say('What happens with them')}
        choices={[
          { value: 'on hand', label: say('Back on the shelf') },
          { value: 'destroyed', label: say('Destroyed') },
        ]}
      />
      <TextField control={control} name="reason" label={say('Why')} placeholder={say('Did not sell')} />
      <DayField control={control} name="day" label={say('Day')} />
      <ChoiceField
        control={control}
        name="exchangeLotId"
        ids
        label={say('Others in exchange')}
        choices={[
          { value: '', label: say('None') },
          ...stock
            .filter((lot) => lot.problem === null)
            .map((lot) => ({
              value: String(lot.lotId),
              label: say('As many of {product}, {lot}', { product: lot.product, lot: lot.lotNumber }),
            })),
        ]}
      />
    </InlineForm>
  )
}
