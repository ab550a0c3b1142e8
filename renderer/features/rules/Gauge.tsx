import { Progress } from '@mantine/core'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import { confidenceWords } from './confidenceWords.ts'
import styles from './Rules.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

type GaugeAnswer = AnswerOf<'rules', 'gauge'>

/** Sales of the year beside what the state allows. */
export function Gauge() {
  const gauge = useAnswer('rules', 'gauge', {})
  return (
    <Answered answer={gauge}>
      {(answer) => (
        <Card title={say('Sales in {year}', { year: String(answer.year) })}>
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
          {answer.unpriced > 0 ? <p className={styles['missing']}>{unpricedSentence(answer.unpriced)}</p> : null}
        </Card>
      )}
    </Answered>
  )
}

function unpricedSentence(count: number): string {
  const units = countOf(count, 'unit')
  return count === 1
    ? say(
        '{units} was sold without a price or money taken, so this is too low. Say prices when you send, and count the money after a market.',
        { units },
      )
    : say(
        '{units} were sold without a price or money taken, so this is too low. Say prices when you send, and count the money after a market.',
        { units },
      )
}

function AllSales({ gauge: { profile, totalCents } }: { readonly gauge: GaugeAnswer }) {
  const isTotal = profile?.capBasis === 'all sales'
  return (
    <>
      <Bar name={say('All sales')} cents={totalCents} cap={isTotal ? profile.capCents : null} />
      {profile ? (
        <Dim>{[capWords(profile), profile.capNote, profile.checkedSentence].filter(Boolean).join(' — ')}</Dim>
      ) : (
        <Dim>{say('Choose your state to see how much it allows.')}</Dim>
      )}
    </>
  )
}

function capWords({ name, capCents, capBasis, capConfidence }: NonNullable<GaugeAnswer['profile']>): string {
  if (capCents === null) return say('No cap is known for {state}', { state: name })
  const values = { state: name, cap: money(capCents), confidence: sayWord(confidenceWords[capConfidence]) }
  return capBasis === 'all sales'
    ? say('Cap in {state}: {cap} a year in all, {confidence}', values)
    : say('Cap in {state}: {cap} a year for each product, {confidence}', values)
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
            {share > 100 ? (
              <strong>{say('{amount} over the cap', { amount: money(cents - cap) })}</strong>
            ) : (
              say('{amount} left', { amount: money(cap - cents) })
            )}{' '}
            ({Math.floor(share)} %)
          </span>
        )}
      </div>
      {share === null ? null : (
        <Progress
          size={14}
          value={Math.min(100, share)}
          color={share >= 90 ? 'red' : share >= 75 ? 'yellow' : 'green'}
          aria-label={say('{name}: {share} % of the cap', { name, share: Math.floor(share) })}
        />
      )}
    </div>
  )
}
