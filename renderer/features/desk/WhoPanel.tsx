import { Button, Kbd } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useSectionKeys } from '../../app/useSectionKeys.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import type { AtDesk } from './atDesk.ts'
import { TypePin } from './TypePin.tsx'
import styles from './WhoIsHere.module.css'
import { say } from '../../../shared/words/say.ts'

interface WhoPanelProps {
  readonly people: readonly AtDesk[]
  readonly present: AtDesk | null
  /** Whose card was scanned. */
  readonly chosen: AtDesk | null
  readonly onClose: () => void
}

/** Everyone who works here with a digit each; whoever has a PIN types it. */
export function WhoPanel({ people, present, chosen, onClose }: WhoPanelProps) {
  const [asking, setAsking] = useState<AtDesk | null>(chosen?.hasPin ? chosen : null)
  const { run, busy } = useCommand('desk', 'switchTo')
  const panel = useRef<HTMLElement>(null)

  async function change(person: AtDesk | null): Promise<void> {
    if (person?.hasPin) return setAsking(person)
    try {
      await run({ personId: person?.id ?? null })
      toastDone(
        person ? say('{name} is at the laptop.', { name: person.name }) : say('Nobody in particular is at the laptop.'),
      )
      return onClose()
    } catch (error) {
      return toastError(error)
    }
  }

  const choose = (key: string) => {
    const person = people[Number(key) - 1]
    if (person) void change(person)
  }
  const isChoosing = !asking && !busy
  useSectionKeys(
    'who',
    { person: isChoosing ? choose : undefined, nobody: isChoosing ? () => void change(null) : undefined },
    panel,
  )

  // A card without a PIN is all that is needed.
  const byCard = useRef(chosen)
  useEffect(() => {
    const person = byCard.current
    byCard.current = null
    if (person && !person.hasPin) void change(person)
    else if (!person) panel.current?.querySelector('button')?.focus()
    // Once, when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return (
    <section
      ref={panel}
      data-own-keys
      className={styles['panel']}
      aria-label={say('Who is at the laptop')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      {asking ? (
        <TypePin person={asking} onDone={onClose} onClose={() => (chosen ? onClose() : setAsking(null))} />
      ) : (
        <>
          <h2 className={styles['title']}>{say('Who is at the laptop?')}</h2>
          <ul className={styles['people']}>
            {people.map((person, at) => (
              <li key={person.id}>
                <Button
                  fullWidth
                  h="var(--tb-target)"
                  variant={person.id === present?.id ? 'light' : 'default'}
                  justify="space-between"
                  disabled={busy}
                  aria-pressed={person.id === present?.id}
                  rightSection={at < 9 ? <Kbd aria-hidden>{at + 1}</Kbd> : null}
                  onClick={() => void change(person)}
                >
                  <span className={styles['name']}>{person.name}</span>
                  {person.hasPin ? <Mark tone="plain">{say('PIN')}</Mark> : null}
                </Button>
              </li>
            ))}
            <li>
              <Button
                fullWidth
                h="var(--tb-target)"
                variant="default"
                justify="space-between"
                disabled={busy}
                aria-pressed={present === null}
                rightSection={<Kbd aria-hidden>0</Kbd>}
                onClick={() => void change(null)}
              >
                {say('Nobody in particular')}
              </Button>
            </li>
          </ul>
        </>
      )}
      <p className={styles['foot']}>
        <Link href="/people" onClick={onClose}>
          {say('People and PINs')}
        </Link>
        <Link href="/inspector" onClick={onClose}>
          {say('An inspector is here')}
        </Link>
      </p>
    </section>
  )
}
