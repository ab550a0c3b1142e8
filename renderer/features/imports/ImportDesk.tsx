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
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** One import on one page: what each table is, what is to be asked, every row, and the button that imports. */
export function ImportDesk({ importId }: { readonly importId: number }) {
  const answer = useAnswer('imports', 'get', { importId }, { keepLast: true })
  const [isRunning, setRunning] = useState(false)
  return (
    <Answered answer={answer} page>
      {(desk) => (
        <Page
          title={say('Import of {name}', { name: nameOf(desk) })}
          under={
            desk.state === 'open'
              ? say(
                  'Nothing is recorded until you press Import; a backup is made before. Rows that wait stay here to be finished later.',
                )
              : say('Begun {when}.', { when: moment(desk.startedAt) })
          }
          actions={
            <LinkButton to="/import" variant="default">
              {say('All imports')}
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
            <fieldset className={styles['asked']} disabled={isRunning} aria-label={say('How the tables are read')}>
              {desk.sheets.map((sheet) => (
                <SheetCard key={sheet.id} sheet={sheet} answeredAt={answer.dataUpdatedAt} />
              ))}
              <NamesAlike desk={desk} />
            </fieldset>
          ) : null}
          <RowList desk={desk} canMend={desk.state === 'open' && !isRunning} />
          <Card title={say('The log of this import')}>
            <SaveButtons
              what={say('what became of every row')}
              formats={['pdf', 'html', 'xlsx', 'csv']}
              make={async (format) => await api.imports.report({ importId, format })}
            />
            {desk.files.map((file) => (
              <p key={file.sha256}>
                {said('{name}, SHA-256 {code}', {
                  name: file.name,
                  code: <code style={{ overflowWrap: 'anywhere' }}>{file.sha256}</code>,
                })}
              </p>
            ))}
          </Card>
          {desk.state === 'open' ? (
            <Fold title={say('Add another file that belongs to these')}>
              <BringFile importId={importId} />
            </Fold>
          ) : null}
        </Page>
      )}
    </Answered>
  )
}
