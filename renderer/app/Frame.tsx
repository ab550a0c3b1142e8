import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { Finder } from '../trace/Finder.tsx'
import type { Place } from './places.ts'
import { Rail } from './Rail.tsx'
import styles from './Shell.module.css'

interface FrameProps {
  readonly places: readonly Place[]
  /** Beside the finder, on either side. */
  readonly left: ReactNode
  readonly right: ReactNode
  readonly children: ReactNode
}

/** The window: rail, finder, and the screen. */
export function Frame({ places, left, right, children }: FrameProps) {
  const [path] = useLocation()
  const main = useRef<HTMLElement>(null)

  // A new screen starts at its top, and keyboard and screen reader start with it.
  useEffect(() => {
    window.scrollTo(0, 0)
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <>
      <Rail places={places} onSkip={() => main.current?.focus()} />
      <div className={styles['shell']}>
        <header className={styles['bar']}>
          <span className={styles['kitchen']} title={typeof left === 'string' ? left : undefined}>
            {left}
          </span>
          <Finder />
          <span className={styles['side']}>{right}</span>
        </header>
        <main ref={main} className={styles['main']} tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}
