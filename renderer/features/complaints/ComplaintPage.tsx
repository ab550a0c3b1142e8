import { countOf } from '../../../shared/words/counted.ts'
import { keySections } from '../../app/keySections.ts'
import { useSectionKeys } from '../../app/useSectionKeys.ts'
import { Button, Kbd } from '@mantine/core'
import { useState } from 'react'
import { sayDay } from '../../../shared/words/day.ts'
import { unitNumber } from '../../../shared/domain/lotNumber.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import type { Complaint } from './complaint.ts'
import styles from './Complaints.module.css'
import { ComplaintHistory } from './ComplaintHistory.tsx'
import { ComplaintPhoto } from './ComplaintPhoto.tsx'
import { EndComplaint } from './EndComplaint.tsx'
import { FindJar } from './FindJar.tsx'
import { GradeForm } from './GradeForm.tsx'
import { NoteForm } from './NoteForm.tsx'
import { Replace } from './Replace.tsx'
import { Reply } from './Reply.tsx'
import { SeverityMark } from './SeverityMark.tsx'
import { say } from '../../../shared/words/say.ts'

const { keys } = keySections.complaint

type Doing = 'note' | 'grade' | 'link' | 'replace' | 'settle' | 'reopen' | 'withdraw'

/** One complaint: which jar, how bad, what was answered and done, and what came of it. */
export function ComplaintPage({ complaintId }: { readonly complaintId: number }) {
  const answer = useAnswer('complaints', 'get', { complaintId }, { keepLast: true })
  return (
    <Answered page answer={answer}>
      {(complaint) => <Screen complaint={complaint} />}
    </Answered>
  )
}

function Screen({ complaint }: { readonly complaint: Complaint }) {
  const readOnly = useReadOnly()
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const isOpen = complaint.outcome === null
  const ways: readonly (readonly [doing: keyof typeof keys, words: string])[] = readOnly
    ? []
    : [
        ...(isOpen ? [['settle', say('Close it')] as const] : [['reopen', say('Open it again')] as const]),
        ['note', say('Note')],
        ['grade', say('How bad')],
        ['link', complaint.batchId === null ? say('Find the jar') : say('Another jar')],
        ...(complaint.replacements.length > 0 ? [['replace', say('Send a replacement')] as const] : []),
      ]
  const act = (what: keyof typeof keys) => (ways.some(([way]) => way === what) ? () => setDoing(what) : undefined)
  useSectionKeys('complaint', {
    settle: act('settle'),
    reopen: act('reopen'),
    note: act('note'),
    grade: act('grade'),
    link: act('link'),
    replace: act('replace'),
  })
  return (
    <Page
      title={complaint.what}
      under={
        <>
          {complaint.who
            ? say('Heard {day} from {who}', { day: sayDay(complaint.heardOn), who: complaint.who })
            : say('Heard {day}', { day: sayDay(complaint.heardOn) })}{' '}
          {isOpen ? (
            <Mark tone="warn">
              {complaint.age === 0
                ? say('open since today')
                : say('open for {days}', { days: countOf(complaint.age, 'day') })}
            </Mark>
          ) : (
            <Mark tone="good">{say('closed: {outcome}', { outcome: complaint.outcome ?? '' })}</Mark>
          )}
        </>
      }
      actions={
        <>
          {ways.map(([what, words]) => (
            <Button
              key={what}
              variant={what === 'settle' ? 'filled' : 'default'}
              aria-keyshortcuts={keys[what].key}
              rightSection={<Kbd aria-hidden>{keys[what].key}</Kbd>}
              onClick={() => setDoing(what)}
            >
              {words}
            </Button>
          ))}
          {readOnly ? null : (
            <Button variant="default" onClick={() => setDoing('withdraw')}>
              {say('A mistake')}
            </Button>
          )}
        </>
      }
    >
      {doing ? (
        <Card>
          <Form doing={doing} complaint={complaint} onClose={close} />
        </Card>
      ) : null}
      <div className={styles['two']}>
        <div className={styles['column']}>
          <Card title={say('What it is about')}>
            <AboutJar complaint={complaint} />
          </Card>
          {complaint.batchId === null && !readOnly && doing !== 'link' ? (
            <Card title={say('Which jar may it be?')}>
              <FindJar complaint={complaint} onClose={close} />
            </Card>
          ) : null}
          <Card title={say('What was done')} aside={readOnly ? null : <ComplaintPhoto complaintId={complaint.id} />}>
            <ComplaintHistory complaint={complaint} />
          </Card>
        </div>
        <Card title={say('A reply')}>
          <Reply complaint={complaint} />
        </Card>
      </div>
    </Page>
  )
}

function Form({
  doing,
  complaint,
  onClose,
}: {
  readonly doing: Doing
  readonly complaint: Complaint
  readonly onClose: () => void
}) {
  switch (doing) {
    case 'note':
      return <NoteForm complaintId={complaint.id} onClose={onClose} />
    case 'grade':
      return <GradeForm complaint={complaint} onClose={onClose} />
    case 'link':
      return <FindJar complaint={complaint} onClose={onClose} />
    case 'replace':
      return <Replace complaint={complaint} onClose={onClose} />
    case 'settle':
    case 'reopen':
    case 'withdraw':
      return <EndComplaint key={doing} how={doing} complaintId={complaint.id} onClose={onClose} />
  }
}

function AboutJar({ complaint }: { readonly complaint: Complaint }) {
  const { batchId, lotNumber, serial, product } = complaint
  const graded =
    complaint.severity === null ? [] : [[say('How bad'), <SeverityMark key="mark" complaint={complaint} />] as const]
  if (batchId === null || lotNumber === null)
    return (
      <Facts
        facts={[
          [
            say('Jar'),
            <Mark key="jar" tone="plain">
              {say('not known yet')}
            </Mark>,
          ],
          ...graded,
        ]}
      />
    )
  return (
    <>
      <Facts
        facts={[
          [say('Jar'), serial === null ? lotNumber : unitNumber(lotNumber, serial)],
          [say('Product'), product ?? ''],
          ...graded,
        ]}
      />
      <div className={`${styles['buttons']} tb-screen-only`}>
        <LinkButton to={`/trace/batch/${batchId}${serial === null ? '' : `/${serial}`}`} variant="light">
          {say('Trace, hold, recall')}
        </LinkButton>
        <LinkButton to={`/compare/${batchId}`} variant="light">
          {say('Compare the batch')}
        </LinkButton>
      </div>
    </>
  )
}
