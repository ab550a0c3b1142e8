import { Button, Kbd } from '@mantine/core'
import { IconList, IconSchema } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { TraceNode } from '../../shared/api/trace.ts'
import { useSectionKeys } from '../app/useSectionKeys.ts'
import { tracePath } from './nodes.ts'
import { say } from '../../shared/words/say.ts'

interface ViewButtonProps {
  readonly node: TraceNode
  readonly serial: number | null
  readonly isGraph: boolean
}

/** Turns the list into the graph and back; G does the same. */
export function ViewButton({ node, serial, isGraph }: ViewButtonProps) {
  const [, go] = useLocation()
  const path = serial === null ? tracePath(node) : `${tracePath(node)}/${serial}`
  const turn = () => go(isGraph ? path : `${path}?view=graph`, { replace: true })
  useSectionKeys('traceView', { turn })
  const Icon = isGraph ? IconList : IconSchema
  return (
    <Button
      variant="default"
      aria-keyshortcuts="G"
      leftSection={<Icon size={20} aria-hidden />}
      rightSection={<Kbd aria-hidden>G</Kbd>}
      onClick={turn}
    >
      {isGraph ? say('List') : say('Graph')}
    </Button>
  )
}
