import { useAnswer } from '../../api/useAnswer.ts'
import { moment } from '../../ui/words.ts'
import type { Complaint } from './complaint.ts'
import styles from './Complaints.module.css'

/** Everything that was done about a complaint, oldest first. */
export function ComplaintHistory({ complaint }: { readonly complaint: Complaint }) {
  return (
    <ol className={styles['history']}>
      {complaint.history.map((entry) => (
        <li key={entry.id} className={styles['entry']}>
          <span className={styles['at']}>{moment(entry.at)}</span>
          <span className={styles['text']}>
            {entry.attachmentId === null ? null : <Photo attachmentId={entry.attachmentId} what={entry.what} />}
            {entry.what}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Photo({ attachmentId, what }: { readonly attachmentId: number; readonly what: string }) {
  const photo = useAnswer('journal', 'photo', { attachmentId })
  if (!photo.data) return null
  return <img className={styles['photo']} src={`data:${photo.data.mediaType};base64,${photo.data.base64}`} alt={what} />
}
