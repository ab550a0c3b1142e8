import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark, type Tone } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf, moment } from '../../ui/words.ts'
import styles from './PrintJob.module.css'
import { SettleJob } from './SettleJob.tsx'

type Job = AnswerOf<'labels', 'jobs'>[number]

const stateWords: Readonly<Record<Job['state'], readonly [tone: Tone, words: string]>> = {
  waiting: ['plain', 'Waiting'],
  sending: ['plain', 'On the way'],
  sent: ['good', 'Sent: the printer took it'],
  'to check': ['warn', 'Look at the roll'],
  cancelled: ['plain', 'Cancelled'],
}

/** One print job: how far it is, what is wrong, and what can be done about it. */
export function PrintJob({ job }: { readonly job: Job }) {
  const retry = useCommand('labels', 'retry')
  const cancel = useCommand('labels', 'cancel')
  const [settling, setSettling] = useState(false)
  const stuck = job.state === 'waiting' && job.problem !== null
  const [tone, words] = stuck ? (['bad', 'Not sent'] as const) : stateWords[job.state]

  async function run(command: typeof retry.run | typeof cancel.run, done?: string): Promise<void> {
    try {
      await command({ jobId: job.id })
      if (done) toastDone(done)
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <li className={styles['job']}>
      <div className={styles['what']}>
        <strong>
          {countOf(job.labels, 'label')} of {job.lotNumber}
        </strong>
        <span>{job.product}</span>
        <Dim>{job.serials}</Dim>
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
