import { Kbd } from '@mantine/core'
import { keySections } from '../../app/keySections.ts'
import { LookAround } from '../demo/LookAround.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Today.module.css'
import { WhichState } from './WhichState.tsx'

/** The first day, three ways: start now, bring what is written down already, or look at a kitchen that is at work. */
export function FirstSteps() {
  return (
    <div className={styles['ways']}>
      <section className={styles['way']} aria-label="Start now">
        <h2 className={styles['head']}>Start now</h2>
        <ol className={styles['steps']}>
          <li className={styles['step']}>
            <h3>Write your first recipe</h3>
            <p>Its name, a short code for lot numbers such as SJ, and what goes into one batch.</p>
            <LinkButton to="/products/new">New product</LinkButton>
          </li>
          <li className={styles['step']}>
            <h3>Write down your last shopping trip</h3>
            <p>What you bought, where and when. This is what a recall asks for.</p>
            <LinkButton to="/pantry/receive" variant="light">
              Receive ingredients
            </LinkButton>
          </li>
          <li className={styles['step']}>
            <h3>Record a batch</h3>
            <p>The page comes filled in. Type only what was different, and save.</p>
            <LinkButton to="/make" variant="light">
              Make
            </LinkButton>
          </li>
        </ol>
        <WhichState />
      </section>
      <div className={styles['others']}>
        <section className={styles['other']} aria-label="Bring a spreadsheet">
          <h2>Bring a spreadsheet</h2>
          <p>
            Purchases, batches and sales that you have in Excel, or typed up from a notebook. You see what was
            understood before anything is written.
          </p>
          <LinkButton to="/import" variant="light">
            Import
          </LinkButton>
        </section>
        <section className={styles['other']} aria-label="Look around first">
          <h2>Look around first</h2>
          <LookAround />
        </section>
        <p className={styles['hint']}>
          <Kbd>{keySections.everywhere.keys.keys.key}</Kbd> shows every key that works.
        </p>
      </div>
    </div>
  )
}
