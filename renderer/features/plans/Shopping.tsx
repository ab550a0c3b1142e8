import { Button, Kbd, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ShoppingLine } from '../../../shared/api/plans.ts'
import { addDays } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { countOf, dayOr, money } from '../../ui/words.ts'
import styles from './Shopping.module.css'
import { NOBODY, shoppingText } from './shoppingText.ts'

const spans = [
  { name: 'All plans', days: null },
  { name: 'Today', days: 0 },
  { name: 'Until tomorrow', days: 1 },
  { name: 'This week', days: 6 },
] as const

/** What to buy for the planned batches: from whom, how much, and by when. */
export function Shopping() {
  const state = useAnswer('system', 'state', {})
  return (
    <Answered page answer={state}>
      {({ today }) => <ShoppingOf today={today} />}
    </Answered>
  )
}

function ShoppingOf({ today }: { readonly today: string }) {
  const [span, setSpan] = useState<string>(spans[0].name)
  const days = spans.find(({ name }) => name === span)?.days ?? null
  const until = days === null ? null : addDays(today, days)
  const list = useAnswer('plans', 'shopping', { until }, { keepLast: true })

  async function copy(): Promise<void> {
    if (!list.data) return
    try {
      await navigator.clipboard.writeText(shoppingText(list.data, today))
      toastDone('The list is copied as text.')
    } catch {
      toastProblem('The list could not be copied here. Print it instead.')
    }
  }

  return (
    <Page
      title="Shopping list"
      under={
        list.data ? `For ${countOf(list.data.plans.length, 'planned batch')}, over what may be used of the stock.` : ' '
      }
      actions={
        <>
          <Button onClick={() => void copy()}>Copy as text</Button>
          <Button variant="default" aria-keyshortcuts="Control+P" onClick={() => window.print()}>
            Print&nbsp;<Kbd aria-hidden>Ctrl P</Kbd>
          </Button>
          <LinkButton to="/plans" variant="default">
            Plans
          </LinkButton>
        </>
      }
    >
      <div className={`${styles['until']} tb-screen-only`}>
        <SegmentedControl
          size="md"
          aria-label="For which batches"
          data={spans.map(({ name }) => name)}
          value={span}
          onChange={setSpan}
        />
      </div>
      <Answered answer={list}>
        {({ plans, suppliers, toMake, enough }) =>
          plans.length === 0 ? (
            <Empty title="Nothing is planned" action={<LinkButton to="/plans?new">Plan a batch</LinkButton>}>
              What is missing for planned batches will be listed here by supplier.
            </Empty>
          ) : (
            <>
              {suppliers.length + toMake.length === 0 ? <Card title="Nothing to buy">All of it is there.</Card> : null}
              {suppliers.map(({ supplierId, supplier, lines, aboutCents }) => (
                <Card
                  key={supplierId}
                  title={supplier ?? NOBODY}
                  aside={
                    <span>
                      {aboutCents === null ? null : <Dim>about {money(aboutCents)} </Dim>}
                      <span className="tb-screen-only">
                        <LinkButton
                          to={`/pantry/receive?shop=${supplierId ?? 0}${until === null ? '' : `&until=${until}`}`}
                          variant="default"
                          aria-label={`Receive what was bought: ${supplier ?? NOBODY}`}
                        >
                          Receive what was bought
                        </LinkButton>
                      </span>
                    </span>
                  }
                >
                  <Lines label={`To buy: ${supplier ?? NOBODY}`} lines={lines} />
                </Card>
              ))}
              {toMake.length > 0 ? (
                <Card title="Make first">
                  <Lines label="To make first" lines={toMake} />
                </Card>
              ) : null}
              {enough.length > 0 ? (
                <Card title="There is enough">
                  <Lines label="There is enough" lines={enough} />
                </Card>
              ) : null}
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function Lines({ label, lines }: { readonly label: string; readonly lines: readonly ShoppingLine[] }) {
  const isShort = lines.some(({ short }) => short !== null)
  return (
    <Table
      label={label}
      rows={lines}
      keyOf={(line) => line.itemId}
      columns={[
        {
          head: 'Ingredient',
          names: true,
          cell: (line) => (
            <>
              <Link href={'productId' in line ? `/plans?new` : `/ingredient/${line.itemId}`}>{line.ingredient}</Link>
              {line.notCounted ? (
                <span className={styles['note']}>
                  <Dim>{line.notCounted}</Dim>
                </span>
              ) : null}
            </>
          ),
        },
        ...(isShort
          ? [
              {
                head: 'Short',
                number: true,
                cell: (line: ShoppingLine) => <span className={styles['buy']}>{line.short?.text}</span>,
              },
              { head: 'By', cell: (line: ShoppingLine) => dayOr(line.by, '') },
            ]
          : []),
        { head: 'Needed', number: true, cell: (line) => line.needed.text },
        { head: 'On hand', number: true, cell: (line) => line.onHand.text },
        ...(isShort
          ? [
              {
                head: 'Last price',
                cell: ({ lastPrice }: ShoppingLine) =>
                  lastPrice ? `${money(lastPrice.costCents)} for ${lastPrice.quantity}` : <Dim>not known</Dim>,
              },
            ]
          : []),
        {
          head: 'For',
          cell: (line) => [...new Set(line.batches.map(({ product }) => product))].join(', '),
        },
      ]}
    />
  )
}
