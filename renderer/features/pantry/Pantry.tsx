import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { dayOr, money } from '../../ui/words.ts'
import { LotMarks } from './LotMarks.tsx'
import styles from './Pantry.module.css'

/** What is there: ingredients on the left, their lots on the right. */
export function Pantry() {
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const receive = <LinkButton to="/pantry/receive">Receive ingredients</LinkButton>
  return (
    <Page title="Pantry" actions={receive}>
      <Answered answer={ingredients}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="Nothing in the pantry yet" action={receive}>
              Write down your last shopping trip: what you bought, where and when. Three facts a line are enough to
              trace every jar back to its bag.
            </Empty>
          ) : (
            <Lots ingredients={rows} />
          )
        }
      </Answered>
    </Page>
  )
}

interface Ingredient {
  readonly id: number
  readonly name: string
  readonly onHand: { readonly text: string }
}

function Lots({ ingredients }: { readonly ingredients: readonly Ingredient[] }) {
  const [itemId, setItemId] = useState<number | null>(null)
  const [includeEmpty, setIncludeEmpty] = useState(false)
  const pages = usePages('pantry', 'lots', { itemId, includeEmpty, limit: 100 })
  const chosen = ingredients.find((ingredient) => ingredient.id === itemId)
  return (
    <>
      <div className={styles['filters']}>
        <NativeSelect
          label="Ingredient"
          value={itemId ?? ''}
          onChange={(event) => setItemId(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          data={[
            { value: '', label: `All ${ingredients.length}` },
            ...ingredients.map(({ id, name, onHand }) => ({ value: String(id), label: `${name}: ${onHand.text}` })),
          ]}
        />
        <Checkbox
          size="md"
          label="Show used-up lots"
          checked={includeEmpty}
          onChange={(event) => setIncludeEmpty(event.currentTarget.checked)}
        />
      </div>
      <Card title={chosen ? `${chosen.name}: ${chosen.onHand.text} on hand` : 'Lots'}>
        <Answered answer={pages}>
          {({ rows, more }) =>
            rows.length === 0 ? (
              <Dim>No lot has anything left. Tick “Show used-up lots” to see the old ones.</Dim>
            ) : (
              <>
                <Table
                  label="Lots"
                  rows={rows}
                  keyOf={(lot) => lot.id}
                  columns={[
                    {
                      head: 'Ingredient',
                      names: true,
                      sort: (lot) => lot.item,
                      cell: (lot) => <Link href={`/lot/${lot.id}`}>{lot.item}</Link>,
                    },
                    {
                      head: 'Bought from',
                      sort: (lot) => lot.supplier ?? '',
                      cell: (lot) => lot.supplier ?? <Dim>not recorded</Dim>,
                    },
                    {
                      head: 'Received',
                      sort: (lot) => lot.receivedOn ?? '',
                      cell: (lot) => dayOr(lot.receivedOn, 'not recorded'),
                    },
                    { head: 'Best by', sort: (lot) => lot.bestBy ?? '9', cell: (lot) => dayOr(lot.bestBy, '—') },
                    {
                      head: 'Supplier’s lot',
                      sort: (lot) => lot.supplierLot ?? '',
                      cell: (lot) => lot.supplierLot ?? '—',
                    },
                    { head: 'Came in', number: true, cell: (lot) => lot.received },
                    { head: 'Left', number: true, sort: (lot) => lot.onHand.base, cell: (lot) => lot.onHand.text },
                    {
                      head: 'Price',
                      number: true,
                      sort: (lot) => lot.costCents ?? 0,
                      cell: (lot) => (lot.costCents === null ? '—' : money(lot.costCents)),
                    },
                    { head: 'State', cell: (lot) => <LotMarks lot={lot} /> },
                  ]}
                />
                <LoadMore more={more} />
              </>
            )
          }
        </Answered>
      </Card>
    </>
  )
}
