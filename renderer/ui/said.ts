import { createElement, Fragment, type ReactNode } from 'react'
import { sayParts } from '../../shared/words/say.ts'

/** A sentence with more than text in it: `said('Press {key} to go on.', { key: <Kbd>F8</Kbd> })`. */
export function said(english: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  return createElement(Fragment, null, ...sayParts(english, values))
}
