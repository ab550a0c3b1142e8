import { Button } from '@mantine/core'
import { countOf } from '../../../shared/words/counted.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

/** Finds backups in a folder that none are made in: a stick from another computer. */
export function LookElsewhere() {
  const look = useCommand('backups', 'lookIn')

  async function lookNow(): Promise<void> {
    try {
      const { folder, found } = await look.run({})
      if (folder === null) return
      if (found > 0) toastDone(say('{backups} found in {folder}.', { backups: countOf(found, 'backup'), folder }))
      else toastError(new Error(say('There is no backup in {folder}. Choose the folder that holds them.', { folder })))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Button variant="default" loading={look.busy} onClick={() => void lookNow()}>
      {say('Look in another folder')}
    </Button>
  )
}
