import { Button, Group } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf, moment } from '../../ui/words.ts'
import { backupAge } from './backupAge.ts'
import styles from './BackupNow.module.css'

interface BackupNowProps {
  readonly kept: AnswerOf<'backups', 'list'>
  readonly today: string
  readonly zone: string
  /** Whether the host can ask for another folder. */
  readonly canChoose: boolean
}

/** How old the last backup is, large, and the button that makes the next one. */
export function BackupNow({ kept, today, zone, canChoose }: BackupNowProps) {
  const make = useCommand('backups', 'make')
  const choose = useCommand('backups', 'chooseFolder')
  const [newest] = kept.backups
  const age = backupAge(newest?.at, today, zone)

  async function backUp(): Promise<void> {
    try {
      const { batches } = await make.run({})
      toastDone(`The backup is made and checked: ${countOf(batches, 'batch')} in it.`)
    } catch (error) {
      toastError(error)
    }
  }

  async function chooseFolder(): Promise<void> {
    try {
      const { folder, changed } = await choose.run({})
      if (changed) toastDone(`Backups go to ${folder} from now on.`)
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <div className={styles['now']}>
      <div className={styles['age']}>
        <strong className={styles['words']}>{age.words}</strong>
        <span>
          <Mark tone={age.tone}>{age.advice}</Mark>
        </span>
        {newest ? <span className={styles['dim']}>{moment(newest.at)}</span> : null}
      </div>
      <div className={styles['where']}>
        <Group>
          <Button size="lg" h={64} loading={make.busy} onClick={() => void backUp()}>
            Back up now
          </Button>
          {canChoose ? (
            <Button variant="default" loading={choose.busy} onClick={() => void chooseFolder()}>
              Choose another folder
            </Button>
          ) : null}
        </Group>
        <span>
          <span className={styles['dim']}>Backups go to</span> <code className={styles['path']}>{kept.folder}</code>
        </span>
      </div>
    </div>
  )
}
