import { Button } from '@mantine/core'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'

/** Finds backups in a folder that none are made in: a stick from another computer. */
export function LookElsewhere() {
  const look = useCommand('backups', 'lookIn')

  async function lookNow(): Promise<void> {
    try {
      const { folder, found } = await look.run({})
      if (folder === null) return
      if (found > 0) toastDone(`${countOf(found, 'backup')} found in ${folder}.`)
      else toastError(new Error(`There is no backup in ${folder}. Choose the folder that holds them.`))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Button variant="default" loading={look.busy} onClick={() => void lookNow()}>
      Look in another folder
    </Button>
  )
}
