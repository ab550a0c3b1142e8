import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useLocation, useSearch } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { ReceiveInput } from '../../../shared/api/pantry.ts'
import { api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { DayField, LongTextField, NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './Receive.module.css'
import { UndoReceipt } from './UndoReceipt.tsx'
import { useBarcode } from './useBarcode.ts'
import { type Bought, useBought } from './useBought.ts'
import { say } from '../../../shared/words/say.ts'

const emptyLine = { ingredient: '', quantity: '', bestBy: '', supplierLot: '', gtin: '' }

/** A shopping trip in one form: each line becomes a lot. */
export function Receive({ scanned }: { readonly scanned: string | null }) {
  const state = useAnswer('system', 'state', {})
  const bought = useBought(useSearch())
  return (
    <Answered page answer={state}>
      {({ today }) =>
        bought === undefined ? null : <ReceiveForm key={bought?.of} today={today} scanned={scanned} bought={bought} />
      }
    </Answered>
  )
}

interface ReceiveFormProps {
  readonly today: string
  readonly scanned: string | null
  /** What stood on the shopping list. */
  readonly bought: Bought | null
}

function ReceiveForm({ today, scanned, bought }: ReceiveFormProps) {
  const [, go] = useLocation()
  const suppliers = useAnswer('directory', 'suppliers', {})
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const command = useCommandForm({
    schema: ReceiveInput,
    defaults: {
      supplier: bought?.supplier ?? '',
      receivedOn: today,
      note: '',
      lines: bought?.lines.map((line) => ({ ...emptyLine, ...line })) ?? [emptyLine],
    },
    domain: 'pantry',
    operation: 'receive',
    keepAs: bought ? { name: 'receive from a list', of: bought.of } : { name: 'receive' },
    onDone({ receiptId, lots }, { supplier }) {
      toastDone(
        <UndoReceipt receiptId={receiptId}>
          {supplier
            ? say('Received {lots} from {supplier}.', { lots: countOf(lots.length, 'lot'), supplier })
            : say('Received {lots}.', { lots: countOf(lots.length, 'lot') })}
        </UndoReceipt>,
      )
      go('/pantry')
    },
  })
  const { control } = command.form
  const lines = useFieldArray({ control, name: 'lines' })
  const [told, setTold] = useState<string>()

  /** A scanned bag fills the last line where that is empty, else a new one; an unknown one asks what it is, once. */
  async function takeBarcode(code: string): Promise<void> {
    const bag = await api.pantry.readBarcode({ code }).catch(toastError)
    if (!bag) return
    if (bag.problem !== null) {
      setTold(bag.problem)
      return
    }
    const { supplierLot, bestBy, gtin, ingredient, quantity, supplier } = bag
    const line = {
      ingredient: ingredient ?? '',
      quantity: quantity ?? '',
      bestBy: bestBy ?? '',
      supplierLot: supplierLot ?? '',
      gtin: gtin ?? '',
    }
    const before = command.form.getValues('lines')
    const last = before.at(-1)
    const isFree = last?.ingredient === '' && last.quantity === ''
    const at = isFree ? before.length - 1 : before.length
    const isNew = ingredient === null
    if (isFree) command.form.setValue(`lines.${at}`, line, { shouldDirty: true })
    else lines.append(line, { shouldFocus: isNew, focusName: `lines.${at}.ingredient` })
    if (isFree && isNew) command.form.setFocus(`lines.${at}.ingredient`)
    if (supplier !== null && command.form.getValues('supplier') === '') command.form.setValue('supplier', supplier)
    setTold(
      isNew
        ? say(
            'New product number {number}: say in line {line} which ingredient it is and how much a pack holds. It is remembered.',
            { number: gtin ?? '', line: at + 1 },
          )
        : say('Line {line}: {quantity} {ingredient}.', { line: at + 1, quantity: quantity ?? '', ingredient }),
    )
  }
  useBarcode((code) => void takeBarcode(code))
  const first = useRef(scanned)
  useEffect(() => {
    const code = first.current
    first.current = null
    if (code !== null) void takeBarcode(code)
  })
  const names = ingredients.data?.map((ingredient) => ingredient.name) ?? []
  const units = new Map(ingredients.data?.map((ingredient) => [ingredient.name.toLowerCase(), ingredient.unit]))

  return (
    <Page
      title={say('Receive ingredients')}
      under={say('One line for each bag, box or bottle with its own date or lot.')}
    >
      <FormFrame command={command} name={say('Receive ingredients')} enterMovesOn>
        <Card>
          <div className={styles['trip']}>
            <SuggestField
              control={control}
              name="supplier"
              label={say('Bought from')}
              description={say('Leave empty only if nobody knows')}
              data={suppliers.data?.map((supplier) => supplier.name) ?? []}
              autoFocus
            />
            <DayField
              control={control}
              name="receivedOn"
              label={say('Received on')}
              description={say('A recall asks for this day')}
              max={today}
            />
          </div>
        </Card>
        <Card title={say('What came in')} aside={<Dim>{say('Scan a supplier’s barcode to fill a line')}</Dim>}>
          <p aria-live="polite" className={styles['told']}>
            {told}
          </p>
          <div className={styles['lines']}>
            <div className={styles['head']} aria-hidden>
              {[say('Ingredient'), say('Quantity'), say('Best by'), say('Supplier’s lot'), say('Price'), ''].map(
                (head) => (
                  <span key={head}>{head}</span>
                ),
              )}
            </div>
            {lines.fields.map((line, at) => (
              <div key={line.id} className={styles['line']}>
                <SuggestField
                  control={control}
                  name={`lines.${at}.ingredient`}
                  label={say('Ingredient, line {line}', { line: at + 1 })}
                  data={names}
                />
                <TextField
                  control={control}
                  name={`lines.${at}.quantity`}
                  label={say('Quantity, line {line}', { line: at + 1 })}
                  placeholder={`8 ${units.get(command.form.watch(`lines.${at}.ingredient`).toLowerCase()) ?? 'lb'}`}
                />
                <DayField
                  control={control}
                  name={`lines.${at}.bestBy`}
                  label={say('Best by, line {line}', { line: at + 1 })}
                />
                <TextField
                  control={control}
                  name={`lines.${at}.supplierLot`}
                  label={say('Supplier’s lot, line {line}', { line: at + 1 })}
                />
                <NumberField
                  control={control}
                  name={`lines.${at}.costCents`}
                  label={say('Price in dollars, line {line}', { line: at + 1 })}
                  kind="money"
                  leftSection={<Text c="dimmed">$</Text>}
                />
                <ActionIcon
                  aria-label={say('Remove line {line}', { line: at + 1 })}
                  disabled={lines.fields.length === 1}
                  onClick={() => lines.remove(at)}
                >
                  <IconTrash size={20} aria-hidden />
                </ActionIcon>
              </div>
            ))}
          </div>
          <Group mt="sm">
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => lines.append(emptyLine)}
            >
              {say('Add a line')}
            </Button>
          </Group>
        </Card>
        <Card>
          <LongTextField control={control} name="note" label={say('Note')} />
        </Card>
        <SaveBar command={command}>{say('Save the trip')}</SaveBar>
      </FormFrame>
    </Page>
  )
}
