import { Link } from 'wouter'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { HoldButton } from './HoldButton.tsx'
import type { Scope } from './notice.ts'
import styles from './Recall.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

type RecallLot = Scope['lots'][number]

interface IngredientLotsProps {
  readonly lots: readonly RecallLot[]
  readonly notice: string
}

/** The lots that the notice means or may mean, with what is left of each and a way to stop its use. */
export function IngredientLots({ lots, notice }: IngredientLotsProps) {
  return (
    <Table<RecallLot>
      label={say('The lots behind it')}
      rows={lots}
      keyOf={(lot) => lot.lotId}
      columns={[
        {
          head: say('Lot'),
          names: true,
          sort: (lot) => lot.label,
          cell: (lot) => (
            <Link href={`/lot/${lot.lotId}`} className={styles['row']}>
              {lot.label}
            </Link>
          ),
        },
        { head: say('Why'), cell: (lot) => lot.because },
        {
          head: say('Column'),
          sort: (lot) => lot.verdict,
          cell: (lot) => <Mark tone={lot.verdict === 'affected' ? 'bad' : 'warn'}>{sayWord(lot.verdict)}</Mark>,
        },
        { head: say('Left here'), number: true, sort: (lot) => lot.onHand.base, cell: (lot) => lot.onHand.text },
        {
          head: say('Hold'),
          cell: (lot) =>
            lot.held ? (
              <Mark tone="bad">{say('on hold')}</Mark>
            ) : lot.onHand.base === 0 ? (
              <Dim>{say('used up')}</Dim>
            ) : (
              <HoldButton lotId={lot.lotId} name={lot.label} notice={notice} />
            ),
        },
      ]}
    />
  )
}
