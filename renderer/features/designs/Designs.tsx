import { Button, FileButton } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { LABEL_FILE } from '../../../shared/api/fileEndings.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { BeginDesign } from './BeginDesign.tsx'
import { DesignRow } from './DesignRow.tsx'
import styles from './Designs.module.css'
import { say } from '../../../shared/words/say.ts'

/** The labels designed here, and the layouts to begin from. */
export function Designs() {
  const designs = useAnswer('designs', 'list', {})
  const printers = useAnswer('labels', 'printers', {})
  const take = useCommand('designs', 'take')
  const reset = useRef<() => void>(null)

  async function onFile(file: File | null): Promise<void> {
    reset.current?.()
    if (!file) return
    try {
      const { name } = await take.run({ text: await file.text() })
      toastDone(say('{name} is on the list.', { name }))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Page
      title={say('Designs of labels')}
      under={say('What your labels look like. Each change is a version of its own; what was printed stays known.')}
      actions={
        <>
          <LinkButton to="/printers" variant="default">
            {say('Printers')}
          </LinkButton>
          <FileButton resetRef={reset} accept={LABEL_FILE} onChange={(file) => void onFile(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={take.busy}
                leftSection={<IconUpload size={18} aria-hidden />}
              >
                {say('Take from a file')}
              </Button>
            )}
          </FileButton>
        </>
      }
    >
      <BeginDesign />
      <Card title={say('Your labels')}>
        <Answered answer={designs}>
          {(rows) =>
            rows.length === 0 ? (
              <Dim>
                {say('None yet: labels print as they come with the app. Choose a layout above to make one your own.')}
              </Dim>
            ) : (
              <ul className={styles['list']}>
                {rows.map((row) => (
                  <DesignRow key={row.id} row={row} printers={printers.data ?? []} />
                ))}
              </ul>
            )
          }
        </Answered>
      </Card>
    </Page>
  )
}
