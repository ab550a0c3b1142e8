import { Button, Group } from '@mantine/core'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import { backupAge } from './backupAge.ts'
import styles from './BackupNow.module.css'
import { say } from '../../../shared/words/say.ts'

interface BackupNowProps {
  readonly kept: AnswerOf<'backups', 'list'>
  readonly today: string
  readonly zone: string
}

/** How old the last backup is, large; the button that makes the next one, and the one that tries it out. */
export function BackupNow({ kept, today, zone }: BackupNowProps) {
  const make = useCommand('backups', 'make')
  const test = useCommand('backups', 'test')
  const [newest] = kept.backups
  const age = backupAge(newest?.at, today, zone)

  async function backUp(): Promise<void> {
    try {
      const { batches, problems } = await make.run({})
      if (problems.length > 0)
        toastError(
          new Error(say('The backup is made, but not everywhere. {problems}', { problems: problems.join(' ') })),
        )
      else toastDone(say('The backup is made and checked: {batches} in it.', { batches: countOf(batches, 'batch') }))
    } catch (error) {
      toastError(error)
    }
  }

  async function tryOut(): Promise<void> {
    try {
      const { batches } = await test.run({})
      toastDone(say('The newest backup opens and is whole: {batches} in it.', { batches: countOf(batches, 'batch') }))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <>
      {kept.warnings.map((warning) => (
        <p key={warning} className={styles['warning']}>
          <Mark tone="warn">{say('Where the record lies')}</Mark> {warning}
        </p>
      ))}
      <div className={styles['now']}>
        <div className={styles['age']}>
          <strong className={styles['words']}>{age.words}</strong>
          <span>
            <Mark tone={age.tone}>{age.advice}</Mark>
          </span>
          {newest ? <span className={styles['dim']}>{moment(newest.at)}</span> : null}
          <span className={styles['dim']}>
            {kept.unsaved ? say('Something was recorded since.') : newest ? say('Nothing was recorded since.') : null}
          </span>
        </div>
        <div className={styles['where']}>
          <Group>
            <Button size="lg" h="var(--tb-target-main)" loading={make.busy} onClick={() => void backUp()}>
              {say('Back up now')}
            </Button>
            {newest ? (
              <Button variant="default" loading={test.busy} onClick={() => void tryOut()}>
                {say('Try the newest one out')}
              </Button>
            ) : null}
          </Group>
          <span className={styles['dim']}>
            {kept.lastTest === null
              ? say(
                  'No backup was tried out yet. Trying one out opens and checks it as a restore would, and changes nothing.',
                )
              : say('Last tried out {moment}: it opened and was whole.', { moment: moment(kept.lastTest.at) })}
          </span>
        </div>
      </div>
    </>
  )
}
