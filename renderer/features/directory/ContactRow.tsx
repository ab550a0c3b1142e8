import { Button, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { Dim } from '../../ui/Table.tsx'
import styles from './ContactRow.module.css'
import { type Reach, reachLine } from './ReachFields.tsx'
import { say } from '../../../shared/words/say.ts'

export interface Contact extends Reach {
  readonly id: number
  readonly name: string
}

interface ContactRowProps<C extends Contact> {
  readonly contact: C
  readonly kind: string | undefined
  /** Its own screen, where it has one. */
  readonly href: string | undefined
  readonly form: (contact: C | null, onClose: () => void) => ReactNode
}

/** One name with how to reach it, or the form that changes both. */
export function ContactRow<C extends Contact>({ contact, kind, href, form }: ContactRowProps<C>) {
  const [changing, setChanging] = useState<'no' | 'yes' | 'not any more'>('no')
  if (changing === 'yes') {
    return <li className={`${styles['row']} ${styles['form']}`}>{form(contact, () => setChanging('not any more'))}</li>
  }
  const reach = reachLine(contact)
  return (
    <li className={`${styles['row']} ${styles['facts']} ${kind === undefined ? '' : styles['ofKind']}`}>
      <strong className={styles['name']}>
        {href === undefined ? contact.name : <Link href={href}>{contact.name}</Link>}
      </strong>
      {kind === undefined ? null : <Dim>{kind}</Dim>}
      <span className={styles['name']}>
        {reach || (
          <Dim>
            <span aria-hidden>—</span>
            <VisuallyHidden>{say('no contact written down')}</VisuallyHidden>
          </Dim>
        )}
      </span>
      <Button
        variant="subtle"
        aria-label={
          reach ? say('Change {name}', { name: contact.name }) : say('Add a contact of {name}', { name: contact.name })
        }
        autoFocus={changing === 'not any more'}
        onClick={() => setChanging('yes')}
      >
        {reach ? say('Change') : say('Add a contact')}
      </Button>
    </li>
  )
}
