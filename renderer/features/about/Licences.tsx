import licences from 'virtual:licences'
import styles from './About.module.css'
import { say } from '../../../shared/words/say.ts'

/** Every package that ships inside Traceberry, with what its author asks to be passed on. */
export default function Licences() {
  return (
    <ul className={styles['licences']}>
      {licences.map(({ name, version, licence, text }) => (
        <li key={name}>
          <details>
            <summary>
              {name} {version} <span className={styles['dim']}>{licence}</span>
            </summary>
            <pre className={styles['text']}>
              {text === '' ? say('Under the licence {licence}.', { licence }) : text}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  )
}
