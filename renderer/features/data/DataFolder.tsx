import { Button, Group } from '@mantine/core'
import { useCommand } from '../../api/useCommand.ts'
import { toastError } from '../../ui/toast.ts'
import styles from './DataFolder.module.css'
import { say } from '../../../shared/words/say.ts'

interface DataFolderProps {
  readonly folder: string
  /** Whether the host can open it in the file manager. */
  readonly canShow: boolean
}

/** Where the record lies on this computer. */
export function DataFolder({ folder, canShow }: DataFolderProps) {
  const show = useCommand('system', 'showDataFolder')

  async function showIt(): Promise<void> {
    try {
      await show.run({})
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Group>
      <code className={styles['path']}>{folder}</code>
      {canShow ? (
        <Button variant="default" loading={show.busy} onClick={() => void showIt()}>
          {say('Show the data folder')}
        </Button>
      ) : null}
    </Group>
  )
}
