import { Link } from 'wouter'
import { sayDay } from '../../../shared/words/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import { countOf, nounFor } from '../../../shared/words/counted.ts'
import { LineChart } from './LineChart.tsx'
import styles from './Quality.module.css'
import { sayReason } from '../../../shared/domain/reasons.ts'
import { say, sayNumber } from '../../../shared/words/say.ts'

type Found = AnswerOf<'quality', 'product'>
type Row = Found['batches'][number]

interface FiguresProps {
  readonly productId: number
  readonly from: string
  readonly to: string
}

/** Every batch of a product with what came out, what was lost and what it cost. */
export function ProductFigures({ productId, from, to }: FiguresProps) {
  const isReady = from !== '' && to !== ''
  const answer = useAnswer('quality', 'product', { productId, from, to }, { enabled: isReady, keepLast: true })
  return (
    <Answered answer={answer}>
      {(found) =>
        found.batches.length === 0 ? (
          <Card title={found.product}>
            <p>{say('No batch of it was made in these days. Choose others above.')}</p>
          </Card>
        ) : (
          <Figures found={found} />
        )
      }
    </Answered>
  )
}

function Figures({ found }: { readonly found: Found }) {
  const { batches, unit, priceCents } = found
  const sum = (of: (row: Row) => number) => batches.reduce((total, row) => total + of(row), 0)
  const kept = sum((row) => row.made - row.discarded)
  const each = kept > 0 ? Math.round(sum((row) => row.costCents) / kept) : null
  const isPartly = batches.some(({ unknown }) => unknown.length > 0)
  const atLeast = (amount: string) => (isPartly ? say('at least {amount}', { amount }) : amount)
  return (
    <>
      <Card title={found.product}>
        <Facts
          facts={[
            [
              say('Made'),
              say('{units} in {batches}', {
                units: countOf(
                  sum((row) => row.made),
                  unit,
                ),
                batches: countOf(batches.length, 'batch'),
              }),
            ],
            [
              say('Yield'),
              say('{percent} of what the recipes expect', {
                percent: percent(
                  sum((row) => row.made),
                  sum((row) => row.expected),
                ),
              }),
            ],
            [
              say('Discarded'),
              `${countOf(
                sum((row) => row.discarded),
                unit,
              )}, ${percent(
                sum((row) => row.discarded),
                sum((row) => row.made),
              )}`,
            ],
            [say('Ingredients cost'), atLeast(money(sum((row) => row.costCents)))],
            [
              say('For each {unit}', { unit: nounFor(unit, 1) }),
              each === null ? say('none is left') : atLeast(money(each)),
            ],
            ...(priceCents === null || each === null
              ? []
              : [[say('Price and margin'), marginWords(priceCents, each, isPartly)] as const]),
          ]}
        />
        {found.discards.length > 0 ? (
          <p>
            {say('Discarded because: {reasons}.', {
              reasons: found.discards
                .map(({ reason, units }) => `${sayReason(reason) || say('no reason given')} (${sayNumber(units)})`)
                .join(', '),
            })}
          </p>
        ) : null}
      </Card>
      <div className={styles['two']}>
        <Card title={say('Yield, % of the recipe')}>
          <LineChart
            label={say('Yield of {product} over time', { product: found.product })}
            points={batches.map((row) => ({
              name: row.lotNumber,
              day: row.madeOn,
              value: (row.made / row.expected) * 100,
            }))}
            show={(value) => `${Math.round(value)} %`}
          />
        </Card>
        <Card title={say('Cost for each {unit}', { unit: nounFor(unit, 1) })}>
          <LineChart
            label={say('Cost for each {unit} of {product} over time', {
              unit: nounFor(unit, 1),
              product: found.product,
            })}
            points={batches.flatMap((row) =>
              row.eachCents === null ? [] : [{ name: row.lotNumber, day: row.madeOn, value: row.eachCents }],
            )}
            show={money}
          />
        </Card>
      </div>
      <Card title={say('Batch by batch')}>
        <Batches found={found} />
      </Card>
    </>
  )
}

function Batches({ found: { batches, unit } }: { readonly found: Found }) {
  return (
    <Table<Row>
      label={say('Yield and cost of each batch')}
      rows={batches.toReversed()}
      keyOf={(row) => row.id}
      first={30}
      columns={[
        {
          head: say('Lot number'),
          names: true,
          sort: (row) => row.lotNumber,
          cell: (row) => <Link href={`/batch/${row.id}`}>{row.lotNumber}</Link>,
        },
        { head: say('Made on'), sort: (row) => row.madeOn, cell: (row) => sayDay(row.madeOn) },
        { head: say('Made'), number: true, sort: (row) => row.made, cell: (row) => row.made },
        {
          head: say('Yield'),
          number: true,
          sort: (row) => row.made / row.expected,
          cell: (row) => percent(row.made, row.expected),
        },
        { head: say('Discarded'), number: true, sort: (row) => row.discarded, cell: (row) => row.discarded },
        { head: say('Set aside'), number: true, sort: (row) => row.setAside, cell: (row) => row.setAside },
        { head: say('Cost'), number: true, sort: (row) => row.costCents, cell: (row) => money(row.costCents) },
        {
          head: say('Each {unit}', { unit: nounFor(unit, 1) }),
          number: true,
          sort: (row) => row.eachCents ?? -1,
          cell: (row) => (row.eachCents === null ? '' : money(row.eachCents)),
        },
        {
          head: say('Sold'),
          number: true,
          sort: (row) => row.sold + row.unpriced,
          cell: (row) => soldWords(row) ?? <Dim>{say('none')}</Dim>,
        },
        {
          head: say('Not counted'),
          cell: (row) =>
            row.unknown.length === 0 ? null : (
              <Mark tone="warn">{say('no price: {ingredients}', { ingredients: row.unknown.join(', ') })}</Mark>
            ),
        },
      ]}
    />
  )
}

/** `$8.00, at most $5.10 (63.8 %)`: the price, and what of it is left over the ingredients. */
function marginWords(priceCents: number, eachCents: number, isPartly: boolean): string {
  const price = money(priceCents)
  const margin = money(priceCents - eachCents)
  const share = percent(priceCents - eachCents, priceCents)
  return isPartly
    ? say('{price}, at most {margin} ({share})', { price, margin, share })
    : `${price}, ${margin} (${share})`
}

/** `18 for $144.00, 3 without a price`; null where none was sold. */
function soldWords({ sold, takenCents, unpriced }: Row): string | null {
  const words = [
    ...(sold > 0 ? [say('{sold} for {amount}', { sold, amount: money(takenCents) })] : []),
    ...(unpriced > 0 ? [say('{count} without a price', { count: unpriced })] : []),
  ]
  return words.length === 0 ? null : words.join(', ')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.round((part / whole) * 1000) / 10} %`
}
