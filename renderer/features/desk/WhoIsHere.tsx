import { Button, Kbd } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { readCard } from '../../../shared/domain/crewCard.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import { later } from '../../app/later.ts'
import { useScan } from '../../app/scan.ts'
import { toastDone } from '../../ui/toast.ts'
import type { AtDesk } from './atDesk.ts'
import styles from './WhoIsHere.module.css'
import { say } from '../../../shared/words/say.ts'

const KEY = keySections.work.keys.who.key

const WhoPanel = later(async () => (await import('./WhoPanel.tsx')).WhoPanel)

/** Who is at the laptop, on every screen. F10 or a scanned card changes it; nothing where nobody is written down. */
export function WhoIsHere() {
  const desk = useAnswer('desk', 'state', {})
  const [open, setOpen] = useState(false)
  const [scanned, setScanned] = useState<AtDesk>()
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<Element>(null)
  const people = desk.data?.people ?? []
  const person = desk.data?.person ?? null

  function show(chosen?: AtDesk): void {
    if (!open) before.current = document.activeElement
    setScanned(chosen)
    setOpen(true)
  }

  function close(): void {
    setOpen(false)
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!isKey(event, { key: KEY })) return
      event.preventDefault()
      if (event.repeat || people.length === 0) return
      if (open) close()
      else show()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  useScan((text) => {
    const card = readCard(text)
    const known = card?.kind === 'person' ? people.find(({ id }) => id === card.id) : undefined
    if (!known) return false
    if (known.id === person?.id) toastDone(say('{name} is at the laptop already.', { name: known.name }))
    else show(known)
    return true
  }, 'desk')

  if (people.length === 0) return null
  return (
    <div
      ref={box}
      className={styles['who']}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Button
        variant={person ? 'default' : 'light'}
        aria-expanded={open}
        aria-keyshortcuts={KEY}
        leftSection={<IconUser size={20} aria-hidden />}
        rightSection={<Kbd aria-hidden>{KEY}</Kbd>}
        onClick={() => (open ? close() : show())}
      >
        <span className={styles['name']}>{person?.name ?? say('Who is here?')}</span>
      </Button>
      {open ? (
        <WhoPanel.Part key={scanned?.id} people={people} present={person} chosen={scanned ?? null} onClose={close} />
      ) : null}
    </div>
  )
}
