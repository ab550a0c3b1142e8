import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { countOf, dayOr } from '../../ui/words.ts'
import { BatchState } from './BatchState.tsx'
import { AgainTiles } from './AgainTiles.tsx'
import { InProgress } from './InProgress.tsx'

/** Start a batch, or look at the ones made. */
export function Make() {
  const products = useAnswer('batches', 'again', { limit: 200 })
  return (
    <Page
      title="Make"
      under="Choose what you made. The page comes filled from the recipe and the stock."
      actions={
        <LinkButton to="/products/new" variant="default">
          New product
        </LinkButton>
      }
    >
      <Answered answer={products}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No product yet" action={<LinkButton to="/products/new">Write the first recipe</LinkButton>}>
              A product is its name, a short code for its lot numbers, and what goes into one batch.
            </Empty>
          ) : (
            <>
              <AgainTiles tiles={rows} />
              <InProgress />
              <Batches />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function Batches() {
  const pages = usePages('batches', 'list', { limit: 50 })
  return (
    <Card title="Batches made">
      <Answered answer={pages}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Dim>None yet. Choose a product above to record the first one.</Dim>
          ) : (
            <>
              <Table
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
