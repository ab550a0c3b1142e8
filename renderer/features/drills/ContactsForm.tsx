import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { drills, type DrillOut } from '../../../shared/api/drills.ts'
import { z } from '../../../shared/api/zod.ts'
import { TickField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Mark } from '../../ui/Mark.tsx'
import styles from './Drills.module.css'
import { say } from '../../../shared/words/say.ts'

interface ContactsFormProps {
  readonly drillId: number
  readonly contacts: DrillOut['contacts']
  readonly isDone: boolean
}

/** Whether the contact of each place is right: looked up in a letter or on a web page. Nobody is called. */
export function ContactsForm({ drillId, contacts, isDone }: ContactsFormProps) {
  if (!isDone) return <Checking drillId={drillId} contacts={contacts} />
  if (contacts.length === 0)
    return <p className={styles['dim']}>{say('No place with a contact has any of it: the public would be told.')}</p>
  return (
    <ul className={styles['lines']}>
      {contacts.map(({ placeId, place, contact, isRight }) => (
        <li key={placeId}>
          <Link href={`/place/${placeId}`}>{place}</Link>, {contact || say('no contact')}{' '}
          {isRight ? <Mark tone="good">{say('right')}</Mark> : <Mark tone="bad">{say('not right')}</Mark>}
        </li>
      ))}
    </ul>
  )
}

/** By `placeRow`: what is sent out meanwhile changes the places, and leaves each tick with its own. */
const schema = z.strictObject({
  isRight: z.record(z.string(), drills.checkContacts.input.shape.places.element.shape.isRight.optional()),
})

function Checking({ drillId, contacts }: Omit<ContactsFormProps, 'isDone'>) {
  const command = useCommandForm({
    schema,
    defaults: { isRight: Object.fromEntries(contacts.map(({ placeId }) => [placeRow(placeId), false])) },
    domain: 'drills',
    operation: 'checkContacts',
    complete: ({ isRight }) => ({
      drillId,
      places: contacts.map(({ placeId }) => ({ placeId, isRight: isRight[placeRow(placeId)] ?? false })),
    }),
    fieldOf(path, { places }) {
      const place = places[Number(/^places\.(\d+)\.isRight$/.exec(path)?.[1])]
      return place ? `isRight.${placeRow(place.placeId)}` : path
    },
    onDone: () => undefined,
  })
  return (
    <FormFrame command={command} name={say('Check the contacts')}>
      {contacts.length === 0 ? (
        <p>{say('No place with a contact has any of it: the public would be told.')}</p>
      ) : (
        <ul className={styles['lines']}>
          {contacts.map(({ placeId, place, contact }) => (
            <li key={placeId}>
              <TickField
                control={command.form.control}
                name={`isRight.${placeRow(placeId)}`}
                label={`${place}: ${contact || say('no contact is recorded')}`}
                description={say('Tick it if you know that this reaches them.')}
                disabled={contact === ''}
              />
            </li>
          ))}
        </ul>
      )}
      <FormProblem command={command} />
      <Button type="submit" loading={command.busy}>
        {say('Note the contacts')}
      </Button>
    </FormFrame>
  )
}

/** Its name in the form; not a bare number, which forms take for a place in a list. */
function placeRow(placeId: number): `place${number}` {
  return `place${placeId}`
}
