import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useAnswer } from '../api/useAnswer.ts'
import { Finder } from '../trace/Finder.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Rail } from './Rail.tsx'
import styles from './Shell.module.css'
import { useAppKeys } from './useAppKeys.ts'
import { useUndoKeys } from './useUndoKeys.ts'

/** The one window: rail, finder, and the screen. */
export function Shell({ children }: { readonly children: ReactNode }) {
  useAppKeys()
  useUndoKeys()
  const [path] = useLocation()
  const main = useRef<HTMLElement>(null)
  // The day changes while nobody does anything.
  const state = useAnswer('system', 'state', {}, { everyMs: 60_000 })
  const kitchen = useAnswer('kitchen', 'get', {})

  // A new screen starts at its top, and keyboard and screen reader start with it.
  useEffect(() => {
    window.scrollTo(0, 0)
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <>
      <Rail onSkip={() => main.current?.focus()} />
      <div className={styles['shell']}>
        <header className={styles['bar']}>
          <span className={styles['kitchen']}>{kitchen.data?.name ?? ''}</span>
          <Finder />
          <span className={styles['side']}>{state.data?.demo ? <Mark tone="warn">Demo kitchen</Mark> : null}</span>
        </header>
        <main ref={main} className={styles['main']} tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}
