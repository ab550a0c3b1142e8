import { Button } from '@mantine/core'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { ChoiceField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import { say } from '../../../shared/words/say.ts'

/** Holds on everything from a supplier or of an ingredient, also on what comes in later. */
export function HoldAll() {
  const [adding, setAdding] = useState(false)
  const rules = useAnswer('pantry', 'holdRules', {})
  return (
    <Card
      title={say('Everything from a supplier, or of an ingredient')}
      aside={
        <Button variant="default" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {say('Hold everything of a kind')}
        </Button>
      }
    >
      {adding ? <HoldForm onClose={() => setAdding(false)} /> : null}
      <Answered answer={rules}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>
              {say('None. Such a hold stops every lot of it in stock, and every one that comes in until you end it.')}
            </Dim>
          ) : (
            <Table
              label={say('Holds on everything of a kind')}
              rows={rows}
              keyOf={(rule) => rule.id}
              columns={[
                { head: say('On hold'), names: true, cell: (rule) => rule.what },
                { head: say('Why'), cell: (rule) => rule.reason },
                { head: say('Lots'), number: true, cell: (rule) => rule.lots },
                { head: say('Since'), cell: (rule) => <Dim>{moment(rule.since)}</Dim> },
                { head: say('End it'), cell: (rule) => <EndHold rule={rule} /> },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  )
}

const schema = contract.pantry.holdAll.input.omit({ requestId: true })

function HoldForm({ onClose }: { readonly onClose: () => void }) {
  const suppliers = useAnswer('directory', 'suppliers', {})
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const command = useCommandForm({
    schema,
    defaults: { supplierId: null, itemId: null, reason: '' },
    domain: 'pantry',
    operation: 'holdAll',
    onDone({ lots }) {
      toastDone(say('{lots} put on hold. What comes in goes on hold too.', { lots: countOf(lots, 'lot') }))
      onClose()
    },
  })
  const { control } = command.form
  const named = (rows: readonly { readonly id: number; readonly name: string }[] | undefined, all: string) => [
    { value: '', label: all },
    ...(rows ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  return (
    <InlineForm
      command={command}
      title={say('Hold everything of a kind')}
      action={say('Hold it')}
      danger
      onClose={onClose}
    >
      <ChoiceField
        control={control}
        name="supplierId"
        label={say('{as, select, day {From} other {From}}', { as: 'source' })}
        ids
        autoFocus
        choices={named(suppliers.data, say('Any supplier'))}
      />
      <ChoiceField
        control={control}
        name="itemId"
        label={say('What')}
        ids
        choices={named(ingredients.data, say('Any ingredient'))}
      />
      <TextField control={control} name="reason" label={say('Why')} />
    </InlineForm>
  )
}

function EndHold({ rule }: { readonly rule: AnswerOf<'pantry', 'holdRules'>[number] }) {
  const { run, busy } = useCommand('pantry', 'releaseAll')
  async function end(): Promise<void> {
    try {
      const { lots } = await run({ ruleId: rule.id, reason: 'hold ended' })
      toastDone(say('The hold is ended: {lots} can be used again.', { lots: countOf(lots, 'lot') }))
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <Button
      variant="default"
      size="compact-md"
      loading={busy}
      aria-label={say('End the hold: {what}', { what: rule.what })}
      onClick={() => void end()}
    >
      {say('End the hold')}
    </Button>
  )
}
