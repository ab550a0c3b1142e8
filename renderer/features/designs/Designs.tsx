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
      toastDone(`${name} is on the list.`)
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Page
      title="Designs of labels"
      under="What your labels look like. Each change is a version of its own; what was printed stays known."
      actions={
        <>
          <LinkButton to="/printers" variant="default">
            Printers
          </LinkButton>
          <FileButton resetRef={reset} accept={LABEL_FILE} onChange={(file) => void onFile(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={take.busy}
                leftSection={<IconUpload size={18} aria-hidden />}
              >
                Take from a file
              </Button>
            )}
          </FileButton>
        </>
      }
    >
      <BeginDesign />
      <Card title="Your labels">
        <Answered answer={designs}>
          {(rows) =>
            rows.length === 0 ? (
              <Dim>None yet: labels print as they come with the app. Choose a layout above to make one your own.</Dim>
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
