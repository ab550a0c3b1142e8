import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileOut } from '../../../shared/api/files.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './Records.module.css'
import { say } from '../../../shared/words/say.ts'

interface SaveButtonsProps<Format extends string> {
  /** What is saved, for screen readers. */
  readonly what: string
  readonly formats: readonly Format[]
  readonly make: (format: Format) => Promise<FileOut>
}

/** A button for each kind of file. */
export function SaveButtons<Format extends string>({ what, formats, make }: SaveButtonsProps<Format>) {
  const [making, setMaking] = useState<Format>()
  const state = useAnswer('system', 'state', {})
  const noPdf = state.data?.capabilities.printToPdf === false

  async function save(format: Format): Promise<void> {
    setMaking(format)
    try {
      const file = await make(format)
      saveFile(file)
      toastDone(say('Saved as {file}.', { file: file.name }))
    } catch (error) {
      toastError(error)
    } finally {
      setMaking(undefined)
    }
  }

  return (
    <div className={styles['buttons']}>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          aria-label={say('Save {what} as {format}', { what, format: format.toUpperCase() })}
          disabled={(format === 'pdf' && noPdf) || (making !== undefined && making !== format)}
          loading={making === format}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => void save(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {noPdf && (formats as readonly string[]).includes('pdf') ? (
        <span>{say('No browser that makes a PDF was found here.')}</span>
      ) : null}
    </div>
  )
}
