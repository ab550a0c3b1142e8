import { Button } from '@mantine/core'
import { Page } from '../ui/Page.tsx'
import { say } from '../../shared/words/say.ts'

/** Stands in place of a screen whose file could not be had. */
export function NotLoaded() {
  return (
    <Page
      title={say('This screen did not load')}
      actions={<Button onClick={() => window.location.reload()}>{say('Try again')}</Button>}
    >
      {say('Traceberry may have been closed. What was saved is safe. Start it again, then try again here.')}
    </Page>
  )
}
