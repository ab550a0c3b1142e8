import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { countOf, moment } from '../../ui/words.ts'
import styles from './RestoreBackup.module.css'

const schema = contract.backups.restore.input.omit({ requestId: true })

interface RestoreBackupProps {
  readonly backup: AnswerOf<'backups', 'list'>['backups'][number]
  readonly onClose: () => void
}

/** Says what a restore does before it does it. */
export function RestoreBackup({ backup, onClose }: RestoreBackupProps) {
  const command = useCommandForm({
    schema,
    defaults: { name: backup.name },
    domain: 'backups',
    operation: 'restore',
    onDone({ batches, keptAside }) {
      const kept = keptAside === null ? '' : ` The record that was there is kept as ${keptAside}.`
      toastDone(`The backup is restored: ${countOf(batches, 'batch')}.${kept}`)
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={`Go back to ${moment(backup.at)}?`}
      action="Restore this backup"
      danger
      onClose={onClose}
    >
      <ul className={styles['what']}>
        <li>
          The record becomes as it was then: {countOf(backup.batches, 'batch')}
          {backup.lastLotNumber === null ? '' : `, the last one ${backup.lastLotNumber}`}. What was recorded since is
          not in it.
        </li>
        <li>
          The present record is not lost: it is kept aside in the data folder under “before-restore” and the time.
        </li>
        <li>Lot numbers already issued stay issued: none is given a second time.</li>
      </ul>
    </InlineForm>
  )
}
