import { IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import styles from './Products.module.css'
import { sayDay } from '../../../shared/words/day.ts'
import { say } from '../../../shared/words/say.ts'

/** Everything that is made here, with what is on hand of it. */
export function Products() {
  const products = useAnswer('products', 'list', { includeRetired: true })
  const add = (
    <LinkButton to="/products/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {say('New product')}
    </LinkButton>
  )
  return (
    <Page title={say('Recipes and products')} actions={add}>
      <Answered answer={products}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say('No product yet')} action={add}>
              {say(
                'Begin with the one you make most. Its name and what goes in are enough; you can change the recipe at any time, and every batch keeps the one it was made by.',
              )}
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
    <Fold title={say('No longer made')} summary={rows.map((product) => product.name).join(', ')}>
      <ul className={styles['retired']}>
        {rows.map((product) => (
          <li key={product.id}>
            <Link className={styles['name'] ?? ''} href={`/products/${product.id}`}>
              {product.name}
            </Link>{' '}
            <Dim>{say('{onHand} on hand', { onHand: countOf(product.onHand, product.unit) })}</Dim>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function ProductTable({ rows }: { readonly rows: AnswerOf<'products', 'list'> }) {
  return (
    <Table
      label={say('Products')}
      rows={rows}
      keyOf={(product) => product.id}
      columns={[
        {
          head: say('Product'),
          names: true,
          sort: (product) => product.name,
          cell: (product) => (
            <Link className={styles['name'] ?? ''} href={`/products/${product.id}`}>
              {product.name}
            </Link>
          ),
        },
        { head: say('Code'), sort: (product) => product.code, cell: (product) => product.code },
        {
          head: say('One recipe makes'),
          sort: (product) => product.expectedYield,
          cell: (product) => (
            <span className={styles['yield']}>
              {countOf(product.expectedYield, product.unit)}{' '}
              <Dim>{say('version {version}', { version: product.recipeVersion })}</Dim>
            </span>
          ),
        },
        {
          head: say('On hand'),
          number: true,
          sort: (product) => product.onHand,
          cell: (product) => countOf(product.onHand, product.unit),
        },
        {
          head: say('Last batch'),
          sort: (product) => product.lastBatch?.madeOn ?? '',
          cell: ({ lastBatch }) =>
            lastBatch ? (
              <span className={styles['last']}>
                <Link href={`/batch/${lastBatch.id}`}>{lastBatch.lotNumber}</Link>
                <Dim>{sayDay(lastBatch.madeOn)}</Dim>
              </span>
            ) : (
              <Dim>{say('none yet')}</Dim>
            ),
        },
        {
          head: say('Next batch'),
          cell: (product) => (
            <LinkButton
              to={`/make/${product.id}`}
              variant="default"
              aria-label={say('Make {name}', { name: product.name })}
            >
              {say('Make')}
            </LinkButton>
          ),
        },
      ]}
    />
  )
}
