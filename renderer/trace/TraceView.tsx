import { useState } from 'react'
import { useSearch } from 'wouter'
import type { Period, TraceNode, TraceRow } from '../../shared/api/trace.ts'
import { sayDay } from '../../shared/words/day.ts'
import type { AnswerOf } from '../api/door.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { useReadOnly } from '../ui/readOnly.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import { BatchHead } from './BatchHead.tsx'
import { GraphView } from './graph/GraphView.tsx'
import { LotHead } from './LotHead.tsx'
import { isMany, ManyHead } from './ManyHead.tsx'
import { nodeKey } from './nodes.ts'
import { PeriodFields } from './PeriodFields.tsx'
import { PrintButton } from './PrintButton.tsx'
import styles from './Trace.module.css'
import printStyles from './Printed.module.css'
import { PrintedList } from './PrintedList.tsx'
import { nothingThere } from './sentences.ts'
import { TraceHead } from './TraceHead.tsx'
import { TreeHints } from './TreeHints.tsx'
import { TracePanel } from './TracePanel.tsx'
import { usePrintedTrace } from './usePrintedTrace.ts'
import { ViewButton } from './ViewButton.tsx'
import { say } from '../../shared/words/say.ts'

interface TraceViewProps {
  readonly node: TraceNode
  readonly row: TraceRow
  readonly unit: AnswerOf<'trace', 'open'>['unit']
  readonly serial: number | null
}

/** A trace that is there: the answer on top, both trees below, and the whole list for paper. */
export function TraceView({ node, row, unit, serial }: TraceViewProps) {
  const [period, setPeriod] = useState<Period>(null)
  const { print, busy, printed } = usePrintedTrace(node, period)
  const readOnly = useReadOnly()
  const isGraph = new URLSearchParams(useSearch()).get('view') === 'graph'
  const button = (
    <>
      <ViewButton node={node} serial={serial} isGraph={isGraph} />
      <PrintButton busy={busy} onPrint={() => void print()} />
    </>
  )
  return (
    <div className={styles['wide']}>
      <PrintedTop period={period} />
      <Head node={node} row={row} unit={unit} print={button} />
      {node.kind === 'batch' && !readOnly ? (
        <AnswerPanel key={node.id} batchId={node.id} lotNumber={row.label.split(' ')[0] ?? ''} serial={serial} />
      ) : null}
      <div className="tb-screen-only">
        {isMany(node.kind) ? <PeriodFields period={period} onChange={setPeriod} /> : null}
        {isGraph ? (
          <div className={styles['trees']}>
            <GraphView key={nodeKey(node)} node={node} serial={serial} period={period} />
          </div>
        ) : (
          <Trees node={node} serial={serial} period={period} />
        )}
      </div>
      {printed ? (
        <div className={printStyles['printed']}>
          {printed.map((part) => (
            <PrintedList key={part.direction} {...part} />
          ))}
        </div>
      ) : (
        <p className={printStyles['unprinted']}>
          {say('To have every line on paper, use “Print list” or Ctrl+P on the screen of the trace.')}
        </p>
      )}
    </div>
  )
}

interface TreesProps {
  readonly node: TraceNode
  readonly serial: number | null
  readonly period: Period
}

/** A supplier has nothing behind it and a delivery nothing ahead: one tree has the whole width. */
function Trees({ node, serial, period }: TreesProps) {
  const backward = <TracePanel key="backward" node={node} direction="backward" serial={null} period={period} />
  const forward = <TracePanel key="forward" node={node} direction="forward" serial={serial} period={period} />
  if (isMany(node.kind) || node.kind === 'shipment') {
    const isEnd = node.kind === 'shipment' || node.kind === 'place'
    return (
      <>
        <div className={styles['trees']}>{isEnd ? backward : forward}</div>
        <TreeHints />
        <p className={styles['nothing']}>{nothingThere(node.kind, isEnd ? 'forward' : 'backward')}</p>
      </>
    )
  }
  return (
    <>
      <div className={`${styles['trees']} ${styles['two']}`}>
        <div>{backward}</div>
        <div>{forward}</div>
      </div>
      {node.kind === 'batch' ? (
        <div className={styles['trees']}>
          <TracePanel key="siblings" node={node} direction="siblings" serial={null} period={null} />
        </div>
      ) : null}
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
    case 'shipment':
      return <TraceHead what={say('Sent to')} name={row.label} answer={row.detail} actions={print} />
    case 'supplier':
    case 'place':
    case 'person':
    case 'equipment':
    case 'item':
      return <ManyHead node={node} row={row} print={print} />
  }
}

/** Whose record this is, of which day and of which days it tells, on paper: a part must not be read as the whole. */
function PrintedTop({ period }: { readonly period: Period }) {
  const kitchen = useAnswer('kitchen', 'get', {})
  const state = useAnswer('system', 'state', {})
  return (
    <div className={printStyles['printed']}>
      <p className={printStyles['top']}>
        <strong>{kitchen.data?.name}</strong>
        <span>{say('Trace, printed {day}', { day: state.data ? sayDay(state.data.today) : '' })}</span>
      </p>
      {period?.from || period?.to ? (
        <p>
          <strong>{periodInWords(period)}</strong>
        </p>
      ) : null}
    </div>
  )
}

function periodInWords({ from, to }: NonNullable<Period>): string {
  if (from && to) return say('Only from {from} until {to}', { from: sayDay(from), to: sayDay(to) })
  if (from) return say('Only from {from}', { from: sayDay(from) })
  return to ? say('Only until {to}', { to: sayDay(to) }) : ''
}
