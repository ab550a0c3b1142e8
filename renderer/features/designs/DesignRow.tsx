import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Printer } from '../../../shared/api/printers.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { countOf, moment } from '../../ui/words.ts'
import { purposeWords } from './design.ts'
import styles from './Designs.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import { UsualOn } from './UsualOn.tsx'

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
        <UndoButton domain="designs" operation="bringBack" input={{ designId: id }} done={`${name} is there again.`}>
          {name} is off the list. What was printed with it stays known.
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
      toastDone(`Saved as ${file.name}, for another Traceberry.`)
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
          {purposeWords[purpose]}, {widthMm} × {heightMm} mm
        </span>
        <Dim>
          Version {version}, {moment(changedAt)}
          {printed === 0 ? '' : `; ${countOf(printed, 'label')} printed`}
        </Dim>
        {purpose === 'unit' && printers.length > 0 ? <UsualOn id={id} name={name} printers={printers} /> : null}
      </div>
      <div className={styles['ways']}>
        <LinkButton to={`/designs/${id}`} aria-label={`Change ${name}`}>
          Change
        </LinkButton>
        <LinkButton to={`/designs/new?like=${id}`} variant="default" aria-label={`Duplicate ${name}`}>
          Duplicate
        </LinkButton>
        <Button variant="default" loading={saving} aria-label={`Save as a file: ${name}`} onClick={() => void save()}>
          Save as a file
        </Button>
        <Button variant="default" loading={remove.busy} aria-label={`Take off: ${name}`} onClick={() => void takeOff()}>
          Take off
        </Button>
      </div>
    </li>
  )
}
