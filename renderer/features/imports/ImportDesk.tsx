import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { SaveButtons } from '../records/SaveButtons.tsx'
import { api } from '../../api/door.ts'
import { BringFile } from './BringFile.tsx'
import { NamesAlike } from './NamesAlike.tsx'
import { RowList } from './RowList.tsx'
import { RunBar } from './RunBar.tsx'
import { SheetCard } from './SheetCard.tsx'

/** One import on one page: what each table is, what is to be asked, every row, and the button that imports. */
export function ImportDesk({ importId }: { readonly importId: number }) {
  const answer = useAnswer('imports', 'get', { importId }, { keepLast: true })
  return (
    <Answered answer={answer} page>
      {(desk) => (
        <Page
          title={`Import of ${desk.name}`}
          under="Nothing is recorded until you press Import. Rows that wait stay here to be finished later."
          actions={
            <LinkButton to="/import" variant="default">
              All imports
            </LinkButton>
          }
        >
          <RunBar desk={desk} />
          {desk.state === 'open' ? (
            <>
              {desk.sheets.map((sheet) => (
                <SheetCard key={sheet.id} sheet={sheet} />
              ))}
              <NamesAlike desk={desk} />
            </>
          ) : null}
          <RowList desk={desk} />
          <Card title="To keep">
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
