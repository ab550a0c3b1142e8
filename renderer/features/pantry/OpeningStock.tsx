import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { useLocation } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { contract } from '../../../shared/api/contract.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { DayField, NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import styles from './OpeningStock.module.css'
import { UndoReceipt } from './UndoReceipt.tsx'
import { say } from '../../../shared/words/say.ts'

const schema = contract.pantry.opening.input.omit({ requestId: true })
const emptyLine = { ingredient: '', quantity: '', supplier: '', receivedOn: '', bestBy: '', supplierLot: '' }

/** What is there on the first day: a lot a line, with as much as anybody still knows of it. */
export function OpeningStock() {
  const [, go] = useLocation()
  const suppliers = useAnswer('directory', 'suppliers', {})
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const command = useCommandForm({
    schema,
    defaults: { lines: [emptyLine] },
    domain: 'pantry',
    operation: 'opening',
    keepAs: { name: 'opening' },
    onDone({ receiptId, lots }) {
      toastDone(
        <UndoReceipt receiptId={receiptId}>
          {say('{lots} in the opening stock.', { lots: countOf(lots.length, 'lot') })}
        </UndoReceipt>,
      )
      go('/pantry')
    },
  })
  const { control } = command.form
  const lines = useFieldArray({ control, name: 'lines' })
  return (
    <Page
      title={say('Opening stock')}
      under={say(
        'What is on the shelf today. Write down where and when you bought it where you still know; leave empty what you do not.',
      )}
    >
      <FormFrame command={command} name={say('Opening stock')} enterMovesOn>
        <Card>
          <div className={styles['lines']}>
            <div className={`${styles['line']} ${styles['head']}`} aria-hidden>
              {[
                say('Ingredient'),
                say('Quantity'),
                say('Bought from'),
                say('Received'),
                say('Best by'),
                say('Supplier’s lot'),
                say('Price'),
                '',
              ].map((head) => (
                <span key={head}>{head}</span>
              ))}
            </div>
            {lines.fields.map((line, at) => (
              <div key={line.id} className={styles['line']}>
                <SuggestField
                  control={control}
                  name={`lines.${at}.ingredient`}
                  label={say('Ingredient, line {line}', { line: at + 1 })}
                  data={ingredients.data?.map(({ name }) => name) ?? []}
                  autoFocus
                />
                <TextField
                  control={control}
                  name={`lines.${at}.quantity`}
                  label={say('Quantity, line {line}', { line: at + 1 })}
                  placeholder={say('8 lb')}
                />
                <SuggestField
                  control={control}
                  name={`lines.${at}.supplier`}
                  label={say('Bought from, line {line}', { line: at + 1 })}
                  data={suppliers.data?.map(({ name }) => name) ?? []}
                />
                <DayField
                  control={control}
                  name={`lines.${at}.receivedOn`}
                  label={say('Received, line {line}', { line: at + 1 })}
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
        <SaveBar command={command}>{say('Save the opening stock')}</SaveBar>
      </FormFrame>
    </Page>
  )
}
