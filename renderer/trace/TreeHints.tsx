import { Kbd } from '@mantine/core'
import styles from './Trace.module.css'

/** The keys of a tree, once for all trees of the screen. */
export function TreeHints() {
  return (
    <p className={styles['hints']}>
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
      </span>
      <span>
        <Kbd>→</Kbd> <Kbd>←</Kbd> open, close
      </span>
      <span>
        <Kbd>*</Kbd> open all beside it
      </span>
      <span>
        <Kbd>Enter</Kbd> trace from there
      </span>
    </p>
  )
}
