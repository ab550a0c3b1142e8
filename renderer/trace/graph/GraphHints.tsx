import { Kbd } from '@mantine/core'
import styles from '../Trace.module.css'

/** The keys of the graph. */
export function GraphHints({ id }: { readonly id: string }) {
  return (
    <p id={id} className={styles['hints']}>
      <span>
        <Kbd>←</Kbd> <Kbd>→</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
      </span>
      <span>
        <Kbd>Enter</Kbd> unfold, or trace from there
      </span>
      <span>
        <Kbd>Backspace</Kbd> fold
      </span>
      <span>
        <Kbd>Home</Kbd> back to what was asked
      </span>
      <span>
        <Kbd>+</Kbd> <Kbd>−</Kbd> <Kbd>0</Kbd> zoom, whole
      </span>
      <span>
        <Kbd>Shift</Kbd> and an arrow, or the wheel: move the drawing; <Kbd>Ctrl</Kbd> and the wheel: zoom
      </span>
      <span>
        <Kbd>G</Kbd> list
      </span>
    </p>
  )
}
