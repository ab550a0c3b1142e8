import { Button, Kbd, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { ShoppingLine } from '../../../shared/api/plans.ts'
import { addDays } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { dayOr, money } from '../../ui/words.ts'
import styles from './Shopping.module.css'
import { nobody, shoppingText } from './shoppingText.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

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
      toastDone(say('The list is copied as text.'))
    } catch {
      toastProblem(say('The list could not be copied here. Print it instead.'))
    }
  }

  return (
    <Page
      title={say('Shopping list')}
      under={
        list.data
          ? say('For {batches}, over what may be used of the stock.', {
              batches: countOf(list.data.plans.length, 'planned batch'),
            })
          : ' '
      }
      actions={
        <>
          <Button onClick={() => void copy()}>{say('Copy as text')}</Button>
          <Button variant="default" aria-keyshortcuts="Control+P" onClick={() => window.print()}>
            {say('Print')}
            {'\u00a0'}
            <Kbd aria-hidden>{say('Ctrl P')}</Kbd>
          </Button>
          <LinkButton to="/plans" variant="default">
            {say('Plans')}
          </LinkButton>
        </>
      }
    >
      <div className={`${styles['until']} tb-screen-only`}>
        <SegmentedControl
          size="md"
          aria-label={say('For which batches')}
          data={spans.map(({ name }) => ({ value: name, label: sayWord(name) }))}
          value={span}
          onChange={setSpan}
        />
      </div>
      <Answered answer={list}>
        {({ plans, suppliers, toMake, enough }) =>
          plans.length === 0 ? (
            <Empty
              title={say('Nothing is planned')}
              action={<LinkButton to="/plans?new">{say('Plan a batch')}</LinkButton>}
            >
              {say('What is missing for planned batches will be listed here by supplier.')}
            </Empty>
          ) : (
            <>
              {suppliers.length + toMake.length === 0 ? (
                <Card title={say('Nothing to buy')}>{say('All of it is there.')}</Card>
              ) : null}
              {suppliers.map(({ supplierId, supplier, lines, aboutCents }) => (
                <Card
                  key={supplierId}
                  title={supplier ?? nobody()}
                  aside={
                    <span className={styles['aside']}>
                      {aboutCents === null ? null : <Dim>{say('about {price}', { price: money(aboutCents) })}</Dim>}
                      <span className="tb-screen-only">
                        <LinkButton
                          to={`/pantry/receive?shop=${supplierId ?? 0}${until === null ? '' : `&until=${until}`}`}
                          variant="default"
                          aria-label={say('Receive what was bought: {supplier}', { supplier: supplier ?? nobody() })}
                        >
                          {say('Receive what was bought')}
                        </LinkButton>
                      </span>
                    </span>
                  }
                >
                  <Lines label={say('To buy: {supplier}', { supplier: supplier ?? nobody() })} lines={lines} />
                </Card>
              ))}
              {toMake.length > 0 ? (
                <Card title={say('Make first')}>
                  <Lines label={say('To make first')} lines={toMake} />
                </Card>
              ) : null}
              {enough.length > 0 ? (
                <Card title={say('There is enough')}>
                  <Lines label={say('There is enough')} lines={enough} />
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
    <div className={styles['lines']}>
      <Table
        label={label}
        rows={lines}
        keyOf={(line) => line.itemId}
        columns={[
          {
            head: say('Ingredient'),
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
                  head: say('Short'),
                  number: true,
                  cell: (line: ShoppingLine) => <span className={styles['buy']}>{line.short?.text}</span>,
                },
                {
                  head: say('{of, select, day {By} other {By}}', { of: 'day' }),
                  cell: (line: ShoppingLine) => dayOr(line.by, ''),
                },
              ]
            : []),
          { head: say('Needed'), number: true, cell: (line) => line.needed.text },
          { head: say('On hand'), number: true, cell: (line) => line.onHand.text },
          ...(isShort
            ? [
                {
                  head: say('Last price'),
                  cell: ({ lastPrice }: ShoppingLine) =>
                    lastPrice ? (
                      say('{price} for {quantity}', { price: money(lastPrice.costCents), quantity: lastPrice.quantity })
                    ) : (
                      <Dim>{say('not known')}</Dim>
                    ),
                },
              ]
            : []),
          {
            head: say('For'),
            cell: (line) => [...new Set(line.batches.map(({ product }) => product))].join(', '),
          },
        ]}
      />
    </div>
  )
}
