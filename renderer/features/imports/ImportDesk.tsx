import { useState } from 'react'
import { api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { moment } from '../../ui/words.ts'
import { SaveButtons } from '../records/SaveButtons.tsx'
import { BringFile } from './BringFile.tsx'
import { NamesAlike } from './NamesAlike.tsx'
import { RowList } from './RowList.tsx'
import { RunBar } from './RunBar.tsx'
import styles from './Imports.module.css'
import { nameOf } from './rowWords.ts'
import { SheetCard } from './SheetCard.tsx'

/** One import on one page: what each table is, what is to be asked, every row, and the button that imports. */
export function ImportDesk({ importId }: { readonly importId: number }) {
  const answer = useAnswer('imports', 'get', { importId }, { keepLast: true })
  const [isRunning, setRunning] = useState(false)
  return (
    <Answered answer={answer} page>
      {(desk) => (
        <Page
          title={`Import of ${nameOf(desk)}`}
          under={
            desk.state === 'open'
              ? 'Nothing is recorded until you press Import; a backup is made before. Rows that wait stay here to be finished later.'
              : `Begun ${moment(desk.startedAt)}.`
          }
          actions={
            <LinkButton to="/import" variant="default">
              All imports
            </LinkButton>
          }
        >
          <RunBar
            desk={desk}
            isRunning={isRunning}
            onRunning={setRunning}
            onOver={async () => (await answer.refetch()).data}
          />
          {desk.state === 'open' ? (
            <fieldset className={styles['asked']} disabled={isRunning} aria-label="How the tables are read">
              {desk.sheets.map((sheet) => (
                <SheetCard key={sheet.id} sheet={sheet} />
              ))}
              <NamesAlike desk={desk} />
            </fieldset>
          ) : null}
          <RowList desk={desk} canMend={desk.state === 'open' && !isRunning} />
          <Card title="The log of this import">
            <SaveButtons
              what="what became of every row"
              formats={['pdf', 'html', 'xlsx', 'csv']}
              make={async (format) => await api.imports.report({ importId, format })}
            />
            {desk.files.map((file) => (
              <p key={file.sha256}>
                {file.name}, SHA-256 <code style={{ overflowWrap: 'anywhere' }}>{file.sha256}</code>
              </p>
            ))}
          </Card>
          {desk.state === 'open' ? (
            <Fold title="Add another file that belongs to these">
              <BringFile importId={importId} />
            </Fold>
          ) : null}
        </Page>
      )}
    </Answered>
  )
}
