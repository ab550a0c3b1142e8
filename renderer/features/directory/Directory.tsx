import { Page } from '../../ui/Page.tsx'
import { Places } from './Places.tsx'
import { Suppliers } from './Suppliers.tsx'
import { say } from '../../../shared/words/say.ts'

/** Whom ingredients come from and where products go: a recall asks for both, and how to reach them. */
export function Directory() {
  return (
    <Page
      title={say('Suppliers and places')}
      under={say(
        'New names are added as you receive and send. Write down how to reach them: in a recall every minute counts.',
      )}
    >
      <Suppliers />
      <Places />
    </Page>
  )
}
