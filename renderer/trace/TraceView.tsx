import type { TraceNode, TraceRow } from '../../shared/api/trace.ts'
import { showDay } from '../../shared/domain/day.ts'
import type { AnswerOf } from '../api/door.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import { BatchHead } from './BatchHead.tsx'
import { LotHead } from './LotHead.tsx'
import { PrintButton } from './PrintButton.tsx'
import styles from './Trace.module.css'
import printStyles from './Printed.module.css'
import { PrintedList } from './PrintedList.tsx'
import { RecallButton } from './RecallButton.tsx'
import { nothingThere } from './sentences.ts'
import { TraceHead } from './TraceHead.tsx'
import { TreeHints } from './TreeHints.tsx'
import { TracePanel } from './TracePanel.tsx'
import { usePrintedTrace } from './usePrintedTrace.ts'

interface TraceViewProps {
  readonly node: TraceNode
  readonly row: TraceRow
  readonly unit: AnswerOf<'trace', 'open'>['unit']
  readonly serial: number | null
}

/** A trace that is there: the answer on top, both trees below, and the whole list for paper. */
export function TraceView({ node, row, unit, serial }: TraceViewProps) {
  const { print, busy, printed } = usePrintedTrace(node)
  const button = <PrintButton busy={busy} onPrint={() => void print()} />
  return (
    <div className={styles['wide']}>
      <PrintedTop />
      <Head node={node} row={row} unit={unit} print={button} />
      {node.kind === 'batch' ? (
        <AnswerPanel key={node.id} batchId={node.id} lotNumber={row.label.split(' ')[0] ?? ''} serial={serial} />
      ) : null}
      <div className="tb-screen-only">
        <Trees node={node} serial={serial} />
      </div>
      {printed ? (
        <div className={printStyles['printed']}>
          {printed.map((part) => (
            <PrintedList key={part.direction} {...part} />
          ))}
        </div>
      ) : (
        <p className={printStyles['unprinted']}>
          To have every line on paper, use “Print list” or Ctrl+P on the screen of the trace.
        </p>
      )}
    </div>
  )
}

/** A supplier has nothing behind it and a delivery nothing ahead: one tree has the whole width. */
function Trees({ node, serial }: { readonly node: TraceNode; readonly serial: number | null }) {
  const backward = <TracePanel key="backward" node={node} direction="backward" serial={null} />
  const forward = <TracePanel key="forward" node={node} direction="forward" serial={serial} />
  if (node.kind === 'supplier' || node.kind === 'shipment') {
    const isSupplier = node.kind === 'supplier'
    return (
      <>
        <div className={styles['trees']}>{isSupplier ? forward : backward}</div>
        <TreeHints />
        <p className={styles['nothing']}>{nothingThere(node.kind, isSupplier ? 'backward' : 'forward')}</p>
      </>
    )
  }
  return (
    <>
      <div className={`${styles['trees']} ${styles['two']}`}>
        <div>{backward}</div>
        <div>{forward}</div>
      </div>
      <TreeHints />
    </>
  )
}

interface HeadProps extends Omit<TraceViewProps, 'serial'> {
  readonly print: React.ReactNode
}

function Head({ node, row, unit, print }: HeadProps) {
  switch (node.kind) {
    case 'batch':
      return <BatchHead batchId={node.id} unit={unit} print={print} />
    case 'lot':
      return <LotHead lotId={node.id} print={print} />
    case 'supplier':
      return (
        <TraceHead
          what="Supplier"
          name={row.label}
          answer={row.detail || 'No contact is recorded'}
          actions={
            <>
              {print}
              <RecallButton start={{ supplierId: node.id }} />
            </>
          }
        />
      )
    case 'shipment':
      return <TraceHead what="Sent to" name={row.label} answer={row.detail} actions={print} />
  }
}

/** Whose record this is and of which day, on paper. */
function PrintedTop() {
  const kitchen = useAnswer('kitchen', 'get', {})
  const state = useAnswer('system', 'state', {})
  return (
    <div className={printStyles['printed']}>
      <p className={printStyles['top']}>
        <strong>{kitchen.data?.name}</strong>
        <span>Trace, printed {state.data ? showDay(state.data.today) : ''}</span>
      </p>
    </div>
  )
}
