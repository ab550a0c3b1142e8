import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { countOf } from '../../ui/words.ts'
import styles from './Recovery.module.css'

/** Takes what can still be read out of a record that does not open, as tables for any spreadsheet. */
export function SaveReadable() {
  const salvage = useCommand('backups', 'salvage')
  const [said, setSaid] = useState<string>()

  async function save(): Promise<void> {
    try {
      const { folder, rows, lost } = await salvage.run({})
      const missing =
        lost.length === 0 ? 'Every table could be read to its end.' : `Not all of ${lost.join(', ')} could be read.`
      setSaid(`${countOf(rows, 'row')} are in ${folder}, a table each. ${missing}`)
    } catch (error) {
      setSaid(errorBody(error).message)
    }
  }

  return (
    <>
      <Group>
        <Button variant="default" loading={salvage.busy} onClick={() => void save()}>
          Save it as tables
        </Button>
        <span className={styles['dim']}>
          Reads a copy of the record, table by table, past what is damaged. The record itself is not touched.
        </span>
      </Group>
      <output>{said}</output>
    </>
  )
}
