import { Checkbox } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { Dim } from '../../ui/Table.tsx'
import { type Design, elementName } from './design.ts'
import type { Selection } from './editing.ts'
import styles from './Fields.module.css'
import { say } from '../../../shared/words/say.ts'

interface ElementListProps {
  readonly design: Design
  readonly faults: AnswerOf<'designs', 'draw'>['faults']
  /** What the schema says of a field of the design, by its path. */
  readonly wrong: ReadonlyMap<string, string>
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  /** Leads to the name and the size of the label itself. */
  readonly onLabel: () => void
}

/** What is on the label, with what is wrong beside it; ticks select several. */
export function ElementList({ design, faults, wrong, selection, onSelect, onLabel }: ElementListProps) {
  function toggle(at: number): void {
    const next = new Set(selection)
    if (!next.delete(at)) next.add(at)
    onSelect(next)
  }

  return (
    <>
      <button
        type="button"
        className={`${styles['name']} ${styles['whole']} ${selection.size === 0 ? styles['chosen'] : ''}`}
        onClick={onLabel}
      >
        {say('The label itself: its name and size')}
      </button>
      {design.elements.length === 0 ? (
        <Dim>{say('Nothing on it yet. Add a field, such as the product name, and the code that is scanned.')}</Dim>
      ) : null}
      <ul className={styles['list']} aria-label={say('What is on the label')}>
        {design.elements.map((element, at) => {
          const name = elementName(element)
          const mine = faults.filter((fault) => fault.element === at)
          const refused = [...wrong].filter(([path]) => path.startsWith(`elements.${at}.`))
          return (
            <li key={at} className={styles['row']}>
              <span className={styles['tick']}>
                <Checkbox
                  aria-label={say('Select {name}', { name })}
                  checked={selection.has(at)}
                  onChange={() => toggle(at)}
                />
              </span>
              <button
                type="button"
                className={`${styles['name']} ${selection.has(at) ? styles['chosen'] : ''}`}
                onClick={() => onSelect(new Set([at]))}
              >
                {name}
              </button>
              {mine.length + refused.length > 0 ? (
                <ul className={styles['faults']}>
                  {refused.map(([path, message]) => (
                    <li key={path} className={styles['stops']}>
                      {message}
                    </li>
                  ))}
                  {mine.map(({ message, stops }) => (
                    <li key={message} className={stops ? styles['stops'] : styles['look']}>
                      {message}
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}
