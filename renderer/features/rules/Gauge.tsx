import { Progress } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { countOf, money } from '../../ui/words.ts'
import { confidenceWords } from './confidenceWords.ts'
import styles from './Rules.module.css'

type GaugeAnswer = AnswerOf<'rules', 'gauge'>

/** Sales of the year beside what the state allows. */
export function Gauge() {
  const gauge = useAnswer('rules', 'gauge', {})
  return (
    <Answered answer={gauge}>
      {(answer) => (
        <Card title={`Sales in ${answer.year}`}>
          <div className={styles['gauges']}>
            <AllSales gauge={answer} />
            {answer.profile?.capBasis === 'each product' && answer.profile.capCents !== null
              ? answer.products.map((product) => (
                  <Bar
                    key={product.productId}
                    name={product.product}
                    cents={product.cents}
                    cap={answer.profile?.capCents ?? null}
                  />
                ))
              : null}
          </div>
          {answer.unpriced > 0 ? (
            <p className={styles['missing']}>
              {countOf(answer.unpriced, 'unit')} {answer.unpriced === 1 ? 'was' : 'were'} sold without a price or money
              taken, so this is too low. Say prices when you send, and count the money after a market.
            </p>
          ) : null}
        </Card>
      )}
    </Answered>
  )
}

function AllSales({ gauge: { profile, totalCents } }: { readonly gauge: GaugeAnswer }) {
  const isTotal = profile?.capBasis === 'all sales'
  return (
    <>
      <Bar name="All sales" cents={totalCents} cap={isTotal ? profile.capCents : null} />
      {profile ? (
        <Dim>{[capWords(profile), profile.capNote, profile.checkedSentence].filter(Boolean).join(' — ')}</Dim>
      ) : (
        <Dim>Choose your state to see how much it allows.</Dim>
      )}
    </>
  )
}

function capWords({ name, capCents, capBasis, capConfidence }: NonNullable<GaugeAnswer['profile']>): string {
  if (capCents === null) return `No cap is known for ${name}`
  const of = capBasis === 'all sales' ? 'in all' : 'for each product'
  return `Cap in ${name}: ${money(capCents)} a year ${of}, ${confidenceWords[capConfidence]}`
}

interface BarProps {
  readonly name: string
  readonly cents: number
  readonly cap: number | null
}

function Bar({ name, cents, cap }: BarProps) {
  const share = cap === null || cap === 0 ? null : (100 * cents) / cap
  return (
    <div>
      <div className={styles['figures']}>
        <strong>
          {name}: {money(cents)}
        </strong>
        {cap === null || share === null ? null : (
          <span>
            {share > 100 ? <strong>{money(cents - cap)} over the cap</strong> : `${money(cap - cents)} left`} (
            {Math.floor(share)} %)
          </span>
        )}
      </div>
      {share === null ? null : (
        <Progress
          size={14}
          value={Math.min(100, share)}
          color={share >= 90 ? 'red' : share >= 75 ? 'yellow' : 'green'}
          aria-label={`${name}: ${Math.floor(share)} % of the cap`}
        />
      )}
    </div>
  )
}
