import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Printer } from '../../../shared/api/printers.ts'
import { api } from '../../api/door.ts'
import { toastError } from '../../ui/toast.ts'
import styles from './PrinterForm.module.css'

interface FoundPrinter {
  readonly transport: Printer['transport']
  readonly address: string
  readonly port?: number
  readonly language?: Printer['language']
  readonly words: string
}

interface FindPrinterProps {
  readonly transport: Printer['transport']
  readonly onChoose: (printer: FoundPrinter) => void
}

/** Looks for printers where the chosen way has a list: this computer's own, or those that answer on the network. */
export function FindPrinter({ transport, onChoose }: FindPrinterProps) {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<readonly FoundPrinter[]>()
  if (transport === 'device' || transport === 'file') return null

  async function look(): Promise<void> {
    setBusy(true)
    try {
      setFound(transport === 'queue' ? await ownQueues() : await network())
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles['find']}>
      <Button variant="default" loading={busy} onClick={() => void look()}>
        {transport === 'queue' ? 'Show this computer’s printers' : 'Look on the network'}
      </Button>
      <output>
        {found?.length === 0 ? 'None answered. Type its address.' : null}
        {found && found.length > 0 ? (
          <ul className={styles['found']}>
            {found.map((printer) => (
              <li key={printer.words}>
                <Button variant="subtle" onClick={() => onChoose(printer)}>
                  {printer.words}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </output>
    </div>
  )
}

async function ownQueues(): Promise<FoundPrinter[]> {
  const queues = await api.labels.queues({})
  return queues.map(({ name, about }) => ({ transport: 'queue', address: name, words: `${name}: ${about}` }))
}

async function network(): Promise<FoundPrinter[]> {
  const printers = await api.labels.discover({})
  return printers.map(({ name, transport, address, port }) => ({
    transport,
    address,
    port,
    words: `${name} (${address})`,
    ...(transport === 'ipp' ? ({ language: 'pdf' } as const) : {}),
  }))
}
