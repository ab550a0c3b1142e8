import { Button } from '@mantine/core'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { Dim } from '../../ui/Table.tsx'
import { moment } from '../../ui/words.ts'
import { fileSize } from './backupAge.ts'
import styles from './BackupRow.module.css'
import { RestoreBackup } from './RestoreBackup.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

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
  const batches = countOf(backup.batches, 'batch')
  const copies = backup.folders.length
  return (
    <li className={styles['backup']}>
      <strong>
        {when}
        {backup.why === 'asked for' ? null : <Dim>, {sayWord(backup.why)}</Dim>}
      </strong>
      <span>
        {backup.lastLotNumber === null
          ? batches
          : say('{batches}, the last one {lotNumber}', { batches, lotNumber: backup.lastLotNumber })}
      </span>
      <Dim>
        {[
          fileSize(backup.bytes),
          ...(backup.sealed ? [say('sealed')] : []),
          ...(copies > 1 ? [say('in {copies} folders', { copies })] : []),
        ].join(', ')}
      </Dim>
      <Button
        variant="default"
        aria-expanded={asking}
        aria-label={say('Restore the backup of {when}', { when })}
        onClick={() => setAsking(!asking)}
      >
        {say('Restore')}
      </Button>
      {asking ? (
        <div className={styles['asking']}>
          <RestoreBackup backup={backup} onClose={() => setAsking(false)} />
        </div>
      ) : null}
    </li>
  )
}
