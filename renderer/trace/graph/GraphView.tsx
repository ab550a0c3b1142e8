import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { Period, TraceNode } from '../../../shared/api/trace.ts'
import { layOut } from '../../../shared/domain/graphLayout.ts'
import { foldRead, readGraph, type Shown } from '../../../shared/domain/traceGraph.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { pngOf } from '../../ui/pngOf.ts'
import { useSaving } from '../../ui/useSaving.ts'
import { graphPath } from '../nodes.ts'
import { Canvas } from './Canvas.tsx'
import styles from './Graph.module.css'
import { GraphHints } from './GraphHints.tsx'
import { say } from '../../../shared/words/say.ts'

interface GraphViewProps {
  readonly node: TraceNode
  readonly serial: number | null
  readonly period: Period
}

/** The trace as a drawing: what went in to the left, where it went to the right, many alike folded into one. */
export function GraphView(asked: GraphViewProps) {
  const answer = useAnswer('trace', 'graph', asked, { keepLast: true })
  return <Answered answer={answer}>{(graph) => <Drawn asked={asked} graph={graph} />}</Answered>
}

function Drawn({ asked, graph }: { readonly asked: GraphViewProps; readonly graph: AnswerOf<'trace', 'graph'> }) {
  const [, go] = useLocation()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState(graph.asked)
  const hints = useId()
  const { making, save } = useSaving()
  const state = useAnswer('system', 'state', {})
  const read = useMemo(() => readGraph(graph), [graph])
  const shown = useMemo(() => foldRead(read, opened), [read, opened])
  const layout = useMemo(() => layOut(shown.nodes, shown.edges), [shown])
  const nodes = useMemo(() => new Map(graph.nodes.map((each) => [each.key, each.node])), [graph])
  const reached = useMemo(() => {
    if (layout.at.has(chosen)) return chosen
    // It may stand in a smaller group now, have been folded away, or have left the record.
    return shown.nodes.find(({ members }) => members.some(({ key }) => key === chosen))?.key ?? graph.asked
  }, [layout, shown, chosen, graph])
  const asking = graph.nodes.find(({ key }) => key === graph.asked)
  const noPdf = state.data?.capabilities.printToPdf === false

  function open({ key, isGroup, members }: Shown): void {
    const node = nodes.get(key)
    if (!isGroup && node) return go(graphPath(node))
    setOpened(new Set(opened).add(key))
    setChosen(members[0]?.key ?? graph.asked)
  }

  function fold({ within }: Shown): void {
    const group = within.at(-1)
    if (group === undefined) return
    setOpened((now) => new Set([...now].filter((key) => key !== group && !key.startsWith(`${group}.`))))
    setChosen(group)
  }

  const file = (format: 'svg' | 'pdf') => async () => await api.trace.picture({ ...asked, opened: [...opened], format })
  const saving = (name: string, make: () => ReturnType<typeof api.trace.picture>) => (
    <Button
      variant="default"
      aria-label={say('Save the graph as {name}', { name })}
      loading={making === name}
      disabled={name === 'PDF' && noPdf}
      leftSection={<IconDownload size={20} aria-hidden />}
      onClick={() => void save(name, make)}
    >
      {name}
    </Button>
  )
  const folded = shown.nodes.filter(({ isGroup }) => isGroup).length
  const things = countOf(graph.nodes.length, 'thing')
  return (
    <Card
      title={say('Graph: what went in, where it went')}
      aside={
        <output className={styles['dim']}>
          {folded > 0 ? say('{things}, {groups} folded', { things, groups: countOf(folded, 'group') }) : things}
        </output>
      }
    >
      {graph.cut ? (
        <output className={styles['cut']}>
          {say('There is more than can be drawn: what is furthest from here was left out. The list has every line.')}
        </output>
      ) : null}
      <div className={styles['bar']}>
        <div className={styles['saves']}>
          <Button variant="default" disabled={opened.size === 0} onClick={() => setOpened(new Set())}>
            {say('Fold all')}
          </Button>
        </div>
        <div className={styles['saves']}>
          <span className={styles['dim']} aria-hidden>
            {say('Save the graph')}
          </span>
          {saving('PNG', async () => await pngOf(await file('svg')()))}
          {saving('SVG', file('svg'))}
          {saving('PDF', file('pdf'))}
        </div>
      </div>
      <Canvas
        label={asking === undefined ? say('Graph of the trace') : say('Graph of {name}', { name: asking.label })}
        hints={hints}
        shown={shown}
        layout={layout}
        asked={graph.asked}
        sought={graph.sought}
        reached={reached}
        onReach={setChosen}
        canOpen={({ key, isGroup }) => isGroup || (key !== graph.asked && Boolean(nodes.get(key)))}
        onOpen={open}
        onFold={fold}
      />
      <GraphHints id={hints} />
    </Card>
  )
}
