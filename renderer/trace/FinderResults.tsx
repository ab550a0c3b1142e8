/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events --
   No element is a list of grouped options of two lines; their keys are read in the finder's box, which keeps the focus. */
import { useEffect } from 'react'
import styles from './Finder.module.css'
import { kindLooks } from './icons.ts'
import { type Found, foundPath } from './nodes.ts'
import { say, sayWord } from '../../shared/words/say.ts'

interface FinderResultsProps {
  readonly id: string
  readonly found: readonly Found[]
  /** Which result Enter opens. */
  readonly active: number
  readonly onPoint: (at: number) => void
  readonly onChoose: (found: Found) => void
}

export function optionId(at: number): string {
  return `finder-result-${at}`
}

/** What the finder found, in quiet groups. The keyboard stays in the box, where its keys are read. */
export function FinderResults({ id, found, active, onPoint, onChoose }: FinderResultsProps) {
  useEffect(() => {
    document.querySelector(`#${optionId(active)}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const numbered = found.map((each, at) => ({ each, at }))
  const groups = [...Map.groupBy(numbered, ({ each }) => each.kind)]
  return (
    <div id={id} role="listbox" aria-label={say('Results')}>
      {groups.map(([kind, members]) => {
        const { icon: Icon, word } = kindLooks[kind]
        return (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <div id={`${id}-${kind}`} role="presentation" className={styles['kind']}>
              {sayWord(word)}
            </div>
            {members.map(({ each, at }) => (
              <div
                key={`${foundPath(each)} ${each.label}`}
                id={optionId(at)}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                className={styles['result']}
                onMouseDown={(event) => event.preventDefault()}
                onPointerMove={() => onPoint(at)}
                onClick={() => onChoose(each)}
              >
                <Icon size={22} stroke={1.7} aria-hidden />
                <span className={styles['text']}>
                  <span className={styles['label']}>{each.label}</span>
                  <span className={styles['detail']}>{each.detail}</span>
                </span>
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}
