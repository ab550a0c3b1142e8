import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { byWhom, moment } from '../../ui/words.ts'
import { CheckRecord } from '../data/CheckRecord.tsx'
import styles from './Inspect.module.css'
import { say } from '../../../shared/words/say.ts'

/** What an inspector sees first: whether the record is whole, and everything in it that was changed afterwards. */
export function Inspection() {
  const kitchen = useAnswer('kitchen', 'get', {})
  const state = useAnswer('system', 'state', {})
  return (
    <Page
      title={say('The record')}
      under={
        kitchen.data && state.data
          ? say('{name}. Traceberry {version}.', {
              name: kitchen.data.name || say('This kitchen'),
              version: state.data.version,
            })
          : ''
      }
    >
      <Card title={say('Is the record whole?')}>
        <CheckRecord atOnce />
        <p className={styles['dim']}>
          {say(
            'Each entry of the history carries a hash over itself and the entry before it. A later change of any entry shows here; it is not prevented. Write the last hash down to compare it at your next visit.',
          )}
        </p>
      </Card>
      <Card title={say('Corrections and voids')}>
        <Amendments />
      </Card>
    </Page>
  )
}

/** Nothing is changed in place: each of these is an entry of its own, and what it changed stays readable. */
function Amendments() {
  const pages = usePages('history', 'list', { limit: 50, only: 'amendments' })
  return (
    <Answered answer={pages} lines={6}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Dim>{say('Nothing was ever corrected, voided or counted again.')}</Dim>
        ) : (
          <>
            <ul className={styles['amended']} aria-label={say('Corrections and voids, newest first')}>
              {rows.map(({ seq, what, at, who }) => (
                <li key={seq}>
                  <span>{what}</span>
                  <Dim>{byWhom(moment(at), who)}</Dim>
                </li>
              ))}
            </ul>
            <LoadMore more={more} />
          </>
        )
      }
    </Answered>
  )
}
