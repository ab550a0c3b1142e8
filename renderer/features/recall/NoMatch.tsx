import { Empty } from '../../ui/Page.tsx'
import type { Scope } from './notice.ts'
import { say } from '../../../shared/words/say.ts'

/** No lot of the record is meant by the notice, and nothing is in doubt. */
export function NoMatch({ scope }: { readonly scope: Scope }) {
  return (
    <Empty title={say('Nothing in the record matches this notice')}>
      {say(
        'No lot was recorded of {notice}. Compare the lot and the days with the notice once more; when they are right, no batch of yours holds it.',
        { notice: scope.notice },
      )}
    </Empty>
  )
}
