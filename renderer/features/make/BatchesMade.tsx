import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { dayOr } from '../../ui/words.ts'
import { BatchState } from './BatchState.tsx'
import { say } from '../../../shared/words/say.ts'

/** Every batch, newest first. */
export function BatchesMade() {
  const pages = usePages('batches', 'list', { limit: 50 })
  return (
    <Card title={say('Batches made')} aside={<Link href="/compare">{say('Compare batches')}</Link>}>
      <Answered answer={pages}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Dim>{say('None yet.')}</Dim>
          ) : (
            <>
              <Table
                paged
                label={say('Batches made')}
                rows={rows}
                keyOf={(batch) => batch.id}
                columns={[
                  {
                    head: say('Lot number'),
                    names: true,
                    sort: (batch) => batch.lotNumber,
                    cell: (batch) => <Link href={`/batch/${batch.id}`}>{batch.lotNumber}</Link>,
                  },
                  { head: say('Product'), sort: (batch) => batch.product, cell: (batch) => batch.product },
                  { head: say('Made on'), sort: (batch) => batch.madeOn, cell: (batch) => dayOr(batch.madeOn, '') },
                  {
                    head: say('Made'),
                    number: true,
                    sort: (batch) => batch.made,
                    cell: (batch) => countOf(batch.made, batch.unit),
                  },
                  { head: say('On hand'), number: true, sort: (batch) => batch.onHand, cell: (batch) => batch.onHand },
                  { head: say('State'), cell: (batch) => <BatchState state={batch.state} /> },
                ]}
              />
              <LoadMore more={more} />
            </>
          )
        }
      </Answered>
    </Card>
  )
}
