import { Button, Kbd } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { countOf } from '../../shared/words/counted.ts'
import { sayDay } from '../../shared/words/day.ts'
import { writeSerial } from '../../shared/domain/lotNumber.ts'
import type { AnswerOf } from '../api/door.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { keySections } from '../app/keySections.ts'
import { useSectionKeys } from '../app/useSectionKeys.ts'
import { useCommand } from '../api/useCommand.ts'
import { Answered } from '../ui/Answered.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Card } from '../ui/Page.tsx'
import { toastDone, toastError } from '../ui/toast.ts'
import styles from './AnswerPanel.module.css'
import { ComplaintForm } from './ComplaintForm.tsx'
import { say } from '../../shared/words/say.ts'

type Answer = AnswerOf<'complaints', 'answer'>

interface AnswerPanelProps {
  readonly batchId: number
  readonly lotNumber: string
  readonly serial: number | null
}

/** What to do about a jar that somebody asks about, one key each; and what was different about it. */
export function AnswerPanel({ batchId, lotNumber, serial }: AnswerPanelProps) {
  const answer = useAnswer('complaints', 'answer', { batchId, serial })
  return (
    <Answered answer={answer} lines={2}>
      {(found) => <Found answer={found} batchId={batchId} lotNumber={lotNumber} serial={serial} />}
    </Answered>
  )
}

function Found({ answer, batchId, lotNumber, serial }: AnswerPanelProps & { readonly answer: Answer }) {
  const [, go] = useLocation()
  const { run: hold, busy } = useCommand('pantry', 'hold')
  const [isLogging, setLogging] = useState(false)
  const compared = useRef<HTMLDivElement>(null)
  const { toHold, units, reply } = answer

  async function copyReply(): Promise<void> {
    try {
      await navigator.clipboard.writeText(reply)
      toastDone(say('The reply is copied. Paste it into your answer.'))
    } catch {
      toastError(new Error(say('It could not be copied here. Select the reply below and press Ctrl+C.')))
    }
  }

  async function holdRest(): Promise<void> {
    if (toHold.length === 0) return toastDone(say('Nothing of it is left that could be used or sent.'))
    try {
      for (const lotId of toHold)
        await hold({ lotId, reason: say('Asked about by a customer: {lotNumber}', { lotNumber }) })
      return toastDone(say('{name} is on hold: it cannot be used or sent until you end the hold.', { name: lotNumber }))
    } catch (error) {
      return toastError(error)
    }
  }

  const acts = {
    reply: () => void copyReply(),
    log: () => setLogging(true),
    hold: () => void holdRest(),
    compare: () => compared.current?.focus(),
    recall: () => go('/recall', { state: { ownLot: lotNumber } }),
  }
  useSectionKeys('answer', acts)

  const action = (name: keyof typeof acts, words: ReactNode, isBusy = false) => (
    <Button
      variant="default"
      loading={isBusy}
      aria-keyshortcuts={keySections.answer.keys[name].key}
      rightSection={<Kbd aria-hidden>{keySections.answer.keys[name].key}</Kbd>}
      onClick={acts[name]}
    >
      {words}
    </Button>
  )
  return (
    <>
      <div className={`${styles['actions']} tb-screen-only`}>
        {action('reply', say('Copy a reply'))}
        {action('log', say('Log a complaint'))}
        {action(
          'hold',
          units.here > 0 ? say('Hold the {count} left', { count: units.here }) : say('Hold the rest'),
          busy,
        )}
        <span>
          {action('compare', say('Compare'))}
          {action('recall', say('Recall'))}
        </span>
      </div>
      {isLogging ? (
        <Card>
          <ComplaintForm batchId={batchId} lotNumber={lotNumber} serial={serial} onClose={() => setLogging(false)} />
        </Card>
      ) : null}
      <div className={styles['two']}>
        <div ref={compared} tabIndex={-1}>
          <Card
            title={say('What was different this time')}
            aside={<Link href={`/compare/${batchId}`}>{say('Beside other batches')}</Link>}
          >
            <Different answer={answer} />
          </Card>
        </div>
        <div>
          <Card
            title={answer.complaints.length > 0 ? countOf(answer.complaints.length, 'complaint') : say('Complaints')}
          >
            <Complaints complaints={answer.complaints} />
          </Card>
        </div>
      </div>
    </>
  )
}

function Different({ answer: { differences, comparedWith } }: { readonly answer: Answer }) {
  if (comparedWith.length === 0)
    return <p className={styles['dim']}>{say('There is no earlier good batch of this product to compare with.')}</p>
  return (
    <>
      {differences.length === 0 ? (
        <p className={styles['none']}>{say('Nothing: the same suppliers, lots and quantities as before.')}</p>
      ) : (
        <ul className={styles['list']}>
          {differences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p className={styles['dim']}>
        {say('Compared with the last {batches}: {lotNumbers}.', {
          batches: countOf(comparedWith.length, 'good batch'),
          lotNumbers: comparedWith.join(', '),
        })}
      </p>
    </>
  )
}

function Complaints({ complaints }: { readonly complaints: Answer['complaints'] }) {
  if (complaints.length === 0)
    return <p className={styles['dim']}>{say('Nobody else has complained about this batch.')}</p>
  return (
    <ul className={styles['list']}>
      {complaints.map((each) => (
        <li key={each.id}>
          <Link href={`/complaints/${each.id}`}>{each.what}</Link>{' '}
          <span className={styles['dim']}>
            {[
              sayDay(each.heardOn),
              each.serial === null ? '' : say('unit {serial}', { serial: writeSerial(each.serial) }),
              each.who,
            ]
              .filter(Boolean)
              .join(', ')}
          </span>{' '}
          {each.outcome === null ? <Mark tone="warn">{say('open')}</Mark> : <Mark tone="good">{each.outcome}</Mark>}
        </li>
      ))}
    </ul>
  )
}
