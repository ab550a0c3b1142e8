import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { countOf, money } from '../../ui/words.ts'
import { LineChart } from './LineChart.tsx'
import styles from './Quality.module.css'

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
            <p>No batch of it was made in these days. Choose others above.</p>
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
  return (
    <>
      <Card title={found.product}>
        <Facts
          facts={[
            [
              'Made',
              `${countOf(
                sum((row) => row.made),
                unit,
              )} in ${countOf(batches.length, 'batch')}`,
            ],
            [
              'Yield',
              `${percent(
                sum((row) => row.made),
                sum((row) => row.expected),
              )} of what the recipes expect`,
            ],
            [
              'Discarded',
              `${countOf(
                sum((row) => row.discarded),
                unit,
              )}, ${percent(
                sum((row) => row.discarded),
                sum((row) => row.made),
              )}`,
            ],
            ['Ingredients cost', `${isPartly ? 'at least ' : ''}${money(sum((row) => row.costCents))}`],
            [`For each ${unit}`, each === null ? 'none is left' : `${isPartly ? 'at least ' : ''}${money(each)}`],
            ...(priceCents === null || each === null
              ? []
              : [
                  [
                    'Price and margin',
                    `${money(priceCents)}, ${isPartly ? 'at most ' : ''}${money(priceCents - each)} (${percent(priceCents - each, priceCents)})`,
                  ] as const,
                ]),
          ]}
        />
        {found.discards.length > 0 ? (
          <p>
            Discarded because:{' '}
            {found.discards.map(({ reason, units }) => `${reason || 'no reason given'} (${units})`).join(', ')}.
          </p>
        ) : null}
      </Card>
      <div className={styles['two']}>
        <Card title="Yield, % of the recipe">
          <LineChart
            label={`Yield of ${found.product} over time`}
            points={batches.map((row) => ({
              name: row.lotNumber,
              day: row.madeOn,
              value: (row.made / row.expected) * 100,
            }))}
            show={(value) => `${Math.round(value)} %`}
          />
        </Card>
        <Card title={`Cost for each ${unit}`}>
          <LineChart
            label={`Cost for each ${unit} of ${found.product} over time`}
            points={batches.flatMap((row) =>
              row.eachCents === null ? [] : [{ name: row.lotNumber, day: row.madeOn, value: row.eachCents }],
            )}
            show={money}
          />
        </Card>
      </div>
      <Card title="Batch by batch">
        <Batches found={found} />
      </Card>
    </>
  )
}

function Batches({ found: { batches, unit } }: { readonly found: Found }) {
  return (
    <Table<Row>
      label="Yield and cost of each batch"
      rows={batches.toReversed()}
      keyOf={(row) => row.id}
      first={30}
      columns={[
        {
          head: 'Lot number',
          names: true,
          sort: (row) => row.lotNumber,
          cell: (row) => <Link href={`/batch/${row.id}`}>{row.lotNumber}</Link>,
        },
        { head: 'Made on', sort: (row) => row.madeOn, cell: (row) => showDay(row.madeOn) },
        { head: 'Made', number: true, sort: (row) => row.made, cell: (row) => row.made },
        {
          head: 'Yield',
          number: true,
          sort: (row) => row.made / row.expected,
          cell: (row) => percent(row.made, row.expected),
        },
        { head: 'Discarded', number: true, sort: (row) => row.discarded, cell: (row) => row.discarded },
        { head: 'Set aside', number: true, sort: (row) => row.setAside, cell: (row) => row.setAside },
        { head: 'Cost', number: true, sort: (row) => row.costCents, cell: (row) => money(row.costCents) },
        {
          head: `Each ${unit}`,
          number: true,
          sort: (row) => row.eachCents ?? -1,
          cell: (row) => (row.eachCents === null ? '' : money(row.eachCents)),
        },
        {
          head: 'Sold',
          number: true,
          sort: (row) => row.sold + row.unpriced,
          cell: (row) => soldWords(row) ?? <Dim>none</Dim>,
        },
        {
          head: 'Not counted',
          cell: (row) =>
            row.unknown.length === 0 ? null : <Mark tone="warn">no price: {row.unknown.join(', ')}</Mark>,
        },
      ]}
    />
  )
}

/** `18 for $144.00, 3 without a price`; null where none was sold. */
function soldWords({ sold, takenCents, unpriced }: Row): string | null {
  const words = [
    ...(sold > 0 ? [`${sold} for ${money(takenCents)}`] : []),
    ...(unpriced > 0 ? [`${unpriced} without a price`] : []),
  ]
  return words.length === 0 ? null : words.join(', ')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.round((part / whole) * 1000) / 10} %`
}
