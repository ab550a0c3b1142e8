import { Box, Button, Group } from '@mantine/core'
import { say } from '../../../shared/words/say.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Card } from '../../ui/Page.tsx'
import { said } from '../../ui/said.ts'
import { useGoTo } from './useGoTo.ts'

/** The way to the demo kitchen, and what is there. Nothing in the demo itself. */
export function LookAround() {
  const state = useAnswer('system', 'state', {})
  const { go, going, problem } = useGoTo('demo')
  if (!state.data || state.data.demo) return null
  if (!state.data.capabilities.changeKitchen)
    return (
      <p>
        {said(
          'A demo kitchen with a year of batches and markets, kept apart from yours: close Traceberry and start it with {option}, as in {command}. Without it, yours is back.',
          { option: <code>{'--demo'}</code>, command: <code>{'npm start -- --demo'}</code> },
        )}
      </p>
    )
  return (
    <>
      <p>
        {say(
          'A demo kitchen with a year of batches, markets and mishaps, kept apart from yours. Try anything there: it is made anew each time, and one key brings you back.',
        )}
      </p>
      <Group>
        <Button variant="light" loading={going} onClick={go}>
          {say('Look at the demo kitchen')}
        </Button>
        <output>
          {going ? say('The demo kitchen is being made: a year of records. It takes some seconds.') : problem}
        </output>
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
      <Card title={say('Look around')}>
        <LookAround />
      </Card>
    </Box>
  )
}
