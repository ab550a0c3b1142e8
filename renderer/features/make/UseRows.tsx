import { NativeSelect } from '@mantine/core'
import { useFieldArray } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { parseQuantity } from '../../../shared/domain/quantity.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import { toastError } from '../../ui/toast.ts'
import { type BatchValues, rowsOfLine, unplacedRow } from './batchRows.ts'
import { UseRow } from './UseRow.tsx'
import styles from './UseRows.module.css'

interface UseRowsProps {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly lines: AnswerOf<'batches', 'propose'>['lines']
  readonly madeOn: string
}

/** The ingredient rows: one for each lot used. */
export function UseRows({ command, lines, madeOn }: UseRowsProps) {
  const { form } = command
  const rows = useFieldArray({ control: form.control, name: 'uses' })
  const items = useItems(lines)

  /** A changed quantity of an ingredient with one row takes its lots anew, so that a short lot spills into the next. */
  async function refill(at: number): Promise<void> {
    const uses = form.getValues('uses')
    const row = uses[at]
    if (!row || row.lotId === null || uses.filter((use) => use.itemId === row.itemId).length > 1) return
    if (!parseQuantity(row.quantity, items.get(row.itemId)?.unit).ok) return
    try {
      const found = await api.batches.allocate({ itemId: row.itemId, quantity: row.quantity, madeOn })
      const filled = rowsOfLine({ itemId: row.itemId, ...found }).map((use) => ({
        ...use,
        basis: 'confirmed' as const,
      }))
      if (filled.length > 1) form.setValue('uses', uses.toSpliced(at, 1, ...filled))
    } catch (error) {
      toastError(error)
    }
  }

  function add(itemId: number): void {
    const last = rows.fields.findLastIndex((row) => row.itemId === itemId)
    const row = unplacedRow(itemId, '')
    if (last === -1) rows.append(row)
    else rows.insert(last + 1, row)
  }

  return (
    <Card title="What goes in">
      <div className={styles['head']} aria-hidden>
        <span>Ingredient</span>
        <span>Quantity</span>
        <span>Lot</span>
        <span />
      </div>
      {rows.fields.map((row, at) => (
        <UseRow
          key={row.id}
          command={command}
          at={at}
          item={items.get(row.itemId)?.name ?? ''}
          repeated={rows.fields[at - 1]?.itemId === row.itemId}
          madeOn={madeOn}
          onQuantity={() => void refill(at)}
          onRemove={() => rows.remove(at)}
        />
      ))}
      <NativeSelect
        mt="sm"
        w="22rem"
        aria-label="Add a row"
        value=""
        onChange={(event) => {
          if (event.currentTarget.value !== '') add(Number(event.currentTarget.value))
        }}
        data={[
          { value: '', label: 'Add another lot or ingredient…' },
          ...[...items].map(([id, { name }]) => ({ value: String(id), label: name })),
        ]}
      />
    </Card>
  )
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
