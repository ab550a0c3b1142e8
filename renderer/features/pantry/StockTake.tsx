import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { contract } from '../../../shared/api/contract.ts'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { z } from '../../../shared/api/zod.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { toastDone } from '../../ui/toast.ts'
import { dayOr } from '../../ui/words.ts'
import { LotMarks } from './LotMarks.tsx'
import styles from './Pantry.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

/** Counts what is there, many lots in one pass. */
export function StockTake() {
  const stock = useAnswer('pantry', 'stock', {})
  return (
    <Page
      title={say('Count the stock')}
      under={say('Type what is really there; leave empty what you do not count. Enter goes to the next lot.')}
    >
      <Answered answer={stock}>
        {(lots) =>
          lots.length === 0 ? (
            <Empty title={say('There is nothing to count')}>
              {say('Receive ingredients or record a batch first.')}
            </Empty>
          ) : (
            <CountForm lots={lots} />
          )
        }
      </Answered>
    </Page>
  )
}

const { reason, counts } = contract.pantry.countAll.input.shape
/** What was found is kept by `lotRow`: lots that come and go meanwhile leave it with its lot. */
const schema = z.strictObject({ reason, found: z.record(z.string(), counts.element.shape.found.optional()) })
const parts = ['Everything', 'Ingredients', 'Finished goods'] as const

function CountForm({ lots }: { readonly lots: readonly LotRow[] }) {
  const [, go] = useLocation()
  const [part, setPart] = useState<string>('Everything')
  const [find, setFind] = useState('')
  const command = useCommandForm({
    schema,
    defaults: { reason: say('counted'), found: Object.fromEntries(lots.map(({ id }) => [lotRow(id), ''])) },
    domain: 'pantry',
    operation: 'countAll',
    complete: (values) => ({
      reason: values.reason,
      counts: lots.flatMap(({ id }) => {
        const found = values.found[lotRow(id)] ?? ''
        return found === '' ? [] : [{ lotId: id, found }]
      }),
    }),
    fieldOf(path, sent) {
      const lot = sent.counts[Number(/^counts\.(\d+)\.found$/.exec(path)?.[1])]
      return lot ? `found.${lotRow(lot.lotId)}` : path
    },
    keepAs: { name: 'count' },
    onDone({ counted, changed }) {
      toastDone(
        say(
          'Counted {lots}. {changed, plural, =0 {All were as recorded.} one {# differed and is corrected.} other {# differed and are corrected.}}',
          { lots: countOf(counted, 'lot'), changed },
        ),
      )
      go('/pantry')
    },
  })
  const { control } = command.form
  const rows = lots
    .filter((lot) => part === 'Everything' || (lot.origin === 'made') === (part === 'Finished goods'))
    .filter((lot) => `${lot.item} ${whichLot(lot)}`.toLowerCase().includes(find.trim().toLowerCase()))
  return (
    <FormFrame command={command} name={say('Count the stock')} enterMovesOn>
      <Card>
        <div className={styles['filters']}>
          <TextInput
            label={say('Only lots that say')}
            placeholder={say('sugar, or a part of a lot number')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('Show')}
            data={parts.map((each) => ({ value: each, label: sayWord(each) }))}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
          />
        </div>
        <Table
          label={say('Lots to count')}
          rows={rows}
          keyOf={(lot) => lot.id}
          columns={[
            { head: say('What'), names: true, cell: (lot) => lot.item },
            { head: say('Lot'), cell: whichLot },
            { head: say('Recorded'), number: true, cell: (lot) => lot.onHand.text },
            {
              head: say('Found'),
              cell: (lot) => (
                <TextField
                  control={control}
                  name={`found.${lotRow(lot.id)}`}
                  aria-label={say('Found of {item}, {lot}', { item: lot.item, lot: whichLot(lot) })}
                  placeholder={lot.onHand.text}
                />
              ),
            },
            { head: say('State'), cell: (lot) => <LotMarks lot={lot} /> },
          ]}
        />
      </Card>
      <Card>
        <TextField
          control={control}
          name="reason"
          label={say('Why it differs')}
          description={say('For example: counted at the end of the month')}
          maw="30rem"
        />
      </Card>
      <SaveBar command={command}>{say('Save the counts')}</SaveBar>
    </FormFrame>
  )
}

/** Its name in the form; not a bare number, which forms take for a place in a list. */
function lotRow(lotId: number): `lot${number}` {
  return `lot${lotId}`
}

function whichLot(lot: LotRow): string {
  if (lot.lotNumber !== null) return lot.lotNumber
  if (lot.bin !== null) return lot.bin
  const facts = [lot.supplier ?? say('supplier not recorded'), dayOr(lot.receivedOn, say('no date'))]
  if (lot.supplierLot !== null) facts.push(say('lot {lot}', { lot: lot.supplierLot }))
  return facts.join(', ')
}
