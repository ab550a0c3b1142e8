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
import { say } from '../../../shared/words/say.ts'

/** A printer with a way to try it and to change it. */
export function PrinterRow({ printer }: { readonly printer: Printer }) {
  const test = useCommand('labels', 'testPrinter')
  const [changing, setChanging] = useState<'no' | 'yes' | 'not any more'>('no')
  const [outcome, setOutcome] = useState<{ readonly good: boolean; readonly sentence: string }>()
  const { id, name, dpi, labelWidthMm, labelHeightMm } = printer
  const status = useAnswer('labels', 'printerStatus', { printerId: id })
  const remove = useCommand('labels', 'removePrinter')

  async function runTest(kind: 'test' | 'calibration'): Promise<void> {
    setOutcome(undefined)
    try {
      await test.run({ printerId: id, kind })
      const sentence =
        kind === 'test'
          ? say('{name} took the label. Look whether it is straight, whole and dark.', { name })
          : say(
              '{name} took the label. Its frame must be whole on all four sides, the ticks a millimetre apart, and the finest lines not run together.',
              { name },
            )
      setOutcome({ good: true, sentence })
    } catch (error) {
      setOutcome({ good: false, sentence: errorBody(error).message })
    }
  }

  async function takeOff(): Promise<void> {
    try {
      await remove.run({ printerId: id })
      toastDone(say('{name} is off the list. Add it again under the same name to have it back.', { name }))
    } catch (error) {
      setOutcome({ good: false, sentence: errorBody(error).message })
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
            {say('Labels of {width} × {height} mm, {dpi} dpi', { width: labelWidthMm, height: labelHeightMm, dpi })}
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
                aria-label={say('Print a test label on {name}', { name })}
              >
                {say('Print a test label')}
              </Button>
              <Button
                variant="default"
                disabled={test.busy}
                onClick={() => void runTest('calibration')}
                aria-label={say('Print a ruler on {name}', { name })}
              >
                {say('Ruler')}
              </Button>
            </>
          )}
          <Button
            variant="default"
            autoFocus={changing === 'not any more'}
            onClick={() => setChanging('yes')}
            aria-label={say('Change {name}', { name })}
          >
            {say('Change')}
          </Button>
          <Button
            variant="default"
            loading={remove.busy}
            onClick={() => void takeOff()}
            aria-label={say('Take off {name}', { name })}
          >
            {say('Take off')}
          </Button>
        </Group>
      </div>
      <output className={styles['said']}>
        {outcome ? (
          <Alert mt="sm" color={outcome.good ? 'green' : 'red'}>
            {outcome.sentence}
          </Alert>
        ) : null}
      </output>
    </li>
  )
}
