import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { type AnswerOf, api } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark, type Tone } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf, moment } from '../../ui/words.ts'
import styles from './PrintJob.module.css'
import { SettleJob } from './SettleJob.tsx'

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
  if (stuck) return ['bad', 'Not sent']
  if (job.isPdf && job.state === 'sent') return ['good', 'Ready to save as PDF']
  const [tone, words] = stateWords[job.state]
  const unfinished = (job.state === 'waiting' || job.state === 'sending') && job.done > 0
  return [tone, unfinished ? `${words}, ${job.done} of ${job.labels} done` : words]
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
          {countOf(job.labels, 'label')} of{' '}
          {job.batchId === null ? job.lotNumber : <Link href={`/batch/${job.batchId}`}>{job.lotNumber}</Link>}
        </strong>
        <span>{job.product}</span>
        <Dim>
          {job.serials}
          {job.reason ? `; printed again: ${job.reason}` : ''}
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
          <Button onClick={() => setSettling(true)} aria-label={`Which came out? ${job.lotNumber}`}>
            Which came out?
          </Button>
        ) : null}
        {stuck ? (
          <Button
            loading={retry.busy}
            onClick={() => void run(retry.run)}
            aria-label={`Try again to print ${job.lotNumber}`}
          >
            Try again
          </Button>
        ) : null}
        {job.isPdf && job.done > 0 ? (
          <Button
            variant="default"
            loading={saving}
            onClick={() => void savePdf()}
            aria-label={`Save the labels of ${job.lotNumber} as PDF`}
          >
            Save PDF
          </Button>
        ) : null}
        {job.state === 'waiting' || job.state === 'sending' ? (
          <Button
            variant="default"
            loading={cancel.busy}
            onClick={() => void run(cancel.run, 'The labels not yet sent are dropped.')}
            aria-label={`Cancel the labels of ${job.lotNumber}`}
          >
            Cancel
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
