import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Dim } from '../../ui/Table.tsx'
import { PrintJob } from './PrintJob.tsx'
import styles from './PrintQueue.module.css'
import { say } from '../../../shared/words/say.ts'

/** The labels that were to be printed, newest first. */
export function PrintQueue() {
  const jobs = useAnswer('labels', 'jobs', {})
  return (
    <Answered answer={jobs}>
      {(rows) =>
        rows.length === 0 ? (
          <Dim>{say('No labels yet. What you print shows here until the printer has taken it.')}</Dim>
        ) : (
          <ul className={styles['jobs']}>
            {rows.map((job) => (
              <PrintJob key={job.id} job={job} />
            ))}
          </ul>
        )
      }
    </Answered>
  )
}
