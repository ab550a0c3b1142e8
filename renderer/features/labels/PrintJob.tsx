import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark, type Tone } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { moment } from '../../ui/words.ts'
import styles from './PrintJob.module.css'
import { SettleJob } from './SettleJob.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

type Job = AnswerOf<'labels', 'jobs'>[number]

const stateWords: Readonly<Record<Job['state'], readonly [tone: Tone, words: string]>> = {
  waiting: ['plain', 'Waiting'],
  sending: ['plain', 'On the way'],
  sent: ['good', 'Sent: the printer took it'],
  printed: ['good', 'Printed'],
  'to check': ['warn', 'Look at the roll'],
  cancelled: ['plain', 'Cancelled'],
}

function stateOf(job: Job, stuck: boolean): readonly [tone: Tone, words: string] {
  if (stuck) return ['bad', say('Not sent')]
  if (job.isPdf && job.state === 'sent') return ['good', say('Ready to save as PDF')]
  const { done, labels } = job
  if (job.state === 'waiting' && done > 0) return ['plain', say('Waiting, {done} of {labels} done', { done, labels })]
  if (job.state === 'sending' && done > 0)
    return ['plain', say('On the way, {done} of {labels} done', { done, labels })]
  const [tone, words] = stateWords[job.state]
  return [tone, sayWord(words)]
}

/** One print job: how far it is, what is wrong, and what can be done about it. */
export function PrintJob({ job }: { readonly job: Job }) {
  const retry = useCommand('labels', 'retry')
  const cancel = useCommand('labels', 'cancel')
  const [settling, setSettling] = useState(false)
  const stuck = job.state === 'waiting' && job.problem !== null
  const [tone, words] = stateOf(job, stuck)
  const [saving, setSaving] = useState(false)

  async function run(command: typeof retry.run | typeof cancel.run, done?: string): Promise<void> {
    try {
      await command({ jobId: job.id })
      if (done) toastDone(done)
    } catch (error) {
      toastError(error)
    }
  }

  async function savePdf(): Promise<void> {
    setSaving(true)
    try {
      saveFile(await api.labels.pdf({ jobId: job.id }))
    } catch (error) {
      toastError(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <li className={styles['job']}>
      <div className={styles['what']}>
        <strong>
          {said('{labels} of {lot}', {
            labels: countOf(job.labels, 'label'),
            lot: job.batchId === null ? job.lotNumber : <Link href={`/batch/${job.batchId}`}>{job.lotNumber}</Link>,
          })}
        </strong>
        <span>{job.product}</span>
        <Dim>
          {job.reason
            ? say('{units}; printed again: {reason}', { units: job.serials, reason: job.reason })
            : job.serials}
        </Dim>
      </div>
      <div className={styles['state']}>
        <span>
          <Mark tone={tone}>{words}</Mark>
        </span>
        {job.problem ? <span className={styles['problem']}>{job.problem}</span> : null}
        <Dim>
          {job.printer}, {moment(job.at)}
        </Dim>
      </div>
      <Group gap="xs" justify="flex-end">
        {job.state === 'to check' && !settling ? (
          <Button
            onClick={() => setSettling(true)}
            aria-label={say('Which came out? {lotNumber}', { lotNumber: job.lotNumber })}
          >
            {say('Which came out?')}
          </Button>
        ) : null}
        {stuck ? (
          <Button
            loading={retry.busy}
            onClick={() => void run(retry.run)}
            aria-label={say('Try again to print {lotNumber}', { lotNumber: job.lotNumber })}
          >
            {say('Try again')}
          </Button>
        ) : null}
        {job.isPdf && job.done > 0 ? (
          <Button
            variant="default"
            loading={saving}
            onClick={() => void savePdf()}
            aria-label={say('Save the labels of {lotNumber} as PDF', { lotNumber: job.lotNumber })}
          >
            {say('Save PDF')}
          </Button>
        ) : null}
        {job.state === 'waiting' || job.state === 'sending' ? (
          <Button
            variant="default"
            loading={cancel.busy}
            onClick={() => void run(cancel.run, say('The labels not yet sent are dropped.'))}
            aria-label={say('Cancel the labels of {lotNumber}', { lotNumber: job.lotNumber })}
          >
            {say('Cancel')}
          </Button>
        ) : null}
      </Group>
      {settling && job.state === 'to check' ? (
        <div className={styles['settling']}>
          <SettleJob jobId={job.id} doubtful={job.doubtful} onClose={() => setSettling(false)} />
        </div>
      ) : null}
    </li>
  )
}
