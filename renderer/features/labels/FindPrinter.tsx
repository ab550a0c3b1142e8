import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Printer } from '../../../shared/api/printers.ts'
import { api } from '../../api/door.ts'
import { toastError } from '../../ui/toast.ts'
import styles from './PrinterForm.module.css'
import { say } from '../../../shared/words/say.ts'

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
  const [note, setNote] = useState('')
  if (transport === 'device' || transport === 'file') return null

  async function look(): Promise<void> {
    setBusy(true)
    try {
      const { printers, note: told } = transport === 'queue' ? await ownQueues() : await network()
      setFound(printers)
      setNote(told)
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles['find']}>
      <Button variant="default" loading={busy} onClick={() => void look()}>
        {transport === 'queue' ? say('Show this computer’s printers') : say('Look on the network')}
      </Button>
      <output>
        {found?.length === 0 ? say('None answered. Type its address.') : null}
        {note === '' ? null : <p>{note}</p>}
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

interface Found {
  readonly printers: readonly FoundPrinter[]
  readonly note: string
}

async function ownQueues(): Promise<Found> {
  const { queues, note } = await api.labels.queues({})
  const printers = queues.map(
    ({ name, about }) => ({ transport: 'queue', address: name, words: `${name}: ${about}` }) as const,
  )
  return { printers, note }
}

async function network(): Promise<Found> {
  const found = await api.labels.discover({})
  const printers = found.map(({ name, transport, address, port }) => ({
    transport,
    address,
    port,
    words: `${name} (${address})`,
    ...(transport === 'ipp' ? ({ language: 'pdf' } as const) : {}),
  }))
  return { printers, note: '' }
}
