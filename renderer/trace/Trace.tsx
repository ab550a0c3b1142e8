import { useMemo } from 'react'
import { TraceNode } from '../../shared/api/trace.ts'
import { errorBody } from '../api/door.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Answered } from '../ui/Answered.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Empty, Page } from '../ui/Page.tsx'
import { TraceView } from './TraceView.tsx'
import { say } from '../../shared/words/say.ts'

interface TraceProps {
  readonly kind: string
  readonly id: number
  readonly serial: number | null
}

/** The answer page: what one jar, batch, lot, supplier or delivery is, what is in it and where it went. */
export function Trace({ kind, id, serial }: TraceProps) {
  const asked = TraceNode.safeParse({ kind, id })
  if (!asked.success || !isSerial(serial)) return <NotThere />
  return <Opened key={`${kind} ${id}`} kind={asked.data.kind} id={asked.data.id} serial={serial} />
}

function Opened({ kind, id, serial }: TraceNode & { readonly serial: number | null }) {
  const node = useMemo(() => ({ kind, id }), [kind, id])
  const answer = useAnswer('trace', 'open', { node, serial }, { keepLast: true })
  // The head's own answer is asked at once with the first, so that head and trees come to the page together.
  const batch = useAnswer('batches', 'get', { batchId: id }, { enabled: kind === 'batch' })
  const lot = useAnswer('pantry', 'lot', { lotId: id }, { enabled: kind === 'lot' })
  if (answer.error && errorBody(answer.error).code === 'not_found') return <NotThere />
  if (batch.isLoading || lot.isLoading) return null
  return (
    <Answered page answer={answer}>
      {({ row, unit }) => (
        // A lot that was made here opens as the batch that made it.
        <TraceView key={row.node?.kind} node={row.node ?? node} row={row} unit={unit} serial={serial} />
      )}
    </Answered>
  )
}

function NotThere() {
  return (
    <Page title={say('Trace')}>
      <Empty
        title={say('That is not in the record')}
        action={<LinkButton to="/trace">{say('What can be traced')}</LinkButton>}
      >
        {say(
          'The address leads to nothing that was recorded here. Type the code, or the beginning of it, in the box at the top.',
        )}
      </Empty>
    </Page>
  )
}

function isSerial(serial: number | null): boolean {
  return serial === null || (Number.isInteger(serial) && serial >= 1 && serial <= 1_000_000)
}
