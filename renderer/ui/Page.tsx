import type { ReactNode } from 'react'
import { useReadOnly } from './readOnly.ts'
import styles from './Page.module.css'

interface PageProps {
  readonly title: ReactNode
  /** One quiet line below the title. */
  readonly under?: ReactNode
  /** Left out where nothing can be changed. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen: its title, what can be done on it, and the rest. */
export function Page({ title, under, actions, children }: PageProps) {
  const readOnly = useReadOnly()
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['names']}>
          <h1 className={styles['title']}>{title}</h1>
          {under ? <p className={styles['under']}>{under}</p> : null}
        </div>
        {actions && !readOnly ? <div className={`${styles['actions']} tb-screen-only`}>{actions}</div> : null}
      </div>
      {children}
    </>
  )
}

interface CardProps {
  readonly title?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A framed part of a screen. Tables inside scroll sideways by themselves. */
export function Card({ title, aside, children }: CardProps) {
  return (
    <section className={styles['card']} aria-label={typeof title === 'string' ? title : undefined}>
      {title ? (
        <div className={styles['cardHead']}>
          <h2 className={styles['cardTitle']}>{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  )
}

/** What an empty screen says: what will be here, and what to do first. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={`${styles['card']} ${styles['empty']}`}>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  )
}
