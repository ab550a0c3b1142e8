import { useState } from 'react'
import { LISTED_AT_FIRST } from '../../../shared/api/recall.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { AnswerStrip } from './AnswerStrip.tsx'
import { HoldAll } from './HoldAll.tsx'
import { IngredientLots } from './IngredientLots.tsx'
import { NoMatch } from './NoMatch.tsx'
import type { Notice } from './notice.ts'
import styles from './Recall.module.css'
import { Recipients } from './Recipients.tsx'
import { ReportButtons } from './ReportButtons.tsx'
import { ScopeColumn } from './ScopeColumn.tsx'
import { StartRecall } from './StartRecall.tsx'
import { say } from '../../../shared/words/say.ts'

interface ScopeAnswerProps {
  readonly notice: Notice
  /** The form is being changed, and this is the answer to what it said before. */
  readonly isOld: boolean
}

/** The whole answer to a notice; the last one stays in its place while the next is on its way. */
export function ScopeAnswer({ notice, isOld }: ScopeAnswerProps) {
  const { reason, ...criteria } = notice
  // Each lot put on hold is a commit of its own; the scope of thousands is asked once, when all is done.
  const [isHolding, setHolding] = useState(false)
  // All of a long answer is asked for only where somebody wants to see it.
  const [whole, setWhole] = useState('')
  const asked = JSON.stringify(criteria)
  const most = whole === asked ? {} : { most: LISTED_AT_FIRST }
  const answer = useAnswer('recall', 'scope', { ...criteria, ...most }, { keepLast: true, enabled: !isHolding })
  const onAll = () => setWhole(asked)
  return (
    <Answered answer={answer} lines={8}>
      {(scope) => {
        const isOfBefore = isOld || answer.isPlaceholderData
        const isNone = scope.affected.length === 0 && scope.cannotTell.length === 0 && scope.lots.length === 0
        return (
          <div className={styles['answer']} aria-busy={isOfBefore}>
            {isNone ? <NoMatch scope={scope} /> : <AnswerStrip scope={scope} isOld={isOfBefore} />}
            {isNone ? null : (
              <div className={styles['actions']}>
                <StartRecall notice={notice} disabled={isOfBefore || isHolding} />
                <HoldAll scope={scope} disabled={isOfBefore} onBusy={setHolding} />
                <ReportButtons criteria={criteria} reason={reason ?? ''} />
              </div>
            )}
            <div className={styles['columns']}>
              <ScopeColumn
                column="affected"
                batches={scope.affected}
                more={scope.more.affected}
                onAll={onAll}
                lots={scope.lots}
                notice={scope.notice}
              />
              <ScopeColumn
                column="not affected"
                batches={scope.notAffected}
                more={scope.more.notAffected}
                lots={scope.lots}
                notice={scope.notice}
              />
              <ScopeColumn
                column="cannot tell"
                batches={scope.cannotTell}
                more={scope.more.cannotTell}
                onAll={onAll}
                lots={scope.lots}
                notice={scope.notice}
              />
            </div>
            {scope.recipients.length > 0 ? (
              <div>
                <Card title={say('Where they went')}>
                  <Recipients recipients={scope.recipients} more={scope.more.recipients} onAll={onAll} />
                </Card>
              </div>
            ) : null}
            {scope.lots.length > 0 ? (
              <div>
                <Card title={say('The lots behind it')}>
                  <IngredientLots lots={scope.lots} notice={scope.notice} />
                </Card>
              </div>
            ) : null}
          </div>
        )
      }}
    </Answered>
  )
}
