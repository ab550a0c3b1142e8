import { Button } from '@mantine/core'
import { useState } from 'react'
import type { JournalOf } from '../../../shared/api/journal.ts'
import type { ExpectedReading } from '../../../shared/domain/reading.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { JournalEntries } from './JournalEntries.tsx'
import styles from './Journal.module.css'
import { JournalLine } from './JournalLine.tsx'
import { PhotoButton } from './PhotoButton.tsx'
import { StopLive } from './StopLive.tsx'
import { say } from '../../../shared/words/say.ts'

interface JournalProps {
  readonly of: JournalOf
  /** What the recipe expects to be read. */
  readonly expected: readonly ExpectedReading[]
}

/** Readings, notes and photos of a batch, while it is being made and afterwards. */
export function Journal({ of, expected }: JournalProps) {
  const readOnly = useReadOnly()
  const [stopping, setStopping] = useState(false)
  const entries = useAnswer('journal', 'list', { of })
  if (readOnly && entries.data?.length === 0) return null
  return (
    <Card
      title={say('Readings, notes, photos')}
      aside={
        of.kind === 'live' && !stopping ? (
          <Button variant="default" onClick={() => setStopping(true)}>
            {say('Not made after all')}
          </Button>
        ) : null
      }
    >
      {stopping ? <StopLive liveId={of.id} onClose={() => setStopping(false)} /> : null}
      <Answered answer={entries} lines={2}>
        {(noted) => (
          <>
            {readOnly ? null : (
              <div className={styles['add']}>
                <JournalLine of={of} noted={noted} expected={expected} />
                <PhotoButton of={of} />
              </div>
            )}
            <JournalEntries entries={noted} expected={expected} />
          </>
        )}
      </Answered>
    </Card>
  )
}
