import { useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Dim } from '../../ui/Table.tsx'
import styles from './BackupList.module.css'
import { BackupRow } from './BackupRow.tsx'

const FIRST = 10

/** The backups, newest first, each with the way back to it. */
export function BackupList({ backups }: { readonly backups: AnswerOf<'backups', 'list'>['backups'] }) {
  const [all, setAll] = useState(false)
  if (backups.length === 0) return <Dim>There is no backup in the folder yet.</Dim>
  const more = !all && backups.length > FIRST
  return (
    <>
      <ul className={styles['backups']}>
        {(more ? backups.slice(0, FIRST) : backups).map((backup) => (
          <BackupRow key={backup.name} backup={backup} />
        ))}
      </ul>
      <LoadMore more={more ? { load: () => setAll(true), busy: false } : null} />
    </>
  )
}
