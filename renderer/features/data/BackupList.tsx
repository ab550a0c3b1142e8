import { useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Dim } from '../../ui/Table.tsx'
import styles from './BackupList.module.css'
import { BackupRow } from './BackupRow.tsx'
import { say } from '../../../shared/words/say.ts'

const FIRST = 10

interface BackupListProps {
  readonly backups: AnswerOf<'backups', 'list'>['backups']
  /** The name of the one that the person came for; it comes first. */
  readonly wanted?: string | null
}

/** The backups, newest first, each with the way back to it. */
export function BackupList({ backups, wanted }: BackupListProps) {
  const [all, setAll] = useState(false)
  if (backups.length === 0) return <Dim>{say('There is no backup in the folder yet.')}</Dim>
  const more = !all && backups.length > FIRST
  const ordered = backups.toSorted((a, b) => Number(b.name === wanted) - Number(a.name === wanted))
  return (
    <>
      <ul className={styles['backups']}>
        {(more ? ordered.slice(0, FIRST) : ordered).map((backup) => (
          <BackupRow key={`${backup.name} ${backup.name === wanted}`} backup={backup} wanted={backup.name === wanted} />
        ))}
      </ul>
      <LoadMore more={more ? { load: () => setAll(true), busy: false } : null} />
    </>
  )
}
