import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { useLocation } from 'wouter'
import { ReceiveInput } from '../../../shared/api/pantry.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { DayField, LongTextField, NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'
import styles from './Receive.module.css'
import { UndoReceipt } from './UndoReceipt.tsx'

const emptyLine = { ingredient: '', quantity: '', bestBy: '', supplierLot: '' }

/** A shopping trip in one form: each line becomes a lot. */
export function Receive() {
  const state = useAnswer('system', 'state', {})
  return (
    <Answered page answer={state}>
      {({ today }) => <ReceiveForm today={today} />}
    </Answered>
  )
}

function ReceiveForm({ today }: { readonly today: string }) {
  const [, go] = useLocation()
  const suppliers = useAnswer('directory', 'suppliers', {})
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const command = useCommandForm({
    schema: ReceiveInput,
    defaults: { supplier: '', receivedOn: today, note: '', lines: [emptyLine] },
    domain: 'pantry',
    operation: 'receive',
    onDone({ receiptId, lots }, { supplier }) {
      toastDone(
        <UndoReceipt
          receiptId={receiptId}
        >{`Received ${countOf(lots.length, 'lot')}${supplier ? ` from ${supplier}` : ''}.`}</UndoReceipt>,
      )
      go('/pantry')
    },
  })
  const { control } = command.form
  const lines = useFieldArray({ control, name: 'lines' })
  const names = ingredients.data?.map((ingredient) => ingredient.name) ?? []
  const units = new Map(ingredients.data?.map((ingredient) => [ingredient.name.toLowerCase(), ingredient.unit]))

  return (
    <Page title="Receive ingredients" under="One line for each bag, box or bottle with its own date or lot.">
      <FormFrame command={command} name="Receive ingredients" enterMovesOn>
        <Card>
          <div className={styles['trip']}>
            <SuggestField
              control={control}
              name="supplier"
              label="Bought from"
              description="Leave empty only if nobody knows"
              data={suppliers.data?.map((supplier) => supplier.name) ?? []}
              autoFocus
            />
            <DayField
              control={control}
              name="receivedOn"
              label="Received on"
              description="A recall asks for this day"
              max={today}
            />
          </div>
        </Card>
        <Card title="What came in">
          <div className={styles['lines']}>
            <div className={styles['head']} aria-hidden>
              {['Ingredient', 'Quantity', 'Best by', 'Supplier’s lot', 'Price', ''].map((head) => (
                <span key={head}>{head}</span>
              ))}
            </div>
            {lines.fields.map((line, at) => (
              <div key={line.id} className={styles['line']}>
                <SuggestField
                  control={control}
                  name={`lines.${at}.ingredient`}
                  aria-label={`Ingredient, line ${at + 1}`}
                  data={names}
                />
                <TextField
                  control={control}
                  name={`lines.${at}.quantity`}
                  aria-label={`Quantity, line ${at + 1}`}
                  placeholder={`8 ${units.get(command.form.watch(`lines.${at}.ingredient`).toLowerCase()) ?? 'lb'}`}
                />
                <DayField control={control} name={`lines.${at}.bestBy`} aria-label={`Best by, line ${at + 1}`} />
                <TextField
                  control={control}
                  name={`lines.${at}.supplierLot`}
                  aria-label={`Supplier’s lot, line ${at + 1}`}
                />
                <NumberField
                  control={control}
                  name={`lines.${at}.costCents`}
                  aria-label={`Price in dollars, line ${at + 1}`}
                  scale={100}
                  leftSection={<Text c="dimmed">$</Text>}
                />
                <ActionIcon
                  aria-label={`Remove line ${at + 1}`}
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
              Add a line
            </Button>
          </Group>
        </Card>
        <Card>
          <LongTextField control={control} name="note" label="Note" />
          <SaveBar busy={command.busy}>Save the trip</SaveBar>
          <FormProblem command={command} />
        </Card>
      </FormFrame>
    </Page>
  )
}
