import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { JournalOf } from '../../../shared/api/journal.ts'
import {
  type ExpectedReading,
  outOfLimits,
  parseReading,
  readingText,
  sayReading,
} from '../../../shared/domain/reading.ts'
import { type AnswerOf, errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import styles from './Journal.module.css'
import { say } from '../../../shared/words/say.ts'

interface JournalLineProps {
  readonly of: JournalOf
  readonly noted: AnswerOf<'journal', 'list'>
  readonly expected: readonly ExpectedReading[]
}

/** One line for what happens at the stove: `t 105` is a reading, anything else a note. Enter writes it down. */
export function JournalLine({ of, noted, expected }: JournalLineProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const reading = useCommand('journal', 'addReading')
  const note = useCommand('journal', 'addNote')
  const busy = reading.busy || note.busy
  const before = [...expected, ...noted.filter(({ kind }) => kind === 'reading').toReversed()]
  const parsed = parseReading(text, before)
  const mark = parsed.ok ? outOfLimits(parsed.reading, expected) : null
  const asks = !parsed.ok && parsed.asks ? parsed.message : undefined
  const says = parsed.ok
    ? `${sayReading(parsed.reading.name)} ${readingText(parsed.reading)}${mark === null ? '' : `, ${mark}`}`
    : text.trim() === ''
      ? say('A reading such as t 105, ph 3.2 or w 230 g, or a note. Enter writes it down with the time.')
      : say('A note')

  async function write(): Promise<void> {
    if (text.trim() === '' || asks !== undefined || busy) return
    try {
      if (parsed.ok) await reading.run({ of, ...parsed.reading })
      else await note.run({ of, text: text.trim() })
      // What was typed since is the next line.
      setText((now) => (now === text ? '' : now))
      setProblem(undefined)
    } catch (error) {
      setProblem(errorBody(error).message)
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void write()
  }

  return (
    <>
      <TextInput
        className={styles['line'] ?? ''}
        aria-label={say('Reading or note')}
        placeholder="t 105"
        autoComplete="off"
        value={text}
        error={asks ?? problem}
        inputWrapperOrder={['input', 'description', 'error']}
        description={says}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" loading={busy} onClick={() => void write()}>
        {say('Write down')}
      </Button>
    </>
  )
}
