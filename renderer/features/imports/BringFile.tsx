import { Alert, Button, Loader, Textarea } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { errorBody } from '../../api/door.ts'
import { Fold } from '../../ui/Fold.tsx'
import { toastError } from '../../ui/toast.ts'
import styles from './Imports.module.css'
import { sendFile, sendText } from './sendFile.ts'
import { say } from '../../../shared/words/say.ts'

/** Drop a file, choose one, or paste a table; it joins an import where one is given. */
export function BringFile({ importId }: { readonly importId: number | null }) {
  const [, go] = useLocation()
  const [busy, setBusy] = useState('')
  const [problem, setProblem] = useState('')
  const [pasted, setPasted] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const id = useId()

  async function bring(what: string, send: () => Promise<number>): Promise<void> {
    setBusy(what)
    setProblem('')
    try {
      go(`/import/${await send()}`)
      setPasted('')
    } catch (error) {
      setProblem(errorBody(error).message)
    } finally {
      setBusy('')
    }
  }

  async function bringFiles(files: readonly File[]): Promise<void> {
    const [first] = files
    if (!first) return
    await bring(files.length === 1 ? first.name : say('{count} files', { count: files.length }), async () => {
      let home = importId
      try {
        for (const [at, file] of files.entries()) home = await sendFile(file, home, at < files.length - 1)
      } catch (error) {
        // What is there already is shown, whatever became of the other files.
        if (home === null || home === importId) throw error
        toastError(error)
      }
      return home ?? 0
    })
  }

  return (
    <>
      <div
        className={styles['drop']}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void bringFiles([...event.dataTransfer.files])
        }}
      >
        <IconFileSpreadsheet size={36} stroke={1.5} aria-hidden />
        <div>
          <Button size="md" loading={busy !== ''} onClick={() => chooser.current?.click()}>
            {say('Choose files')}
          </Button>
          <input
            ref={chooser}
            id={id}
            type="file"
            multiple
            hidden
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            aria-label={say('Spreadsheet files')}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])]
              event.currentTarget.value = ''
              void bringFiles(files)
            }}
          />
          <p>
            {say(
              'Or drop them here: XLSX with any number of sheets, or CSV. Purchases, batches and sales belong together: choose them at once.',
            )}
          </p>
        </div>
      </div>
      {busy ? (
        <output className={styles['busy']}>
          <Loader size="sm" aria-hidden /> {say('Reading {what} …', { what: busy })}
        </output>
      ) : null}
      {problem ? (
        <Alert color="red" role="alert" mt="md" title={say('This file cannot be taken')}>
          {problem}
        </Alert>
      ) : null}
      <Fold title={say('Paste a table instead')}>
        <Textarea
          label={say('Cells copied from a spreadsheet, with their heads')}
          rows={5}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <Button
          mt="sm"
          variant="default"
          disabled={pasted.trim() === ''}
          onClick={() => void bring(say('the table'), async () => await sendText(pasted, importId))}
        >
          {say('Take the table')}
        </Button>
      </Fold>
    </>
  )
}
