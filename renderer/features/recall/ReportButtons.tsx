import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { reportFormats } from '../../../shared/api/recall.ts'
import { api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import type { Criteria } from './notice.ts'
import styles from './Recall.module.css'
import { say } from '../../../shared/words/say.ts'

type Format = (typeof reportFormats)[number]

interface ReportButtonsProps {
  readonly criteria: Criteria
  readonly reason: string
}

/** The answer as a file to keep, to print or to send. */
export function ReportButtons({ criteria, reason }: ReportButtonsProps) {
  const [making, setMaking] = useState<Format>()
  const state = useAnswer('system', 'state', {})
  const noPdf = state.data?.capabilities.printToPdf === false

  async function make(format: Format): Promise<void> {
    setMaking(format)
    try {
      const file = await api.recall.report({ ...criteria, format, reason })
      saveFile(file)
      toastDone(say('The report is saved as {name}.', { name: file.name }))
    } catch (error) {
      toastError(error)
    } finally {
      setMaking(undefined)
    }
  }

  return (
    <div className={styles['reports']}>
      <span aria-hidden>{say('Save the report')}</span>
      {reportFormats.map((format) => (
        <Button
          key={format}
          aria-label={say('Save the report as {format}', { format: format.toUpperCase() })}
          variant="default"
          disabled={(format === 'pdf' && noPdf) || (making !== undefined && making !== format)}
          aria-describedby={format === 'pdf' && noPdf ? 'recall-no-pdf' : undefined}
          loading={making === format}
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() => void make(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {noPdf ? (
        <p id="recall-no-pdf" className={styles['noPdf']}>
          {say('No browser that can make a PDF was found here. Save the HTML, open it, and print it from there.')}
        </p>
      ) : null}
    </div>
  )
}
