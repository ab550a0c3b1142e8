import { NativeSelect } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useFieldArray } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { parseQuantity } from '../../../shared/domain/quantity.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import { toastError } from '../../ui/toast.ts'
import { type BatchValues, rowsOfLine, unplacedRow, type UseValues } from './batchRows.ts'
import { ScanStrip } from './ScanStrip.tsx'
import { MORE_KEY, UseRow } from './UseRow.tsx'
import { useRowScan } from './useRowScan.ts'
import styles from './UseRows.module.css'
import { say } from '../../../shared/words/say.ts'

interface UseRowsProps {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly lines: AnswerOf<'batches', 'propose'>['lines']
  readonly madeOn: string
  /** The person changed rows by other ways than typing. */
  readonly onTouched: () => void
}

/** The ingredient rows: one for each lot used. Alt and a row’s number go to its lot from anywhere on the page. */
export function UseRows({ command, lines, madeOn, onTouched }: UseRowsProps) {
  const { form } = command
  const rows = useFieldArray({ control: form.control, name: 'uses' })
  const items = useItems(lines)
  const card = useRef<HTMLFieldSetElement>(null)
  useRowKeys((at) => fieldOfRow(card.current, at, 'lot')?.focus())

  const scan = useRowScan({
    command,
    madeOn,
    onRows(next, focusAt) {
      rows.replace(next)
      onTouched()
      if (focusAt !== null) requestAnimationFrame(() => fieldOfRow(card.current, focusAt, 'quantity')?.focus())
    },
  })

  // What lots are called before the lists of all lots are there, and of scanned ones that those lists leave out.
  const proposed = lines.flatMap((line) =>
    line.uses.map((use) => [use.lotId, say('{lot} · {left} left', { lot: use.lot, left: use.onHand })] as const),
  )
  const names = new Map([...proposed, ...scan.names])

  /** A changed quantity of an ingredient with one row takes its lots anew, so that a short lot spills into the next. */
  async function refill(at: number): Promise<void> {
    const uses = form.getValues('uses')
    const row = uses[at] && { ...uses[at] }
    if (!row || row.lotId === null || uses.filter((use) => use.itemId === row.itemId).length > 1) return
    if (!parseQuantity(row.quantity, items.get(row.itemId)?.unit).ok) return
    try {
      const found = await api.batches.allocate({ itemId: row.itemId, quantity: row.quantity, madeOn })
      const [first, ...others] = rowsOfLine({ itemId: row.itemId, ...found }).map((use) => ({
        ...use,
        basis: 'confirmed' as const,
      }))
      // What was typed, chosen or removed meanwhile stays; the other rows and the focus do so in any case.
      if (!first || others.length === 0 || !isSameUse(form.getValues(`uses.${at}`), row)) return
      if (form.getValues('uses').filter((use) => use.itemId === row.itemId).length > 1) return
      form.setValue(`uses.${at}`, { ...row, ...first })
      rows.insert(at + 1, others, { shouldFocus: false })
    } catch (error) {
      toastError(error)
    }
  }

  function add(itemId: number): void {
    const last = rows.fields.findLastIndex((row) => row.itemId === itemId)
    const row = unplacedRow(itemId, '')
    if (last === -1) rows.append(row)
    else rows.insert(last + 1, row)
    onTouched()
  }

  /** There was more in the bag: of the row with the focus, or of the first one that was refused. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== MORE_KEY || scan.outcome?.offer) return
    const focused = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    const at = Number(focused?.dataset['row'] ?? -1)
    const row = form.getValues(`uses.${at}`)
    if (at < 0 || !row?.lotId) return
    event.preventDefault()
    form.setValue(`uses.${at}.moreThanRecorded`, row.moreThanRecorded !== true, { shouldDirty: true })
    form.clearErrors(`uses.${at}.quantity`)
    onTouched()
  }

  return (
    <Card title={say('What goes in')} aside={<ScanStrip outcome={scan.outcome} onClose={scan.clear} />}>
      <fieldset ref={card} className={styles['rows']} aria-label={say('Ingredient rows')} onKeyDown={onKeyDown}>
        <div className={styles['head']} aria-hidden>
          <span />
          <span>{say('Ingredient')}</span>
          <span>{say('Quantity')}</span>
          <span>{say('Lot')}</span>
          <span />
          <span />
        </div>
        {rows.fields.map((row, at) => (
          <UseRow
            key={row.id}
            command={command}
            at={at}
            item={items.get(row.itemId) ?? NO_ITEM}
            repeated={rows.fields[at - 1]?.itemId === row.itemId}
            madeOn={madeOn}
            lotNames={names}
            onQuantity={() => void refill(at)}
            onRemove={() => {
              rows.remove(at)
              onTouched()
            }}
          />
        ))}
        <div className={styles['foot']}>
          <NativeSelect
            w="22rem"
            aria-label={say('Add a row')}
            value=""
            onChange={(event) => {
              if (event.currentTarget.value !== '') add(Number(event.currentTarget.value))
            }}
            data={[
              { value: '', label: say('Add another lot or ingredient…') },
              ...[...items].map(([id, { name }]) => ({ value: String(id), label: name })),
            ]}
          />
        </div>
      </fieldset>
    </Card>
  )
}

function isSameUse(now: UseValues | undefined, before: UseValues): boolean {
  return now?.itemId === before.itemId && now.lotId === before.lotId && now.quantity === before.quantity
}

const NO_ITEM = { name: '', unit: '' }

/** Alt and a digit, whatever the keyboard writes with it. */
function useRowKeys(go: (at: number) => void): void {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
      if (!isKey(event, keySections.batchPage.keys.row) || digit === undefined) return
      event.preventDefault()
      latest.current(Number(digit) - 1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

const fields = { lot: 'input[role=combobox]', quantity: 'input[name$=".quantity"]' } as const

function fieldOfRow(card: HTMLElement | null, at: number, field: keyof typeof fields): HTMLElement | null {
  return card?.querySelector<HTMLElement>(`[data-row="${at}"] ${fields[field]}`) ?? null
}

/** Everything that can go into a batch, the recipe's ingredients first. */
function useItems(lines: UseRowsProps['lines']): Map<number, { readonly name: string; readonly unit: string }> {
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const products = useAnswer('products', 'list', {})
  return new Map([
    ...lines.map((line) => [line.itemId, { name: line.ingredient, unit: line.unit }] as const),
    ...(ingredients.data ?? []).map(({ id, name, unit }) => [id, { name, unit }] as const),
    ...(products.data ?? []).map(({ id, name, unit }) => [id, { name, unit }] as const),
  ])
}
