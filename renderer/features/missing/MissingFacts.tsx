import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { countOf } from '../../ui/words.ts'
import { CorrectLot } from '../pantry/CorrectLot.tsx'
import styles from './MissingFacts.module.css'
import { WhichLot } from './WhichLot.tsx'

/** One pass through everything that a recall would ask for and nobody recorded: a question at a time. */
export function MissingFacts() {
  const answer = useAnswer('corrections', 'missing', {}, { keepLast: true })
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const skip = (key: string) => setSkipped(new Set([...skipped, key]))
  return (
    <Page
      title="Missing facts"
      under="Each one answered turns a “cannot tell” in a recall into an answer. About 20 seconds each."
    >
      <Answered answer={answer}>
        {({ total, uses, lots }) => {
          const use = uses.find((each) => !skipped.has(`use ${each.useId}`))
          const lot = lots.find((each) => !skipped.has(`lot ${each.id}`))
          if (total === 0)
            return (
              <Empty title="Nothing is missing" action={<LinkButton to="/">Go to Today</LinkButton>}>
                Every ingredient has its lot, and every lot its supplier and its day.
              </Empty>
            )
          if (!use && !lot)
            return (
              <Empty title="That was all for now" action={<LinkButton to="/">Go to Today</LinkButton>}>
                {countOf(total, 'fact')} left for another day. A recall counts them as “cannot tell”.
              </Empty>
            )
          return (
            <>
              <p className={styles['left']}>{countOf(total, 'fact')} missing</p>
              {use ? (
                <WhichLot key={use.useId} use={use} onSkip={() => skip(`use ${use.useId}`)} />
              ) : lot ? (
                <Card key={lot.id} title={`${lot.item}, ${lot.received}: no ${lot.missing.join(', no ')}`}>
                  <CorrectLot lot={lot} onClose={() => skip(`lot ${lot.id}`)} />
                </Card>
              ) : null}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
