import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import styles from './Compare.module.css'
import { say } from '../../../shared/words/say.ts'

type Found = AnswerOf<'quality', 'compare'>

/** Every difference, the most unusual for the product first, each beside what is usual. */
export function Differences({ found }: { readonly found: Found }) {
  const history =
    found.history === 0
      ? say('There is no other good batch of the product, so nothing can be called usual.')
      : say(
          'Usual is what {count, plural, one {# good batch of the product was} other {# good batches of the product were}}: the median ± the spread (median distance from it, × 1.48), or the commonest.',
          { count: found.history },
        )
  if (found.rows.length === 0)
    return (
      <p className={styles['line']}>
        {found.batches.length === 1
          ? say('Nothing that was recorded differs from what is usual.')
          : say('Nothing that was recorded differs.')}{' '}
        <Dim>{history}</Dim>
      </p>
    )
  return (
    <>
      <Table
        label={say('Differences')}
        rows={found.rows}
        // A reading in another unit is a row of its own under the same name.
        keyOf={(row) => `${row.kind} ${row.name} ${row.cells.map(({ text }) => text ?? '').join(' ')}`}
        columns={[
          { head: say('What'), names: true, cell: (row) => row.name },
          ...found.batches.map((batch, at) => ({
            head: batch.lotNumber,
            cell: (row: Found['rows'][number]) => <Cell cell={row.cells[at]} />,
          })),
          { head: say('Usual'), cell: (row) => <Dim>{row.usual === '' ? say('not known') : row.usual}</Dim> },
        ]}
      />
      <p className={styles['line']}>
        <Dim>{history}</Dim>
      </p>
    </>
  )
}

function Cell({ cell }: { readonly cell: Found['rows'][number]['cells'][number] | undefined }) {
  if (cell?.text == null) return <Dim>{say('not recorded')}</Dim>
  return cell.unusual ? (
    <>
      {cell.text} <Mark tone="warn">{say('unusual')}</Mark>
    </>
  ) : (
    cell.text
  )
}
