import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ExpectedReading, outOfLimits, readingText } from '../../../shared/domain/reading.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import styles from './Journal.module.css'

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
      toastDone('Taken back. It stays in the history.')
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <>
      {expected.length > 0 ? (
        <ul className={styles['limits']} aria-label="What the recipe expects">
          {expected.map((limit) => (
            <li key={limit.name}>
              {limit.name} {limitText(limit)}
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
                aria-label={`Take back what was noted at ${moment(entry.at)}`}
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
      {name} <strong>{readingText({ thousandths, unit })}</strong> {out === null ? null : <Mark tone="bad">{out}</Mark>}
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
        alt={text === '' ? 'A photo of the batch' : text}
      />{' '}
      {text}
    </>
  )
}

function limitText({ least, most, unit }: ExpectedReading): string {
  if (least !== null && most !== null)
    return `${readingText({ thousandths: least, unit: '' })} to ${readingText({ thousandths: most, unit })}`
  if (least !== null) return `${readingText({ thousandths: least, unit })} or more`
  if (most !== null) return `${readingText({ thousandths: most, unit })} or less`
  return unit === '' ? 'to be read' : `in ${unit}`
}
