import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import styles from './Recovery.module.css'
import { say } from '../../../shared/words/say.ts'

/** Takes what can still be read out of a record that does not open, as tables for any spreadsheet. */
export function SaveReadable() {
  const salvage = useCommand('backups', 'salvage')
  const [result, setResult] = useState<string>()

  async function save(): Promise<void> {
    try {
      const { folder, rows, lost } = await salvage.run({})
      const missing =
        lost.length === 0
          ? say('Every table could be read to its end.')
          : say('Not all of {tables} could be read.', { tables: lost.join(', ') })
      setResult(say('{rows} are in {folder}, a table each. {missing}', { rows: countOf(rows, 'row'), folder, missing }))
    } catch (error) {
      setResult(errorBody(error).message)
    }
  }

  return (
    <>
      <Group>
        <Button variant="default" loading={salvage.busy} onClick={() => void save()}>
          {say('Save it as tables')}
        </Button>
        <span className={styles['dim']}>
          {say('Reads a copy of the record, table by table, past what is damaged. The record itself is not touched.')}
        </span>
      </Group>
      <output>{result}</output>
    </>
  )
}
