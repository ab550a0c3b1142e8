import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'
import { CardButton } from '../cards/CardButton.tsx'
import { PersonPin } from '../desk/PersonPin.tsx'
import { ActiveField } from './ActiveField.tsx'

type Person = AnswerOf<'crew', 'people'>[number]

const schema = contract.crew.savePerson.input.omit({ requestId: true })

/** Who works here: optional, so that a batch can say who made it, and a recall can ask. */
export function People({ scanned }: { readonly scanned: number | null }) {
  const people = useAnswer('crew', 'people', {})
  const desk = useAnswer('desk', 'state', {})
  const [editing, setEditing] = useState<Person | 'new'>()
  const [pinOf, setPinOf] = useState<number>()
  const atDesk = (id: number) => desk.data?.people.find((person) => person.id === id)
  const whosePin = pinOf === undefined ? undefined : atDesk(pinOf)

  function close(): void {
    setEditing(undefined)
    setPinOf(undefined)
  }

  const add = <Button onClick={() => setEditing('new')}>Add a person</Button>
  return (
    <Page
      title="People"
      under="Tick them on a batch, or scan their card; F10 says who is at the laptop. Whoever leaves stays readable."
      actions={editing ? null : add}
    >
      {editing ? (
        <Card>
          <PersonForm
            key={editing === 'new' ? 0 : editing.id}
            person={editing === 'new' ? null : editing}
            onClose={close}
          />
        </Card>
      ) : null}
      {whosePin ? (
        <Card>
          <PersonPin key={whosePin.id} person={whosePin} onClose={close} />
        </Card>
      ) : null}
      <Answered answer={people}>
        {(rows) =>
          rows.length === 0 ? (
            editing ? null : (
              <Empty title="Nobody is written down" action={add}>
                Needed only where several people cook and a recall should be able to ask who made what.
              </Empty>
            )
          ) : (
            <Card
              aside={scanned === null ? null : <Link href="/people">Show all</Link>}
              title={scanned === null ? undefined : 'Scanned'}
            >
              <Table
                label="People"
                rows={scanned === null ? rows : rows.filter(({ id }) => id === scanned)}
                keyOf={(person) => person.id}
                columns={[
                  {
                    head: 'Name',
                    names: true,
                    cell: (person) => <Link href={`/trace/person/${person.id}`}>{person.name}</Link>,
                  },
                  { head: 'Card', cell: (person) => person.card },
                  { head: 'Batches', number: true, cell: (person) => countOf(person.batches, 'batch') },
                  { head: 'Works here', cell: (person) => (person.active ? 'yes' : <Dim>not any more</Dim>) },
                  {
                    head: 'PIN',
                    cell: ({ id, name }) => {
                      const known = atDesk(id)
                      return known ? (
                        <Button
                          variant="default"
                          aria-label={known.hasPin ? `Change the PIN of ${name}` : `Give a PIN to ${name}`}
                          onClick={() => {
                            close()
                            setPinOf(id)
                          }}
                        >
                          {known.hasPin ? 'Change the PIN' : 'Give a PIN'}
                        </Button>
                      ) : null
                    },
                  },
                  {
                    head: 'Print',
                    cell: (person) => (
                      <CardButton kind="person" id={person.id} of={person.name}>
                        Card
                      </CardButton>
                    ),
                  },
                  {
                    head: 'Change',
                    cell: (person) => (
                      <Button
                        variant="default"
                        aria-label={`Change ${person.name}`}
                        onClick={() => {
                          close()
                          setEditing(person)
                        }}
                      >
                        Change
                      </Button>
                    ),
                  },
                ]}
              />
            </Card>
          )
        }
      </Answered>
    </Page>
  )
}

function PersonForm({ person, onClose }: { readonly person: Person | null; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { personId: person?.id ?? null, name: person?.name ?? '', active: person?.active ?? true },
    domain: 'crew',
    operation: 'savePerson',
    onDone({ name }) {
      toastDone(`Saved ${name}.`)
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={person ? `Change ${person.name}` : 'Add a person'}
      action="Save person"
      onClose={onClose}
    >
      <TextField control={command.form.control} name="name" label="Name" autoFocus />
      <ActiveField control={command.form.control} name="active" label="Works here" />
    </InlineForm>
  )
}
