import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Printer } from '../../../shared/api/labels.ts'
import { errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Dim } from '../../ui/Table.tsx'
import { PrinterForm } from './PrinterForm.tsx'
import styles from './PrinterRow.module.css'

/** A printer with a way to try it and to change it. */
export function PrinterRow({ printer }: { readonly printer: Printer }) {
  const test = useCommand('labels', 'testPrinter')
  const [changing, setChanging] = useState<'no' | 'yes' | 'not any more'>('no')
  const [said, setSaid] = useState<{ readonly good: boolean; readonly sentence: string }>()
  const { id, name, host, port, dpi, labelWidthMm, labelHeightMm } = printer

  async function runTest(): Promise<void> {
    setSaid(undefined)
    try {
      await test.run({ printerId: id })
      setSaid({ good: true, sentence: `${name} took the test label. Look whether it is straight, whole and dark.` })
    } catch (error) {
      setSaid({ good: false, sentence: errorBody(error).message })
    }
  }

  if (changing === 'yes') {
    return (
      <li className={styles['printer']}>
        <div className={styles['form']}>
          <PrinterForm printer={printer} onClose={() => setChanging('not any more')} />
        </div>
      </li>
    )
  }
  return (
    <li className={styles['printer']}>
      <div className={styles['row']}>
        <div className={styles['facts']}>
          <strong>{name}</strong>
          <span>
            Labels of {labelWidthMm} × {labelHeightMm} mm, {dpi} dpi
          </span>
          <Dim>
            {host}, port {port}
          </Dim>
        </div>
        <Group gap="xs">
          <Button loading={test.busy} onClick={() => void runTest()} aria-label={`Print a test label on ${name}`}>
            Print a test label
          </Button>
          <Button
            variant="default"
            autoFocus={changing === 'not any more'}
            onClick={() => setChanging('yes')}
            aria-label={`Change ${name}`}
          >
            Change
          </Button>
        </Group>
      </div>
      <output className={styles['said']}>
        {said ? (
          <Alert mt="sm" color={said.good ? 'green' : 'red'}>
            {said.sentence}
          </Alert>
        ) : null}
      </output>
    </li>
  )
}
