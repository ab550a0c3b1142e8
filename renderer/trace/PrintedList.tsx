import { showDay } from '../../shared/domain/day.ts'
import { countOf } from '../ui/words.ts'
import type { ListRow } from './growth.ts'
import { whatLooks } from './icons.ts'
import styles from './Printed.module.css'
import { basisWords } from './RowMarks.tsx'
import { directionTitles, nothingThere } from './sentences.ts'
import type { PrintedTrace } from './usePrintedTrace.ts'

/** Further in than this there is no room on paper; the level's number says the rest. */
const DEEPEST = 12

/** One direction of a trace on paper: every line, nested, with the heads again on each sheet. */
export function PrintedList({ direction, list }: PrintedTrace) {
  const [root, ...rows] = list.rows
  const kind = root?.node?.kind ?? 'batch'
  return (
    <section className={styles['list']}>
      <h2>{directionTitles[direction]}</h2>
      {rows.length === 0 ? (
        <p>{nothingThere(kind, direction)}</p>
      ) : (
        <>
          <p>{countsOf(list, kind)}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">Level</th>
                <th scope="col">What</th>
                <th scope="col">Quantity</th>
                <th scope="col">Day</th>
                <th scope="col">Known</th>
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
  const known = [row.basis === null ? '' : basisWords[row.basis].word, row.held ? 'on hold' : ''].filter(Boolean)
  return (
    <tr>
      <td>{row.level}</td>
      <td style={{ paddingLeft: `${Math.min(row.level - 1, DEEPEST) * 1.1}em` }}>
        <span className={styles['what']}>{whatLooks[row.what].word}</span> <strong>{row.label}</strong> {row.detail}
        {row.seenAbove ? ' (what is below it is listed above)' : ''}
      </td>
      <td className={styles['short']}>{row.quantity}</td>
      <td className={styles['short']}>{row.day === null ? '' : showDay(row.day)}</td>
      <td>{known.join(', ')}</td>
    </tr>
  )
}

function countsOf({ total, lots, batches }: PrintedTrace['list'], kind: string): string {
  const counts = [
    countOf(total - 1, 'line'),
    countOf(batches - (kind === 'batch' ? 1 : 0), 'batch'),
    countOf(lots - (kind === 'lot' ? 1 : 0), 'ingredient lot'),
  ]
  return counts.filter((count) => !count.startsWith('0 ')).join(', ')
}
