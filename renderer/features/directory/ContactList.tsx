import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import styles from './ContactList.module.css'
import { ContactRow, type Contact } from './ContactRow.tsx'

interface ContactListProps<C extends Contact> {
  readonly title: string
  /** The words on the button that adds one. */
  readonly add: string
  /** What is said while there is none. */
  readonly none: string
  readonly answer: UseQueryResult<readonly C[]>
  readonly kindOf?: (contact: C) => string
  readonly hrefOf?: (contact: C) => string
  /** The form that changes one, or adds one where it gets null. */
  readonly form: (contact: C | null, onClose: () => void) => ReactNode
}

/** Names with how to reach them; each is changed in its place. */
export function ContactList<C extends Contact>({
  title,
  add,
  none,
  answer,
  kindOf,
  hrefOf,
  form,
}: ContactListProps<C>) {
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={title}
      aside={
        <Button variant="default" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {add}
        </Button>
      }
    >
      {adding ? <div className={styles['adding']}>{form(null, () => setAdding(false))}</div> : null}
      <Answered answer={answer}>
        {(contacts) =>
          contacts.length === 0 ? (
            <Dim>{none}</Dim>
          ) : (
            <ul className={styles['contacts']}>
              {contacts.map((contact) => (
                <ContactRow
                  key={contact.id}
                  contact={contact}
                  kind={kindOf?.(contact)}
                  href={hrefOf?.(contact)}
                  form={form}
                />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}
