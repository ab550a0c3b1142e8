import { Kbd } from '@mantine/core'
import { keySections } from '../../app/keySections.ts'
import { LookAround } from '../demo/LookAround.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Today.module.css'
import { WhichState } from './WhichState.tsx'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** The first day, three ways: start now, bring what is written down already, or look at a kitchen that is at work. */
export function FirstSteps() {
  return (
    <div className={styles['ways']}>
      <section className={styles['way']} aria-label={say('Start now')}>
        <h2 className={styles['head']}>{say('Start now')}</h2>
        <ol className={styles['steps']}>
          <li className={styles['step']}>
            <h3>{say('Write your first recipe')}</h3>
            <p>{say('Its name, a short code for lot numbers such as SJ, and what goes into one batch.')}</p>
            <LinkButton to="/products/new">{say('New product')}</LinkButton>
          </li>
          <li className={styles['step']}>
            <h3>{say('Write down your last shopping trip')}</h3>
            <p>{say('What you bought, where and when. This is what a recall asks for.')}</p>
            <LinkButton to="/pantry/receive" variant="light">
              {say('Receive ingredients')}
            </LinkButton>
          </li>
          <li className={styles['step']}>
            <h3>{say('Record a batch')}</h3>
            <p>{say('The page comes filled in. Type only what was different, and save.')}</p>
            <LinkButton to="/make" variant="light">
              {say('Make')}
            </LinkButton>
          </li>
        </ol>
        <WhichState />
      </section>
      <div className={styles['others']}>
        <section className={styles['other']} aria-label={say('Bring a spreadsheet')}>
          <h2>{say('Bring a spreadsheet')}</h2>
          <p>
            {say(
              'Purchases, batches and sales that you have in Excel, or typed up from a notebook. You see what was understood before anything is written.',
            )}
          </p>
          <LinkButton to="/import" variant="light">
            {say('Import')}
          </LinkButton>
        </section>
        <section className={styles['other']} aria-label={say('Look around first')}>
          <h2>{say('Look around first')}</h2>
          <LookAround />
        </section>
        <p className={styles['hint']}>
          {said('{key} shows every key that works.', { key: <Kbd>{keySections.everywhere.keys.keys.key}</Kbd> })}
        </p>
      </div>
    </div>
  )
}
