import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Mark.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'plain'

const icons = { good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX, plain: IconInfoCircle }

/** A state in a word, with a colour and an icon: never the colour alone. */
export function Mark({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const Icon = icons[tone]
  return (
    <span className={`${styles['mark']} ${styles[tone]}`}>
      <Icon size={15} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
