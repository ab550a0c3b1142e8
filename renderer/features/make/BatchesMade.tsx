import { Link } from 'wouter'
import { Answered } from '../../ui/Answered.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { countOf, dayOr } from '../../ui/words.ts'
import { BatchState } from './BatchState.tsx'

/** Every batch, newest first. */
export function BatchesMade() {
  const pages = usePages('batches', 'list', { limit: 50 })
  return (
    <Card title="Batches made" aside={<Link href="/compare">Compare batches</Link>}>
      <Answered answer={pages}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Dim>None yet.</Dim>
          ) : (
            <>
              <Table
                paged
                label="Batches made"
                rows={rows}
                keyOf={(batch) => batch.id}
                columns={[
                  {
                    head: 'Lot number',
                    names: true,
                    sort: (batch) => batch.lotNumber,
                    cell: (batch) => <Link href={`/batch/${batch.id}`}>{batch.lotNumber}</Link>,
                  },
                  { head: 'Product', sort: (batch) => batch.product, cell: (batch) => batch.product },
                  { head: 'Made on', sort: (batch) => batch.madeOn, cell: (batch) => dayOr(batch.madeOn, '') },
                  {
                    head: 'Made',
                    number: true,
                    sort: (batch) => batch.made,
                    cell: (batch) => countOf(batch.made, batch.unit),
                  },
                  { head: 'On hand', number: true, sort: (batch) => batch.onHand, cell: (batch) => batch.onHand },
                  { head: 'State', cell: (batch) => <BatchState state={batch.state} /> },
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
