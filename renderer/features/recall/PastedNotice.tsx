import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import styles from './PastedNotice.module.css'
import { say } from '../../../shared/words/say.ts'

/** A pause in typing; a pasted notice is read at once. */
const PAUSE_MS = 120

interface PastedNoticeProps {
  readonly autoFocus: boolean
  /** Told when the text changes, before it is read. */
  readonly onAsk: () => void
  /** Told what was read, each time that the text changes what is read. */
  readonly onRead: (read: AnswerOf<'recall', 'read'>) => void
}

/** Takes the notice as it came, reads what the fields ask, and names everything that a person has to check by hand. */
export function PastedNotice({ autoFocus, onAsk, onRead }: PastedNoticeProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS)
  const answer = useAnswer('recall', 'read', { text: asked }, { enabled: asked !== '', keepLast: true })
  const read = asked === '' ? undefined : answer.data
  const tell = useEffectEvent(onRead)
  useEffect(() => {
    if (read) tell(read)
  }, [read])

  return (
    <div className={styles['pasted']}>
      <Textarea
        label={say('The notice, pasted or in your words')}
        placeholder={say('Valley Farm recalls strawberries sold 2/28 to 3/5…')}
        autosize
        minRows={2}
        maxRows={7}
        autoFocus={autoFocus}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onAsk()
          setText(event.currentTarget.value)
        }}
      />
      <output className={styles['checks']} aria-label={say('To check by hand')}>
        {read && read.checks.length > 0 ? (
          <>
            <strong>
              <IconAlertTriangle size={20} aria-hidden /> {say('Check by hand')}
            </strong>
            <ul>
              {read.checks.map((check) => (
                <li key={check}>{check}</li>
              ))}
            </ul>
          </>
        ) : read ? (
          say('All of it was read. Compare the fields below with the notice.')
        ) : (
          say('The fields below are filled from it; what cannot be read is named here.')
        )}
      </output>
    </div>
  )
}
