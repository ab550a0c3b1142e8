import { countOf } from '../../shared/words/counted.ts'
import { sayDay } from '../../shared/words/day.ts'
import type { ListRow } from './growth.ts'
import { whatLooks } from './icons.ts'
import styles from './Printed.module.css'
import { basisWords } from './RowMarks.tsx'
import { nothingThere, titleOf } from './sentences.ts'
import type { PrintedTrace } from './usePrintedTrace.ts'
import { say, sayWord } from '../../shared/words/say.ts'

/** Further in than this there is no room on paper; the level's number says the rest. */
const DEEPEST = 12

/** One direction of a trace on paper: every line, nested, with the heads again on each sheet. */
export function PrintedList({ direction, list }: PrintedTrace) {
  const [root, ...rows] = list.rows
  const kind = root?.node?.kind ?? 'batch'
  return (
    <section className={styles['list']}>
      <h2>{titleOf(direction)}</h2>
      {rows.length === 0 ? (
        <p>{nothingThere(kind, direction)}</p>
      ) : (
        <>
          <p>{countsOf(list, kind)}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('Level')}</th>
                <th scope="col">{say('What')}</th>
                <th scope="col">{say('Quantity')}</th>
                <th scope="col">{say('Day')}</th>
                <th scope="col">{say('Known')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // The list is whole and does not change: a line's number is its name.
                // oxlint-disable-next-line react/no-array-index-key
                <PrintedLine key={at} row={row} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function PrintedLine({ row }: { readonly row: ListRow }) {
  const known = [row.basis === null ? '' : sayWord(basisWords[row.basis].word), row.held ? say('on hold') : ''].filter(
    Boolean,
  )
  return (
    <tr>
      <td>{row.level}</td>
      <td style={{ paddingLeft: `${Math.min(row.level - 1, DEEPEST) * 1.1}em` }}>
        <span className={styles['what']}>{sayWord(whatLooks[row.what].word)}</span> <strong>{row.label}</strong>{' '}
        {row.detail}
        {row.seenAbove ? ` ${say('(what is below it is listed above)')}` : ''}
      </td>
      <td className={styles['short']}>{row.quantity}</td>
      <td className={styles['short']}>{row.day === null ? '' : sayDay(row.day)}</td>
      <td>{known.join(', ')}</td>
    </tr>
  )
}

function countsOf({ total, lots, batches }: PrintedTrace['list'], kind: string): string {
  const counts: readonly (readonly [number, string])[] = [
    [total - 1, 'line'],
    [batches - (kind === 'batch' ? 1 : 0), 'batch'],
    [lots - (kind === 'lot' ? 1 : 0), 'ingredient lot'],
  ]
  return counts.flatMap(([count, word]) => (count === 0 ? [] : countOf(count, word))).join(', ')
}
