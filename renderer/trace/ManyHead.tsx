import type { ReactNode } from 'react'
import type { TraceNode, TraceRow } from '../../shared/api/trace.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { whatLooks } from './icons.ts'
import { RecallButton } from './RecallButton.tsx'
import { TraceHead } from './TraceHead.tsx'
import { say, sayWord } from '../../shared/words/say.ts'

export type ManyKind = 'supplier' | 'place' | 'person' | 'equipment' | 'item'

/** Whether a start stands for many: then a period says which of them. */
export function isMany(kind: TraceNode['kind']): kind is ManyKind {
  return kind !== 'batch' && kind !== 'lot' && kind !== 'shipment'
}

interface ManyHeadProps {
  readonly node: TraceNode
  readonly row: TraceRow
  readonly print: ReactNode
}

/** The answer for what stands for many: what its trace is made of, and its own screen. */
export function ManyHead({ node, row, print }: ManyHeadProps) {
  const suppliers = useAnswer('directory', 'suppliers', {}, { enabled: row.what === 'supplier' })
  const contact = suppliers.data?.find(({ id }) => id === node.id)?.contact
  const screen = screens[row.what]
  const known = suppliers.data ? contact || say('No contact is recorded') : ''
  const answer = row.what === 'supplier' ? known : sayWord(answers[row.what] ?? '')
  return (
    <TraceHead
      what={sayWord(whatLooks[row.what].word)}
      name={row.label}
      answer={answer}
      actions={
        <>
          {print}
          {screen ? (
            <LinkButton to={screen(node.id)} variant="default">
              {say('Open its page')}
            </LinkButton>
          ) : null}
          {row.what === 'person' ? <RecallButton start={{ personId: node.id }} /> : null}
          {row.what === 'equipment' ? <RecallButton start={{ equipmentId: node.id }} /> : null}
          {row.what === 'supplier' ? <RecallButton start={{ supplierId: node.id }} /> : null}
          {row.what === 'ingredient' ? <RecallButton start={{ itemId: node.id, item: row.label }} /> : null}
        </>
      }
    />
  )
}

const answers: Readonly<Partial<Record<TraceRow['what'], string>>> = {
  place: 'Everything that was sent there',
  person: 'Every batch they made, and where it went',
  equipment: 'Every batch made with it, and where it went',
  product: 'Every batch of it, and where it went',
  ingredient: 'Every lot of it, and what it became',
}

const screens: Readonly<Partial<Record<TraceRow['what'], (id: number) => string>>> = {
  place: (id) => `/place/${id}`,
  person: () => '/people',
  equipment: () => '/equipment',
  product: (id) => `/products/${id}`,
  ingredient: (id) => `/ingredient/${id}`,
}
