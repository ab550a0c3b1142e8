import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Printer } from '../../../shared/api/printers.ts'
import { errorBody } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Dim } from '../../ui/Table.tsx'
import { toastDone } from '../../ui/toast.ts'
import { PrinterForm } from './PrinterForm.tsx'
import styles from './PrinterRow.module.css'
import { wayWords } from './printerWords.ts'

/** A printer with a way to try it and to change it. */
export function PrinterRow({ printer }: { readonly printer: Printer }) {
  const test = useCommand('labels', 'testPrinter')
  const [changing, setChanging] = useState<'no' | 'yes' | 'not any more'>('no')
  const [said, setSaid] = useState<{ readonly good: boolean; readonly sentence: string }>()
  const { id, name, dpi, labelWidthMm, labelHeightMm } = printer
  const status = useAnswer('labels', 'printerStatus', { printerId: id })
  const remove = useCommand('labels', 'removePrinter')

  async function runTest(kind: 'test' | 'calibration'): Promise<void> {
    setSaid(undefined)
    try {
      await test.run({ printerId: id, kind })
      const look =
        kind === 'test'
          ? 'Look whether it is straight, whole and dark.'
          : 'Its frame must be whole on all four sides, the ticks a millimetre apart, and the finest lines not run together.'
      setSaid({ good: true, sentence: `${name} took the label. ${look}` })
    } catch (error) {
      setSaid({ good: false, sentence: errorBody(error).message })
    }
  }

  async function takeOff(): Promise<void> {
    try {
      await remove.run({ printerId: id })
      toastDone(`${name} is off the list. Add it again under the same name to have it back.`)
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
            {wayWords(printer)}
            {status.data && printer.transport === 'tcp' ? ` · ${status.data.sentence}` : ''}
          </Dim>
        </div>
        <Group gap="xs">
          {printer.transport === 'file' ? null : (
            <>
              <Button
                loading={test.busy}
                onClick={() => void runTest('test')}
                aria-label={`Print a test label on ${name}`}
              >
                Print a test label
              </Button>
              <Button
                variant="default"
                disabled={test.busy}
                onClick={() => void runTest('calibration')}
                aria-label={`Print a ruler on ${name}`}
              >
                Ruler
              </Button>
            </>
          )}
          <Button
            variant="default"
            autoFocus={changing === 'not any more'}
            onClick={() => setChanging('yes')}
            aria-label={`Change ${name}`}
          >
            Change
          </Button>
          <Button
            variant="default"
            loading={remove.busy}
            onClick={() => void takeOff()}
            aria-label={`Take off ${name}`}
          >
            Take off
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
