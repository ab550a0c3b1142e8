import type { AnswerOf } from '../../api/door.ts'
import styles from './StateAsks.module.css'

interface StateAsksProps {
  readonly asked: AnswerOf<'labels', 'preview'>['asked']
}

/** What the kitchen's state asks of labels, to go through before printing. It is never said that a label is enough. */
export function StateAsks({ asked }: StateAsksProps) {
  if (!asked) return null
  return (
    <section className={styles['asks']} aria-label={`What ${asked.state} asks of labels`}>
      <h3>What {asked.state} asks of labels</h3>
      {asked.missing.length > 0 ? (
        <p>
          <strong>Not on this label:</strong> {asked.missing.join('; ')}.
        </p>
      ) : null}
      <details>
        <summary>The whole list, to go through yourself</summary>
        <ul>
          {asked.elements.map((element) => (
            <li key={element}>{element}</li>
          ))}
        </ul>
        <p>{asked.source} This is no legal advice.</p>
      </details>
    </section>
  )
}
