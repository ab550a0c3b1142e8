import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ExpectedReading, outOfLimits, readingText, sayReading } from '../../../shared/domain/reading.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import styles from './Journal.module.css'
import { say } from '../../../shared/words/say.ts'

interface JournalEntriesProps {
  readonly entries: AnswerOf<'journal', 'list'>
  readonly expected: readonly ExpectedReading[]
}

/** What was noted, in the order of time; a reading out of the recipe’s limits is marked. */
export function JournalEntries({ entries, expected }: JournalEntriesProps) {
  const readOnly = useReadOnly()
  const { run } = useCommand('journal', 'takeBack')

  async function takeBack(entryId: number): Promise<void> {
    try {
      await run({ entryId, reason: 'a mistake' })
      toastDone(say('Taken back. It stays in the history.'))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <>
      {expected.length > 0 ? (
        <ul className={styles['limits']} aria-label={say('What the recipe expects')}>
          {expected.map((limit) => (
            <li key={limit.name}>
              {sayReading(limit.name)} {limitText(limit)}
            </li>
          ))}
        </ul>
      ) : null}
      <ol className={styles['entries']}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles['entry']}>
            <span className={styles['at']}>{moment(entry.at)}</span>
            <span className={styles['text']}>
              <Entry entry={entry} expected={expected} />
            </span>
            {readOnly ? null : (
              <ActionIcon
                aria-label={say('Take back what was noted at {time}', { time: moment(entry.at) })}
                onClick={() => void takeBack(entry.id)}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Entry({
  entry,
  expected,
}: {
  readonly entry: AnswerOf<'journal', 'list'>[number]
  readonly expected: readonly ExpectedReading[]
}) {
  const { name, thousandths, unit, text, attachmentId } = entry
  if (attachmentId !== null) return <Photo attachmentId={attachmentId} text={text} />
  if (thousandths === null) return text
  const out = outOfLimits({ name, thousandths, unit }, expected)
  return (
    <>
      {sayReading(name)} <strong>{readingText({ thousandths, unit })}</strong>{' '}
      {out === null ? null : <Mark tone="bad">{out}</Mark>}
    </>
  )
}

function Photo({ attachmentId, text }: { readonly attachmentId: number; readonly text: string }) {
  const photo = useAnswer('journal', 'photo', { attachmentId })
  if (!photo.data) return text
  return (
    <>
      <img
        className={styles['photo']}
        src={`data:${photo.data.mediaType};base64,${photo.data.base64}`}
        alt={text === '' ? say('A photo of the batch') : text}
      />{' '}
      {text}
    </>
  )
}

function limitText({ least, most, unit }: ExpectedReading): string {
  if (least !== null && most !== null)
    return say('{least} to {most}', {
      least: readingText({ thousandths: least, unit: '' }),
      most: readingText({ thousandths: most, unit }),
    })
  if (least !== null) return say('{reading} or more', { reading: readingText({ thousandths: least, unit }) })
  if (most !== null) return say('{reading} or less', { reading: readingText({ thousandths: most, unit }) })
  return unit === '' ? say('to be read') : say('in {unit}', { unit })
}
