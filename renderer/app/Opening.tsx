import { useEffect, useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { Frame } from './Frame.tsx'
import styles from './Opening.module.css'
import { places } from './places.ts'

/** A start that takes no longer needs no words. */
const QUIET_MS = 700

/** Stands in place of the app while the record opens, so that a start that takes its time is no blank page. */
export function Opening() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {/* Unseen: drawn once while nobody can use it, it is drawn in a fraction of the time when it is needed. */}
      <div hidden inert>
        <Frame places={places} left="" right={null}>
          {null}
        </Frame>
      </div>
      <main className={styles['page']}>
        {late ? <img src="./icon.svg" alt="" width={56} height={56} /> : null}
        <output>
          {late
            ? say('The kitchen is being opened. A demo kitchen is made first: a year of records, in some seconds.')
            : ''}
        </output>
      </main>
    </>
  )
}
