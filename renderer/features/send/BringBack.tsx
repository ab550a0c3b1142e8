import { Button, Kbd } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { DayField, NumberField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { type CommandForm, useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { Table } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import {
  type BackIn,
  backLines,
  type BackOut,
  backValues,
  outByProduct,
  type OutOfProduct,
  sold,
  worth,
} from './backValues.ts'
import { ScannedNumbers } from './ScannedNumbers.tsx'
import { useScannedBack } from './useScannedBack.ts'
import styles from './MarketDays.module.css'
import { say } from '../../../shared/words/say.ts'

interface BringBackProps {
  readonly day: AnswerOf<'shipping', 'marketDays'>[number]
  readonly today: string
  readonly onClose: () => void
}

/** After the market: how many of each came back, and the money taken. What did not come back was sold. */
export function BringBack({ day, today, onClose }: BringBackProps) {
  const out = outByProduct(day.lines)
  const command = useCommandForm({
    schema: backValues(out),
    defaults: { day: laterOf(day.sentOn, today), cashCents: null, rows: {}, scanned: {} },
    domain: 'shipping',
    operation: 'bringBack',
    keepAs: { name: 'back', of: String(day.shipmentId) },
    complete: ({ rows, scanned, ...values }) => ({
      ...values,
      shipmentId: day.shipmentId,
      lines: backLines(out, { rows, scanned }),
    }),
    onDone({ returnedId, sold: units, out: sent }) {
      toastDone(
        <UndoButton
          domain="shipping"
          operation="voidReturned"
          input={{ returnedId, reason: 'undone' }}
          done={say('This market day is to be counted again.')}
        >
          {say('Sold {sold} of {out} at {place}.', { sold: units, out: countOf(sent, 'unit'), place: day.place })}
        </UndoButton>,
      )
      onClose()
    },
  })
  const { control } = command.form
  useScannedBack(command.form, out)
  return (
    <FormFrame
      command={command}
      name={say('What came back from {place}', { place: day.place })}
      enterMovesOn
      onEscape={onClose}
    >
      <Table
        label={say('What came back from {place}', { place: day.place })}
        rows={out}
        keyOf={(of) => of.name}
        columns={[
          { head: say('Product'), names: true, cell: (of) => of.product },
          { head: say('Went out'), number: true, cell: (of) => countOf(of.units, of.unit) },
          {
            head: say('Came back'),
            cell: (of) => (
              <NumberField
                className={styles['units'] ?? ''}
                control={control}
                name={`rows.${of.name}.back`}
                aria-label={say('{product} that came back', { product: of.product })}
                placeholder="0"
                autoComplete="off"
                autoFocus={of === out[0]}
              />
            ),
          },
          {
            head: say('Broken, tasted or given away'),
            cell: (of) => (
              <NumberField
                className={styles['units'] ?? ''}
                control={control}
                name={`rows.${of.name}.lost`}
                aria-label={say('{product} broken, tasted or given away', { product: of.product })}
                placeholder="0"
                autoComplete="off"
                data-enter-skips
              />
            ),
          },
          { head: say('Sold'), number: true, cell: (of) => <Sold control={control} of={of} /> },
        ]}
      />
      <ScannedNumbers form={command.form} out={out} />
      <div className={styles['fields']}>
        <NumberField
          control={control}
          name="cashCents"
          kind="money"
          label={say('Money taken')}
          placeholder={say('Cash and cards')}
        />
        <DayField control={control} name="day" label={say('Counted on')} data-enter-skips />
      </div>
      <FormProblem command={command} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={command.busy} aria-keyshortcuts="Control+Enter">
          {say('Save the count')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('Never mind')}
        </Button>
        <span>
          <Kbd>{say('Ctrl')}</Kbd> + <Kbd>{say('Enter')}</Kbd>
        </span>
        <Takings control={control} out={out} />
      </div>
    </FormFrame>
  )
}

interface OfForm {
  readonly control: CommandForm<BackIn, BackOut>['form']['control']
}

function Sold({ control, of }: OfForm & { readonly of: OutOfProduct }) {
  return <strong>{countOf(sold(of, useWatch({ control, name: 'rows' })), of.unit)}</strong>
}

/** What the sold units bring in at their prices, beside the money that was counted. */
function Takings({ control, out }: OfForm & { readonly out: readonly OutOfProduct[] }) {
  const [rows, cash] = useWatch({ control, name: ['rows', 'cashCents'] })
  const expected = worth(out, rows)
  if (expected === null) return null
  const more = typeof cash === 'number' ? cash - expected : 0
  return (
    <span aria-live="polite">
      {more === 0
        ? say('Sold at their prices: {worth}', { worth: money(expected) })
        : more > 0
          ? say('Sold at their prices: {worth}; {more} more was taken', { worth: money(expected), more: money(more) })
          : say('Sold at their prices: {worth}; {less} less was taken', { worth: money(expected), less: money(-more) })}
    </span>
  )
}

/** A market day is mostly counted on the day itself, or the morning after. */
function laterOf(sentOn: string, today: string): string {
  return sentOn > today ? sentOn : today
}
