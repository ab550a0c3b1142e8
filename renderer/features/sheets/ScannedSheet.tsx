import { useQuery } from '@tanstack/react-query'
import { Link, Redirect } from 'wouter'
import { readSheetCode, sheetCode } from '../../../shared/domain/thingCode.ts'
import { api, errorBody } from '../../api/door.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { sheetPath } from './sheetPath.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** Where the code of a sheet leads: to the batch page filled in, or to the batch that it was typed in as. */
export function ScannedSheet({ id, tag }: { readonly id: number; readonly tag: string }) {
  const known = readSheetCode(sheetCode(id, tag)) !== undefined
  // Not kept between visits: what was typed in since the last scan must not lead to typing it in again.
  const answer = useQuery({
    queryKey: ['blankSheets', 'scanned', id, tag],
    queryFn: async () => await api.blankSheets.get({ sheetId: id, tag }),
    enabled: known,
    gcTime: 0,
  })
  if (!known || (answer.error && errorBody(answer.error).code === 'not_found')) return <UnknownSheet />
  return (
    <Answered page answer={answer}>
      {(sheet) => {
        const [first, ...more] = sheet.batches
        if (!first) return <Redirect to={sheetPath(sheet)} replace />
        return (
          <Page
            title={sheet.product}
            under={<Dim>{sheet.code}</Dim>}
            actions={
              <>
                <LinkButton to={`/batch/${first.batchId}`}>
                  {say('Open {lotNumber}', { lotNumber: first.lotNumber })}
                </LinkButton>
                <LinkButton to={sheetPath(sheet)} variant="default">
                  {say('Record another batch from this sheet')}
                </LinkButton>
              </>
            }
          >
            <Card title={say('This sheet is typed in already')}>
              {[first, ...more].map(({ batchId, lotNumber, madeOn }) => (
                <p key={batchId}>
                  {said('As {lot}, made on {day}.', {
                    lot: <Link href={`/batch/${batchId}`}>{lotNumber}</Link>,
                    day: sayDay(madeOn),
                  })}
                </p>
              ))}
              <p>
                {say(
                  'If two batches are written on it, record the other one from it too. It gets a lot number of its own.',
                )}
              </p>
            </Card>
          </Page>
        )
      }}
    </Answered>
  )
}

function UnknownSheet() {
  return (
    <Page title={say('This sheet is not known here')}>
      <Empty
        title={say('Its code is not in this record')}
        action={<LinkButton to="/make">{say('Go to Make')}</LinkButton>}
      >
        {say(
          'It was printed by another kitchen, or after the backup was made that this record was restored from. What is written on it still counts: choose the product on Make and type it in there.',
        )}
      </Empty>
    </Page>
  )
}
