import { Button, Group } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import styles from './BackupFolders.module.css'
import { say } from '../../../shared/words/say.ts'

interface BackupFoldersProps {
  readonly folders: AnswerOf<'backups', 'list'>['folders']
  /** Whether the host can ask for a folder. */
  readonly canChoose: boolean
}

/** Every folder that backups go to, and what is the matter with one. */
export function BackupFolders({ folders, canChoose }: BackupFoldersProps) {
  const add = useCommand('backups', 'addFolder')
  const remove = useCommand('backups', 'removeFolder')

  async function addOne(): Promise<void> {
    try {
      const { folder } = await add.run({})
      if (folder !== null) toastDone(say('Backups go to {folder} as well from now on.', { folder }))
    } catch (error) {
      toastError(error)
    }
  }

  async function removeOne(folder: string): Promise<void> {
    try {
      await remove.run({ folder })
      toastDone(say('No more backups go to {folder}. Those in it stay.', { folder }))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <>
      <ul className={styles['folders']}>
        {folders.map(({ folder, problem, newest }) => (
          <li key={folder} className={styles['folder']}>
            <code className={styles['path']}>{folder}</code>
            <span>
              {problem === null ? (
                <Mark tone={newest === null ? 'plain' : 'good'}>
                  {newest === null ? say('none in it yet') : say('newest {moment}', { moment: moment(newest) })}
                </Mark>
              ) : (
                <Mark tone="bad">{say('not there or not writable')}</Mark>
              )}
            </span>
            {folders.length > 1 ? (
              <Button
                variant="default"
                aria-label={say('Make no more backups in {folder}', { folder })}
                loading={remove.busy}
                onClick={() => void removeOne(folder)}
              >
                {say('Remove')}
              </Button>
            ) : null}
            {problem === null ? null : <span className={styles['problem']}>{problem}</span>}
          </li>
        ))}
      </ul>
      {canChoose ? (
        <Group mt="md">
          <Button variant="default" loading={add.busy} onClick={() => void addOne()}>
            {say('Add a folder or a stick')}
          </Button>
          <Dim>{say('Every backup goes to all of them. One outside this computer survives the computer.')}</Dim>
        </Group>
      ) : null}
    </>
  )
}
