import { Button } from '@mantine/core'
import { Page } from '../ui/Page.tsx'

/** Stands in place of a screen whose file could not be had. */
export function NotLoaded() {
  return (
    <Page
      title="This screen did not load"
      actions={<Button onClick={() => window.location.reload()}>Try again</Button>}
    >
      Traceberry may have been closed. What was saved is safe. Start it again, then try again here.
    </Page>
  )
}
