import { countOf } from '../../../shared/words/counted.ts'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { toastDone } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import styles from './RestoreBackup.module.css'
import { say } from '../../../shared/words/say.ts'

const schema = contract.backups.restore.input.omit({ requestId: true })

interface RestoreBackupProps {
  readonly backup: AnswerOf<'backups', 'list'>['backups'][number]
  readonly onClose: () => void
}

/** Says what a restore does, and what the present has that the backup lacks, before it does it. */
export function RestoreBackup({ backup, onClose }: RestoreBackupProps) {
  const batches = countOf(backup.batches, 'batch')
  const preview = useAnswer('backups', 'preview', { name: backup.name })
  const command = useCommandForm({
    schema,
    defaults: { name: backup.name, passphrase: '' },
    domain: 'backups',
    operation: 'restore',
    onDone({ batches: restored, keptAside }) {
      const counted = countOf(restored, 'batch')
      toastDone(
        keptAside === null
          ? say('The backup is restored: {batches}.', { batches: counted })
          : say('The backup is restored: {batches}. The record that was there is kept as {file}.', {
              batches: counted,
              file: keptAside,
            }),
      )
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('Go back to {moment}?', { moment: moment(backup.at) })}
      action={say('Restore this backup')}
      danger
      onClose={onClose}
    >
      <ul className={styles['what']}>
        <li>
          {backup.lastLotNumber === null
            ? say('The record becomes as it was then: {batches}.', { batches })
            : say('The record becomes as it was then: {batches}, the last one {lotNumber}.', {
                batches,
                lotNumber: backup.lastLotNumber,
              })}
        </li>
        <Answered answer={preview} lines={2}>
          {(known) => <Lacking preview={known} />}
        </Answered>
        <li>
          {say(
            'The present record is not lost: it is kept aside in the data folder under “before-restore” and the time.',
          )}
        </li>
        <li>{say('Lot numbers already issued stay issued: none is given a second time.')}</li>
      </ul>
      {backup.sealed ? (
        <TextField
          control={command.form.control}
          name="passphrase"
          label={say('Passphrase')}
          description={say('Only if it was made on another computer, or before the passphrase was changed.')}
          autoComplete="off"
        />
      ) : null}
    </InlineForm>
  )
}

function Lacking({ preview }: { readonly preview: AnswerOf<'backups', 'preview'> }) {
  const { present, lacking, newest, lacksLots } = preview
  if (present === 'same') return <li>{say('Nothing was recorded since: the present record is the same.')}</li>
  if (present === 'not open')
    return <li>{say('What the present record has beyond it cannot be told: it does not open.')}</li>
  if (present === 'earlier') return <li>{say('It goes on beyond the present record, which has fewer entries.')}</li>
  const lots = lacksLots.join(', ')
  const sentences = [
    present === 'other'
      ? say('It is the record of another kitchen or computer: nothing of the present one is in it.')
      : say(
          '{n, plural, one {# entry of the present record is not in it.} other {# entries of the present record are not in it.}}',
          { n: lacking },
        ),
    ...(lacksLots.length === 0
      ? []
      : [
          lacksLots.length === 8
            ? say('It lacks {lots} and perhaps more.', { lots })
            : say('It lacks {lots}.', { lots }),
        ]),
    say('The newest that would go:'),
  ]
  return (
    <li>
      {sentences.join(' ')}
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
