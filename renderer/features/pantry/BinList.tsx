import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import { BinForm } from './BinForm.tsx'
import { BinMarks } from './BinMarks.tsx'
import { say } from '../../../shared/words/say.ts'

/** Every bin with what it holds. */
export function BinList() {
  const [adding, setAdding] = useState(false)
  const bins = useAnswer('bins', 'list', {})
  return (
    <Card
      title={say('Bins')}
      aside={
        <Button variant="default" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {say('Add a bin')}
        </Button>
      }
    >
      {adding ? <BinForm bin={null} onClose={() => setAdding(false)} /> : null}
      <Answered answer={bins}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>
              {say(
                'A bin is a tub or hopper that you top up before it is empty, so that bags mix in it. Add yours, and every batch that used it traces to every bag that was in it.',
              )}
            </Dim>
          ) : (
            <Table
              label={say('Bins')}
              rows={rows}
              keyOf={(bin) => bin.id}
              columns={[
                {
                  head: say('Bin'),
                  names: true,
                  sort: (bin) => bin.name,
                  cell: (bin) => <Link href={`/bin/${bin.id}`}>{bin.name}</Link>,
                },
                { head: say('Ingredient'), sort: (bin) => bin.ingredient, cell: (bin) => bin.ingredient },
                { head: say('Left'), number: true, cell: (bin) => bin.content?.onHand.text ?? '—' },
                { head: say('Lots in it'), number: true, cell: (bin) => bin.content?.lots ?? '—' },
                { head: say('Filled from'), cell: (bin) => dayOr(bin.content?.filledOn ?? null, '—') },
                { head: say('Best by'), cell: (bin) => dayOr(bin.content?.bestBy ?? null, '—') },
                { head: say('State'), cell: (bin) => <BinMarks bin={bin} /> },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  )
}
