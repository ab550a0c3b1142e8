import { Kbd } from '@mantine/core'
import { Fragment } from 'react'
import { capsOf } from '../app/keys.ts'

interface CapsProps {
  /** As keySections.ts writes it: `Control+K /`. */
  readonly of: string
  /** Beside a control that says its key itself. */
  readonly 'aria-hidden'?: boolean
}

/** Keys as they look on the keyboard: `Ctrl` + `K` or `/`. */
export function Caps({ of, ...hidden }: CapsProps) {
  return capsOf(of).map((way, at) => (
    <Fragment key={way.join('+')}>
      {at > 0 ? ' ' : ''}
      {way.map((cap, part) => (
        <Fragment key={cap}>
          {part > 0 ? ' + ' : ''}
          <Kbd {...hidden}>{cap}</Kbd>
        </Fragment>
      ))}
    </Fragment>
  ))
}
