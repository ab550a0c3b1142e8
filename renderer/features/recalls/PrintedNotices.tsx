import { createPortal } from 'react-dom'
import type { AnswerOf } from '../../api/door.ts'
import styles from './PrintedNotices.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

export type Notice = AnswerOf<'recalls', 'texts'>[number]

/** Notices on paper, each on a page of its own: the marking stands out, and a slip to fill in keeps its columns. */
export function PrintedNotices({ notices }: { readonly notices: readonly Notice[] }) {
  return createPortal(
    <div className={styles['paper']}>
      {notices.map(({ name, text }, at) => {
        const [marking = '', ...lines] = text.trim().split('\n')
        const [words = '', slip] = lines.join('\n').split(/^-{10,}$/m)
        return (
          // The list is whole and does not change: a notice's number is its name.
          // oxlint-disable-next-line react/no-array-index-key
          <article
            key={at}
            className={name === 'poster' ? styles['poster'] : styles['letter']}
            aria-label={say('The {name}', { name: sayWord(name) })}
          >
            <h1>{marking}</h1>
            <p>{words.trim()}</p>
            {slip === undefined ? null : <pre>{slip.trim()}</pre>}
          </article>
        )
      })}
    </div>,
    document.body,
  )
}
