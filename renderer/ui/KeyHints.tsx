import type { ReactNode } from 'react'
import type { KeySection } from '../app/keySections.ts'
import { Caps } from './Caps.tsx'
import styles from './KeyHints.module.css'
import { sayWord } from '../../shared/words/say.ts'

interface KeyHintsProps {
  readonly section: KeySection
  readonly id?: string
  /** What the mouse does besides. */
  readonly children?: ReactNode
}

/** The keys of a part of a screen, quietly below it. */
export function KeyHints({ section, id, children }: KeyHintsProps) {
  return (
    <p id={id} className={styles['hints']}>
      {Object.values(section.keys).map(({ key, does }) => (
        <span key={key}>
          <Caps of={key} /> {sayWord(does).toLowerCase()}
        </span>
      ))}
      {children ? <span>{children}</span> : null}
    </p>
  )
}
