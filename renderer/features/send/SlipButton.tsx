import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

interface SlipButtonProps {
  readonly shipmentId: number
  /** Which shipment, for screen readers. */
  readonly name: string
}

/** Saves the delivery slip: as PDF, or as a page to print where this computer makes no PDF. */
export function SlipButton({ shipmentId, name }: SlipButtonProps) {
  const [busy, setBusy] = useState(false)
  const state = useAnswer('system', 'state', {})

  async function save(): Promise<void> {
    setBusy(true)
    try {
      const format = state.data?.capabilities.printToPdf === false ? 'html' : 'pdf'
      const file = await api.shipping.slip({ shipmentId, format })
      saveFile(file)
      toastDone(say('The slip is saved as {file}.', { file: file.name }))
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Button
      variant="default"
      aria-label={say('Delivery slip: {name}', { name })}
      loading={busy}
      leftSection={<IconDownload size={18} aria-hidden />}
      onClick={() => void save()}
    >
      {say('Slip')}
    </Button>
  )
}
