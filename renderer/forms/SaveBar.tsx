import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { keySections } from '../app/keySections.ts'
import { Caps } from '../ui/Caps.tsx'
import styles from './SaveBar.module.css'

interface SaveBarProps {
  readonly busy: boolean
  /** What the button does: `Save batch`. */
  readonly children: ReactNode
  /** Other ways out, beside it. */
  readonly aside?: ReactNode
}

/** The large button that ends a form, with its key. */
export function SaveBar({ busy, children, aside }: SaveBarProps) {
  return (
    <div className={styles['bar']}>
      <Button
        type="submit"
        size="lg"
        h="var(--tb-target-main)"
        loading={busy}
        aria-keyshortcuts={keySections.form.keys.save.key}
      >
        {children}
      </Button>
      <span className={styles['key']}>
        <Caps of={keySections.form.keys.save.key} />
      </span>
      {aside ? <span className={styles['aside']}>{aside}</span> : null}
    </div>
  )
}
