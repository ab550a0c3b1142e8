import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { Printer } from '../../../shared/api/printers.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { moment } from '../../ui/words.ts'
import { purposeWords } from './design.ts'
import styles from './Designs.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import { UsualOn } from './UsualOn.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

type Row = AnswerOf<'designs', 'list'>[number]

interface DesignRowProps {
  readonly row: Row
  readonly printers: readonly Printer[]
}

/** One label with what can be done with it as a whole. */
export function DesignRow({ row, printers }: DesignRowProps) {
  const { id, name, purpose, widthMm, heightMm, version, changedAt, printed } = row
  const { data } = useAnswer('designs', 'get', { designId: id })
  const remove = useCommand('designs', 'remove')
  const [saving, setSaving] = useState(false)

  async function takeOff(): Promise<void> {
    try {
      await remove.run({ designId: id })
      toastDone(
        <UndoButton
          domain="designs"
          operation="bringBack"
          input={{ designId: id }}
          done={say('{name} is there again.', { name })}
        >
          {say('{name} is off the list. What was printed with it stays known.', { name })}
        </UndoButton>,
      )
    } catch (error) {
      toastError(error)
    }
  }

  async function save(): Promise<void> {
    setSaving(true)
    try {
      const file = await api.designs.file({ designId: id })
      saveFile(file)
      toastDone(say('Saved as {file}, for another Traceberry.', { file: file.name }))
    } catch (error) {
      toastError(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <li className={styles['row']}>
      <Thumbnail design={data?.design} room={[240, 150]} />
      <div className={styles['facts']}>
        <Link href={`/designs/${id}`} className={styles['name'] ?? ''}>
          {name}
        </Link>
        <span>
          {say('{purpose}, {width} × {height} mm', {
            purpose: sayWord(purposeWords[purpose]),
            width: widthMm,
            height: heightMm,
          })}
        </span>
        <Dim>
          {printed === 0
            ? say('Version {version}, {at}', { version, at: moment(changedAt) })
            : say('Version {version}, {at}; {labels} printed', {
                version,
                at: moment(changedAt),
                labels: countOf(printed, 'label'),
              })}
        </Dim>
        {purpose === 'unit' && printers.length > 0 ? <UsualOn id={id} name={name} printers={printers} /> : null}
      </div>
      <div className={styles['ways']}>
        <LinkButton to={`/designs/${id}`} aria-label={say('Change {name}', { name })}>
          {say('Change')}
        </LinkButton>
        <LinkButton to={`/designs/new?like=${id}`} variant="default" aria-label={say('Duplicate {name}', { name })}>
          {say('Duplicate')}
        </LinkButton>
        <Button
          variant="default"
          loading={saving}
          aria-label={say('Save as a file: {name}', { name })}
          onClick={() => void save()}
        >
          {say('Save as a file')}
        </Button>
        <Button
          variant="default"
          loading={remove.busy}
          aria-label={say('Take off: {name}', { name })}
          onClick={() => void takeOff()}
        >
          {say('Take off')}
        </Button>
      </div>
    </li>
  )
}
