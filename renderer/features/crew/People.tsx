import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
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
import { CardButton } from '../cards/CardButton.tsx'
import { PersonPin } from '../desk/PersonPin.tsx'
import { ActiveField } from './ActiveField.tsx'
import { say } from '../../../shared/words/say.ts'

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

  const add = <Button onClick={() => setEditing('new')}>{say('Add a person')}</Button>
  return (
    <Page
      title={say('People')}
      under={say(
        'Tick them on a batch, or scan their card; F10 says who is at the laptop. Whoever leaves stays readable.',
      )}
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
              <Empty title={say('Nobody is written down')} action={add}>
                {say('Needed only where several people cook and a recall should be able to ask who made what.')}
              </Empty>
            )
          ) : (
            <Card
              aside={scanned === null ? null : <Link href="/people">{say('Show all')}</Link>}
              title={scanned === null ? undefined : say('Scanned')}
            >
              <Table
                label={say('People')}
                rows={scanned === null ? rows : rows.filter(({ id }) => id === scanned)}
                keyOf={(person) => person.id}
                columns={[
                  {
                    head: say('Name'),
                    names: true,
                    cell: (person) => <Link href={`/trace/person/${person.id}`}>{person.name}</Link>,
                  },
                  { head: say('Card'), cell: (person) => person.card },
                  { head: say('Batches'), number: true, cell: (person) => countOf(person.batches, 'batch') },
                  {
                    head: say('Works here'),
                    cell: (person) => (person.active ? say('yes') : <Dim>{say('not any more')}</Dim>),
                  },
                  {
                    head: say('PIN'),
                    cell: ({ id, name }) => {
                      const known = atDesk(id)
                      return known ? (
                        <Button
                          variant="default"
                          aria-label={
                            known.hasPin
                              ? say('Change the PIN of {name}', { name })
                              : say('Give a PIN to {name}', { name })
                          }
                          onClick={() => {
                            close()
                            setPinOf(id)
                          }}
                        >
                          {known.hasPin ? say('Change the PIN') : say('Give a PIN')}
                        </Button>
                      ) : null
                    },
                  },
                  {
                    head: say('Print'),
                    cell: (person) => (
                      <CardButton kind="person" id={person.id} of={person.name}>
                        {say('Card')}
                      </CardButton>
                    ),
                  },
                  {
                    head: say('Change'),
                    cell: (person) => (
                      <Button
                        variant="default"
                        aria-label={say('Change {name}', { name: person.name })}
                        onClick={() => {
                          close()
                          setEditing(person)
                        }}
                      >
                        {say('Change')}
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
      toastDone(say('Saved {name}.', { name }))
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={person ? say('Change {name}', { name: person.name }) : say('Add a person')}
      action={say('Save person')}
      onClose={onClose}
    >
      <TextField control={command.form.control} name="name" label={say('Name')} autoFocus />
      <ActiveField control={command.form.control} name="active" label={say('Works here')} />
    </InlineForm>
  )
}
