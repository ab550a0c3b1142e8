import { Card } from '../../ui/Page.tsx'
import styles from './Batch.module.css'
import { say } from '../../../shared/words/say.ts'

/** Allergens that a batch may have taken over from an earlier one by equipment not cleaned between. */
export function TakenOver({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Card title={say('Allergens it may have taken over')}>
      <ul className={styles['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}
