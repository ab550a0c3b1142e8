import { Button, Kbd, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { keySections } from '../../app/keySections.ts'
import { Mark } from '../../ui/Mark.tsx'
import styles from './ScanStrip.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** What came of a scan, and what may be done about it with one key. */
export interface ScanOutcome {
  readonly tone: 'good' | 'warn'
  readonly text: string
  /** What `OFFER_KEY` does. */
  readonly offer?: { readonly text: string; readonly accept: () => void }
  /** A reason is asked for, and the lot is used with it. */
  readonly askReason?: { readonly text: string; readonly accept: (reason: string) => void }
}

/** The key that takes what is offered. */
export const OFFER_KEY = keySections.batchPage.keys.offer.key

/** One line above the rows: what was scanned, or why it was refused and the one key that helps. */
export function ScanStrip({
  outcome,
  onClose,
}: {
  readonly outcome: ScanOutcome | null
  readonly onClose: () => void
}) {
  return (
    <output className={styles['strip']}>
      {outcome ? (
        <>
          <Mark tone={outcome.tone}>{outcome.tone === 'good' ? say('scanned') : say('not taken')}</Mark>
          <span className={styles['text']}>{outcome.text}</span>
          {outcome.offer ? (
            <Button size="compact-md" variant="light" onClick={outcome.offer.accept} aria-keyshortcuts={OFFER_KEY}>
              {outcome.offer.text}
              {'\u00a0'}
              <Kbd aria-hidden>{OFFER_KEY}</Kbd>
            </Button>
          ) : null}
          {outcome.askReason ? <Reason {...outcome.askReason} onClose={onClose} /> : null}
        </>
      ) : (
        <span className={styles['hint']}>
          {said('Scan a bag at any time. {key} + its number goes to a row.', {
            key: <Kbd aria-hidden>{say('Alt')}</Kbd>,
          })}
        </span>
      )}
    </output>
  )
}

function Reason({ text, accept, onClose }: NonNullable<ScanOutcome['askReason']> & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('')

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.ctrlKey && reason.trim() !== '') accept(reason.trim())
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <TextInput
      className={styles['reason'] ?? ''}
      aria-label={text}
      placeholder={text}
      autoFocus
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
