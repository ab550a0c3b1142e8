import { Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from 'wouter'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Answered } from '../ui/Answered.tsx'
import { Card, Page } from '../ui/Page.tsx'
import { Dim } from '../ui/Table.tsx'
import { countOf, dayOr } from '../ui/words.ts'
import { kindLooks } from './icons.ts'
import styles from './TraceHome.module.css'

/** The Trace place before anything is chosen: what can be asked, and batches to begin with. */
export function TraceHome() {
  const batches = useAnswer('batches', 'list', { limit: 8 })
  const example = batches.data?.rows[0]?.lotNumber ?? 'SJ-20260304-A'
  return (
    <Page title="Trace" under="From anything you have in hand: what is in it, and where it went.">
      <UnstyledButton className={styles['box']} onClick={() => document.querySelector<HTMLElement>('#finder')?.focus()}>
        <IconSearch size={28} aria-hidden />
        <span>Scan a jar, or type the beginning of a code or part of a name</span>
        <Kbd size="lg">Ctrl K</Kbd>
      </UnstyledButton>
      <div className={styles['two']}>
        <div>
          <Card title="What can be traced">
            <dl className={styles['kinds']}>
              <Kind kind="unit" term="One jar, bottle or loaf">
                {unitNumber(example, 7)}, or a whole message with the code in it
              </Kind>
              <Kind kind="batch" term="A batch">
                {example}, or its beginning
              </Kind>
              <Kind kind="lot" term="An ingredient lot">
                The code on the bag, or the ingredient’s name
              </Kind>
              <Kind kind="supplier" term="A supplier">
                Everything that came from them, and what it became
              </Kind>
              <Kind kind="place" term="A market, store or order">
                What was sent there, and what was in it
              </Kind>
              <Kind kind="person" term="A person or a kettle">
                Every batch of theirs, in any days
              </Kind>
            </dl>
          </Card>
        </div>
        <div>
          <Card title="Latest batches">
            <Answered answer={batches} lines={8}>
              {({ rows }) =>
                rows.length === 0 ? (
                  <p className={styles['none']}>
                    No batch is recorded yet. Once there is one, it can be traced from here.{' '}
                    <Link href="/make">Record the first batch</Link>
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
