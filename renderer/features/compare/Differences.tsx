import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { countOf } from '../../ui/words.ts'
import styles from './Compare.module.css'

type Found = AnswerOf<'quality', 'compare'>

/** Every difference, the most unusual for the product first, each beside what is usual. */
export function Differences({ found }: { readonly found: Found }) {
  const history =
    found.history === 0
      ? 'There is no other good batch of the product, so nothing can be called usual.'
      : `Usual is what ${countOf(found.history, 'good batch')} of the product ${found.history === 1 ? 'was' : 'were'}: the median ± the spread (median distance from it, × 1.48), or the commonest.`
  if (found.rows.length === 0)
    return (
      <p className={styles['line']}>
        Nothing that was recorded differs{found.batches.length === 1 ? ' from what is usual' : ''}. <Dim>{history}</Dim>
      </p>
    )
  return (
    <>
      <Table
        label="Differences"
        rows={found.rows}
        // A reading in another unit is a row of its own under the same name.
        keyOf={(row) => `${row.kind} ${row.name} ${row.cells.map(({ text }) => text ?? '').join(' ')}`}
        columns={[
          { head: 'What', names: true, cell: (row) => row.name },
          ...found.batches.map((batch, at) => ({
            head: batch.lotNumber,
            cell: (row: Found['rows'][number]) => <Cell cell={row.cells[at]} />,
          })),
          { head: 'Usual', cell: (row) => <Dim>{row.usual === '' ? 'not known' : row.usual}</Dim> },
        ]}
      />
      <p className={styles['line']}>
        <Dim>{history}</Dim>
      </p>
    </>
  )
}

function Cell({ cell }: { readonly cell: Found['rows'][number]['cells'][number] | undefined }) {
  if (cell?.text == null) return <Dim>not recorded</Dim>
  return cell.unusual ? (
    <>
      {cell.text} <Mark tone="warn">unusual</Mark>
    </>
  ) : (
    cell.text
  )
}
