import { nameKey } from '../../../shared/domain/names.ts'
import { placeKinds } from '../../../shared/api/directory.ts'
import { useWatch } from 'react-hook-form'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, SuggestField, TextField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { countOf } from '../../ui/words.ts'
import { kindWords } from '../directory/kindWords.ts'
import styles from './SendForm.module.css'
import { linesOf, type StockRow } from './sendValues.ts'
import { StockTable } from './StockTable.tsx'
import { useSendForm } from './useSendForm.ts'

interface SendFormProps {
  readonly today: string
  readonly stock: readonly StockRow[]
  readonly onSent: () => void
}

/** Where to, when, and how many units of which lots. */
export function SendForm({ today, stock, onSent }: SendFormProps) {
  const places = useAnswer('directory', 'places', {})
  const command = useSendForm({
    stock,
    today,
    onDone({ shipmentId, lines }, { place }) {
      const units = lines.reduce((sum, line) => sum + line.units, 0)
      toastDone(
        <UndoButton
          domain="shipping"
          operation="void"
          input={{ shipmentId, reason: 'undone' }}
          done="The units are on hand again."
        >{`Sent ${countOf(units, 'unit')} to ${place}.`}</UndoButton>,
      )
      onSent()
    },
  })
  const { control } = command.form
  const [place, rows] = useWatch({ control, name: ['place', 'rows'] })
  const known = places.data?.some((other) => nameKey(other.name) === nameKey(place)) ?? true
  const lines = linesOf(stock, rows)
  const units = lines.reduce((sum, line) => sum + line.units, 0)

  return (
    <FormFrame command={command} name="Send out" enterMovesOn>
      <Card>
        <div className={styles['trip']}>
          <SuggestField
            control={control}
            name="place"
            label="Where to"
            placeholder="Saturday farmers market"
            data={places.data?.map((other) => other.name) ?? []}
            autoFocus
          />
          {place.trim() !== '' && !known ? (
            <ChoiceField
              control={control}
              name="placeKind"
              label="A new place: it is a"
              choices={placeKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
            />
          ) : null}
          <DayField control={control} name="sentOn" label="Day" />
          <TextField
            control={control}
            name="reference"
            label="Order or delivery number"
            placeholder="If there is one"
          />
        </div>
      </Card>
      <Card title="What goes out">
        <StockTable form={command.form} stock={stock} />
      </Card>
      <div className={styles['end']}>
        <SaveBar
          busy={command.busy}
          aside={
            <span aria-live="polite">
              {units > 0 ? `${countOf(units, 'unit')} of ${countOf(lines.length, 'lot')}` : ''}
            </span>
          }
        >
          Send out
        </SaveBar>
        <FormProblem command={command} />
      </div>
    </FormFrame>
  )
}
