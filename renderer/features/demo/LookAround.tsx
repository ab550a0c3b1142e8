import { Box, Button, Group } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { Card } from '../../ui/Page.tsx'
import { useGoTo } from './useGoTo.ts'

/** The way to the demo kitchen, and what is there. Nothing in the demo itself. */
export function LookAround() {
  const state = useAnswer('system', 'state', {})
  const { go, going, problem } = useGoTo('demo')
  if (!state.data || state.data.demo) return null
  if (!state.data.capabilities.changeKitchen)
    return (
      <p>
        A demo kitchen with a year of batches and markets, kept apart from yours: close Traceberry and start it with{' '}
        <code>--demo</code>, as in <code>npm start -- --demo</code>. Without it, yours is back.
      </p>
    )
  return (
    <>
      <p>
        A demo kitchen with a year of batches, markets and mishaps, kept apart from yours. Try anything there: it is
        made anew each time, and one key brings you back.
      </p>
      <Group>
        <Button variant="light" loading={going} onClick={go}>
          Look at the demo kitchen
        </Button>
        <output>{going ? 'The demo kitchen is being made: a year of records. It takes some seconds.' : problem}</output>
      </Group>
    </>
  )
}

/** The same among the other screens, where the window can go there. */
export function MoreLookAround() {
  const state = useAnswer('system', 'state', {})
  if (!state.data?.capabilities.changeKitchen || state.data.demo) return null
  return (
    <Box mt="md">
      <Card title="Look around">
        <LookAround />
      </Card>
    </Box>
  )
}
