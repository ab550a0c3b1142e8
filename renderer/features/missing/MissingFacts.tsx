import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { CorrectLot } from '../pantry/CorrectLot.tsx'
import styles from './MissingFacts.module.css'
import { WhichLot } from './WhichLot.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

/** One pass through everything that a recall would ask for and nobody recorded: a question at a time. */
export function MissingFacts() {
  const answer = useAnswer('corrections', 'missing', {}, { keepLast: true })
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const skip = (key: string) => setSkipped(new Set([...skipped, key]))
  return (
    <Page
      title={say('Missing facts')}
      under={say('Each one answered turns a “cannot tell” in a recall into an answer. About 20 seconds each.')}
    >
      <Answered answer={answer}>
        {({ total, uses, lots }) => {
          const use = uses.find((each) => !skipped.has(`use ${each.useId}`))
          const lot = lots.find((each) => !skipped.has(`lot ${each.id}`))
          if (total === 0)
            return (
              <Empty title={say('Nothing is missing')} action={<LinkButton to="/">{say('Go to Today')}</LinkButton>}>
                {say('Every ingredient has its lot, and every lot its supplier and its day.')}
              </Empty>
            )
          if (!use && !lot)
            return (
              <Empty title={say('That was all for now')} action={<LinkButton to="/">{say('Go to Today')}</LinkButton>}>
                {say('{facts} left for another day. A recall counts them as “cannot tell”.', {
                  facts: countOf(total, 'fact'),
                })}
              </Empty>
            )
          return (
            <>
              <p className={styles['left']}>{say('{facts} missing', { facts: countOf(total, 'fact') })}</p>
              {use ? (
                <WhichLot key={use.useId} use={use} onSkip={() => skip(`use ${use.useId}`)} />
              ) : lot ? (
                <Card
                  key={lot.id}
                  title={say('{item}, {received}: {missing}', {
                    item: lot.item,
                    received: lot.received,
                    missing: lot.missing.map((fact) => say('no {fact}', { fact: sayWord(fact) })).join(', '),
                  })}
                >
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
