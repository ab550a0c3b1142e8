import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { reportFormats } from '../../../shared/api/recall.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { saveFile } from '../../ui/saveFile.ts'
import styles from './Recalls.module.css'
import { say } from '../../../shared/words/say.ts'

interface RecallFilesProps {
  readonly recallId: number
  readonly kind: string
}

/** The status report in every form, and the page for customers. */
export function RecallFiles({ recallId, kind }: RecallFilesProps) {
  const [making, setMaking] = useState<string>()
  const state = useAnswer('system', 'state', {})
  const noPdf = state.data?.capabilities.printToPdf === false

  async function make(name: string, file: Promise<AnswerOf<'recalls', 'report'>>): Promise<void> {
    setMaking(name)
    try {
      const made = await file
      saveFile(made)
      toastDone(say('Saved as {name}.', { name: made.name }))
    } catch (error) {
      toastError(error)
    } finally {
      setMaking(undefined)
    }
  }

  return (
    <div className={styles['buttons']}>
      <span className={styles['dim']}>{kind === 'drill' ? say('Report of the drill') : say('Status report')}</span>
      {reportFormats.map((format) => (
        <Button
          key={format}
          variant="default"
          aria-label={
            kind === 'drill'
              ? say('Save the report of the drill as {format}', { format: format.toUpperCase() })
              : say('Save the status report as {format}', { format: format.toUpperCase() })
          }
          disabled={format === 'pdf' && noPdf}
          loading={making === format}
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() => void make(format, api.recalls.report({ recallId, format }))}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {kind === 'drill' ? null : (
        <Button
          variant="default"
          loading={making === 'jar'}
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() => void make('jar', api.recalls.jarCheck({ recallId }))}
        >
          {say('“Is my jar affected?” page')}
        </Button>
      )}
    </div>
  )
}
