import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { ReceiptLine } from '../../../shared/domain/receiptLine.ts'
import { bringsNewName, type LineReading, meansOneThing } from '../../../shared/domain/receiptNames.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import { sayDay } from '../../../shared/words/day.ts'
import styles from './DeliveryLine.module.css'
import { readingInWords, useReceiptLine } from './useReceiptLine.ts'
import { say } from '../../../shared/words/say.ts'

/** A delivery that was typed in one line. */
export interface Delivery {
  readonly ingredient: string
  /** Null for a new ingredient. */
  readonly itemId: number | null
  readonly supplier: string | null
  readonly quantity: string
  readonly receivedOn: string | null
  readonly bestBy: string | null
  readonly supplierLot: string | null
  readonly costCents: number | null
}

interface DeliveryLineProps {
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  /** The ingredient that the line is about, where it stands in a row of it. */
  readonly itemId?: number
  /** What is done with the line, on its button: `Receive`. */
  readonly action: string
  readonly busy?: boolean
  readonly autoFocus?: boolean
  /** What the core refused, below the line. */
  readonly problem?: ReactNode
  /** Takes the line. @returns whether it was taken, and the line is to be empty again */
  readonly onTake: (delivery: Delivery) => boolean | Promise<boolean>
  readonly onEscape?: () => void
}

/**
 * One line for a bag that just came in: `sugar costco 25 lb`. It says as it is typed what it understood; where words fit
 * more than one name, or none, the person chooses. Enter takes it.
 */
export function DeliveryLine({ itemId, label, action, busy = false, problem, onTake, ...props }: DeliveryLineProps) {
  const [text, setText] = useState('')
  const line = useReceiptLine(text, itemId ?? null)
  const choices = useRef<HTMLFieldSetElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const certain = line !== null && meansOneThing(line.readings)

  async function take(reading: LineReading | undefined): Promise<void> {
    if (busy || !line || !reading || line.problem !== null) return
    const quantity = line.quantityOf(reading)
    if (quantity === null) return
    const { receivedOn, bestBy, supplierLot, costCents } = line
    const { ingredient, supplier } = reading
    const taken = { ingredient: ingredient.name, itemId: ingredient.id, supplier: supplier?.name ?? null, quantity }
    if (!(await onTake({ ...taken, receivedOn, bestBy, supplierLot, costCents }))) return
    // What was typed since is the next line.
    setText((now) => (now === text ? '' : now))
    field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') props.onEscape?.()
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (certain) void take(line.readings[0])
    else choices.current?.querySelector('button')?.focus()
  }

  return (
    <div className={styles['line']}>
      <div className={styles['typed']}>
        <TextInput
          ref={field}
          className={styles['field'] ?? ''}
          label={label}
          description={props.description}
          placeholder={props.placeholder}
          autoFocus={props.autoFocus ?? false}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {certain ? (
          <Button loading={busy} disabled={line.problem !== null} onClick={() => void take(line.readings[0])}>
            {action}
          </Button>
        ) : null}
      </div>
      <div aria-live="polite" className={styles['read']}>
        {line ? (
          <Understood
            line={line}
            quantity={certain && line.readings[0] ? line.quantityOf(line.readings[0]) : line.quantity}
            certain={certain}
          />
        ) : null}
        {line || problem || props.description || itemId !== undefined ? null : (
          <Dim>
            {say('As it stands on the bag, in any order. What was understood is shown here before it is saved.')}
          </Dim>
        )}
        {problem}
      </div>
      {line && !certain && line.readings.length > 0 && line.problem === null ? (
        <fieldset ref={choices} aria-label={say('Which is meant')} className={styles['choices']}>
          {line.readings.map((reading) => (
            <Button key={readingInWords(reading)} variant="default" loading={busy} onClick={() => void take(reading)}>
              {bringsNewName(reading)
                ? say('Add {reading}', { reading: readingInWords(reading) })
                : readingInWords(reading)}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}

interface UnderstoodProps {
  readonly line: ReceiptLine
  readonly quantity: string | null
  readonly certain: boolean
}

function Understood({ line, quantity, certain }: UnderstoodProps) {
  const [first] = line.readings
  const facts = [
    certain && first ? readingInWords(first) : null,
    quantity,
    line.receivedOn === null ? null : say('received {day}', { day: sayDay(line.receivedOn) }),
    line.bestBy === null ? null : say('best by {day}', { day: sayDay(line.bestBy) }),
    line.supplierLot === null ? null : say('lot {lot}', { lot: line.supplierLot }),
    line.costCents === null ? null : money(line.costCents),
  ].filter((fact) => fact !== null)
  return (
    <>
      {facts.map((fact) => (
        <Mark key={fact} tone="plain">
          {fact}
        </Mark>
      ))}
      {certain && first?.supplier === null ? <Mark tone="warn">{say('no supplier')}</Mark> : null}
      {line.problem === null ? null : <span>{line.problem}</span>}
      {line.problem === null && !certain ? <span>{say('Which is meant?')}</span> : null}
    </>
  )
}
