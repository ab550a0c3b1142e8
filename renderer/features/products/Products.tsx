import { IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { countOf } from '../../ui/words.ts'
import styles from './Products.module.css'

/** Everything that is made here, with what is on hand of it. */
export function Products() {
  const products = useAnswer('products', 'list', { includeRetired: true })
  const add = (
    <LinkButton to="/products/new" leftSection={<IconPlus size={18} aria-hidden />}>
      New product
    </LinkButton>
  )
  return (
    <Page title="Recipes and products" actions={add}>
      <Answered answer={products}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No product yet" action={add}>
              Begin with the one you make most. Its name and what goes in are enough; you can change the recipe at any
              time, and every batch keeps the one it was made by.
            </Empty>
          ) : (
            <>
              <Card>
                <ProductTable rows={rows.filter((product) => !product.retired)} />
              </Card>
              <Retired rows={rows.filter((product) => product.retired)} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

/** Products no longer made, by name, to look at or to bring back. */
function Retired({ rows }: { readonly rows: AnswerOf<'products', 'list'> }) {
  if (rows.length === 0) return null
  return (
    <Fold title="No longer made" summary={rows.map((product) => product.name).join(', ')}>
      <ul className={styles['retired']}>
        {rows.map((product) => (
          <li key={product.id}>
            <Link className={styles['name'] ?? ''} href={`/products/${product.id}`}>
              {product.name}
            </Link>{' '}
            <Dim>{countOf(product.onHand, product.unit)} on hand</Dim>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function ProductTable({ rows }: { readonly rows: AnswerOf<'products', 'list'> }) {
  return (
    <Table
      label="Products"
      rows={rows}
      keyOf={(product) => product.id}
      columns={[
        {
          head: 'Product',
          names: true,
          sort: (product) => product.name,
          cell: (product) => (
            <Link className={styles['name'] ?? ''} href={`/products/${product.id}`}>
              {product.name}
            </Link>
          ),
        },
        { head: 'Code', sort: (product) => product.code, cell: (product) => product.code },
        {
          head: 'One recipe makes',
          sort: (product) => product.expectedYield,
          cell: (product) => (
            <span className={styles['yield']}>
              {countOf(product.expectedYield, product.unit)} <Dim>version {product.recipeVersion}</Dim>
            </span>
          ),
        },
        {
          head: 'On hand',
          number: true,
          sort: (product) => product.onHand,
          cell: (product) => countOf(product.onHand, product.unit),
        },
        {
          head: 'Last batch',
          sort: (product) => product.lastBatch?.madeOn ?? '',
          cell: ({ lastBatch }) =>
            lastBatch ? (
              <span className={styles['last']}>
                <Link href={`/batch/${lastBatch.id}`}>{lastBatch.lotNumber}</Link>
                <Dim>{showDay(lastBatch.madeOn)}</Dim>
              </span>
            ) : (
              <Dim>none yet</Dim>
            ),
        },
        {
          head: 'Next batch',
          cell: (product) => (
            <LinkButton to={`/make/${product.id}`} variant="default" aria-label={`Make ${product.name}`}>
              Make
            </LinkButton>
          ),
        },
      ]}
    />
  )
}
