import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { toastDone } from '../../ui/toast.ts'
import { countOf, moment } from '../../ui/words.ts'
import styles from './RestoreBackup.module.css'

const schema = contract.backups.restore.input.omit({ requestId: true })

interface RestoreBackupProps {
  readonly backup: AnswerOf<'backups', 'list'>['backups'][number]
  readonly onClose: () => void
}

/** Says what a restore does, and what the present has that the backup lacks, before it does it. */
export function RestoreBackup({ backup, onClose }: RestoreBackupProps) {
  const preview = useAnswer('backups', 'preview', { name: backup.name })
  const command = useCommandForm({
    schema,
    defaults: { name: backup.name, passphrase: '' },
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
          {backup.lastLotNumber === null ? '' : `, the last one ${backup.lastLotNumber}`}.
        </li>
        <Answered answer={preview} lines={2}>
          {(known) => <Lacking preview={known} />}
        </Answered>
        <li>
          The present record is not lost: it is kept aside in the data folder under “before-restore” and the time.
        </li>
        <li>Lot numbers already issued stay issued: none is given a second time.</li>
      </ul>
      {backup.sealed ? (
        <TextField
          control={command.form.control}
          name="passphrase"
          label="Passphrase"
          description="Only if it was made on another computer, or before the passphrase was changed."
          autoComplete="off"
        />
      ) : null}
    </InlineForm>
  )
}

function Lacking({ preview }: { readonly preview: AnswerOf<'backups', 'preview'> }) {
  const { present, lacking, newest, lacksLots } = preview
  if (present === 'same') return <li>Nothing was recorded since: the present record is the same.</li>
  if (present === 'not open') return <li>What the present record has beyond it cannot be told: it does not open.</li>
  if (present === 'earlier') return <li>It goes on beyond the present record, which has fewer entries.</li>
  return (
    <li>
      {present === 'other'
        ? 'It is the record of another kitchen or computer: nothing of the present one is in it. '
        : `${lacking === 1 ? '1 entry of the present record is' : `${lacking.toLocaleString('en-US')} entries of the present record are`} not in it. `}
      {lacksLots.length > 0
        ? `It lacks ${lacksLots.join(', ')}${lacksLots.length === 8 ? ' and perhaps more' : ''}. `
        : ''}
      The newest that would go:
      <ul>
        {newest.map(({ at, what }, place) => (
          <li key={`${at} ${place}`}>
            {moment(at)}: {what}
          </li>
        ))}
      </ul>
    </li>
  )
}
