import { Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from 'wouter'
import { countOf } from '../../shared/words/counted.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Answered } from '../ui/Answered.tsx'
import { Card, Page } from '../ui/Page.tsx'
import { Dim } from '../ui/Table.tsx'
import { dayOr } from '../ui/words.ts'
import { kindLooks } from './icons.ts'
import styles from './TraceHome.module.css'
import { say } from '../../shared/words/say.ts'
import { said } from '../ui/said.ts'

/** The Trace place before anything is chosen: what can be asked, and batches to begin with. */
export function TraceHome() {
  const batches = useAnswer('batches', 'list', { limit: 8 })
  const example = batches.data?.rows[0]?.lotNumber ?? 'SJ-20260304-A'
  return (
    <Page title={say('Trace')} under={say('From anything you have in hand: what is in it, and where it went.')}>
      <UnstyledButton className={styles['box']} onClick={() => document.querySelector<HTMLElement>('#finder')?.focus()}>
        <IconSearch size={28} aria-hidden />
        <span>{say('Scan a jar, or type the beginning of a code or part of a name')}</span>
        <Kbd size="lg">{say('Ctrl K')}</Kbd>
      </UnstyledButton>
      <div className={styles['two']}>
        <div>
          <Card title={say('What can be traced')}>
            <dl className={styles['kinds']}>
              <Kind kind="unit" term={say('One jar, bottle or loaf')}>
                {say('{example}, or a whole message with the code in it', { example: unitNumber(example, 7) })}
              </Kind>
              <Kind kind="batch" term={say('A batch')}>
                {say('{example}, or its beginning', { example })}
              </Kind>
              <Kind kind="lot" term={say('An ingredient lot')}>
                {say('The code on the bag, or the ingredient’s name')}
              </Kind>
              <Kind kind="supplier" term={say('A supplier')}>
                {say('Everything that came from them, and what it became')}
              </Kind>
              <Kind kind="place" term={say('A market, store or order')}>
                {say('What was sent there, and what was in it')}
              </Kind>
              <Kind kind="person" term={say('A person or a kettle')}>
                {say('Every batch of theirs, in any days')}
              </Kind>
            </dl>
          </Card>
        </div>
        <div>
          <Card title={say('Latest batches')}>
            <Answered answer={batches} lines={8}>
              {({ rows }) =>
                rows.length === 0 ? (
                  <p className={styles['none']}>
                    {said('No batch is recorded yet. Once there is one, it can be traced from here. {link}', {
                      link: <Link href="/make">{say('Record the first batch')}</Link>,
                    })}
                  </p>
                ) : (
                  <ul className={styles['batches']}>
                    {rows.map((batch) => (
                      <li key={batch.id}>
                        <Link href={`/trace/batch/${batch.id}`} className={styles['batch']}>
                          <strong>{batch.lotNumber}</strong>
                          <span>{batch.product}</span>
                          <Dim>
                            {countOf(batch.made, batch.unit)}, {dayOr(batch.madeOn, '')}
                          </Dim>
                        </Link>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Answered>
          </Card>
        </div>
      </div>
    </Page>
  )
}

interface KindProps {
  readonly kind: keyof typeof kindLooks
  readonly term: string
  readonly children: React.ReactNode
}

function Kind({ kind, term, children }: KindProps) {
  const { icon: Icon } = kindLooks[kind]
  return (
    <div className={styles['kind']}>
      <Icon size={26} stroke={1.6} aria-hidden />
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
