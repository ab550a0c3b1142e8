import type { AnswerOf } from '../../api/door.ts'
import styles from './StateAsks.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

interface StateAsksProps {
  readonly asked: AnswerOf<'labels', 'preview'>['asked']
}

/** What the kitchen's state asks of labels, to go through before printing. It is never said that a label is enough. */
export function StateAsks({ asked }: StateAsksProps) {
  if (!asked) return null
  return (
    <section className={styles['asks']} aria-label={say('What {state} asks of labels', { state: asked.state })}>
      <h3>{said('What {state} asks of labels', { state: asked.state })}</h3>
      {asked.missing.length > 0 ? (
        <p>
          <strong>{say('Not on this label:')}</strong> {asked.missing.join('; ')}.
        </p>
      ) : null}
      <details>
        <summary>{say('The whole list, to go through yourself')}</summary>
        <ul>
          {asked.elements.map((element) => (
            <li key={element}>{element}</li>
          ))}
        </ul>
        <p>{said('{source} This is no legal advice.', { source: asked.source })}</p>
      </details>
    </section>
  )
}
