import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { Dim } from '../../ui/Table.tsx'
import { countOf, moment } from '../../ui/words.ts'
import { fileSize } from './backupAge.ts'
import styles from './BackupRow.module.css'
import { RestoreBackup } from './RestoreBackup.tsx'

type Backup = AnswerOf<'backups', 'list'>['backups'][number]

interface BackupRowProps {
  readonly backup: Backup
  /** The person came here for this one: what would be restored is shown at once. */
  readonly wanted?: boolean
}

/** One backup: when and why it was made, what is in it, and the way back to it. */
export function BackupRow({ backup, wanted = false }: BackupRowProps) {
  const [asking, setAsking] = useState(wanted)
  const when = moment(backup.at)
  const copies = backup.folders.length
  return (
    <li className={styles['backup']}>
      <strong>
        {when}
        {backup.why === 'asked for' ? null : <Dim>, {backup.why}</Dim>}
      </strong>
      <span>
        {countOf(backup.batches, 'batch')}
        {backup.lastLotNumber === null ? '' : `, the last one ${backup.lastLotNumber}`}
      </span>
      <Dim>
        {fileSize(backup.bytes)}
        {backup.sealed ? ', sealed' : ''}
        {copies > 1 ? `, in ${copies} folders` : ''}
      </Dim>
      <Button
        variant="default"
        aria-expanded={asking}
        aria-label={`Restore the backup of ${when}`}
        onClick={() => setAsking(!asking)}
      >
        Restore
      </Button>
      {asking ? (
        <div className={styles['asking']}>
          <RestoreBackup backup={backup} onClose={() => setAsking(false)} />
        </div>
      ) : null}
    </li>
  )
}
