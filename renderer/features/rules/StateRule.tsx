import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/useCommand.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { confidenceWords, type Profile } from './confidenceWords.ts'
import { RuleForm } from './RuleForm.tsx'
import styles from './Rules.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

/** What one state asks, as far as it was read, and the way to write it anew. */
export function StateRule({ rule }: { readonly rule: Profile }) {
  const [changing, setChanging] = useState(false)
  const { run, busy } = useCommand('rules', 'useShipped')

  async function goBack(): Promise<void> {
    try {
      await run({ state: rule.state })
      toastDone(say('{state} is as it came with Traceberry.', { state: rule.name }))
    } catch (error) {
      toastError(error)
    }
  }

  if (changing)
    return (
      <Card>
        <RuleForm rule={rule} onClose={() => setChanging(false)} />
      </Card>
    )
  return (
    <Card
      title={say('What {state} asks', { state: rule.name })}
      aside={
        <span className={styles['actions']}>
          {rule.own ? (
            <Button variant="default" loading={busy} onClick={() => void goBack()}>
              {say('Back to what came with Traceberry')}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => setChanging(true)}>
            {say('Change')}
          </Button>
        </span>
      }
    >
      {rule.statement ? (
        <blockquote className={styles['statement']}>{rule.statement}</blockquote>
      ) : (
        <p>{say('No statement on the label is known to be required.')}</p>
      )}
      <p>
        <Mark tone={rule.statementConfidence === 'law' ? 'good' : 'warn'}>
          {sayWord(confidenceWords[rule.statementConfidence])}
        </Mark>{' '}
        {rule.own ? <Mark tone="warn">{say('your own words')}</Mark> : null}
      </p>
      <Facts
        facts={[
          [say('Law'), rule.law || '—'],
          [
            say('Smallest type'),
            rule.minTypePt === null
              ? say('none stated')
              : say('{points} points as printed', { points: rule.minTypePt }),
          ],
          [say('Lot number on the label'), sayWord(rule.lotOnLabel)],
          [say('Date made on the label'), sayWord(rule.dateOnLabel)],
          ...(rule.placement ? ([[say('Where'), rule.placement]] as const) : []),
        ]}
      />
      {rule.lotAndDateNote ? <p>{rule.lotAndDateNote}</p> : null}
      <h3 className={styles['head']}>{say('On the label')}</h3>
      <ul className={styles['elements']}>
        {rule.elements.map((element) => (
          <li key={element}>{element}</li>
        ))}
      </ul>
      {rule.notes ? <p>{rule.notes}</p> : null}
      <p>
        <Dim>
          {rule.checkedSentence}{' '}
          {rule.verified ? say('What was verified: {verified}.', { verified: rule.verified }) : ''}
        </Dim>
      </p>
    </Card>
  )
}
