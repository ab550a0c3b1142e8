import { Button } from '@mantine/core'
import { say } from '../../shared/words/say.ts'

interface More {
  readonly load: () => void
  readonly busy: boolean
}

/** The end of a long list: more of it, where there is more. */
export function LoadMore({ more }: { readonly more: More | null }) {
  if (!more) return null
  return (
    <Button variant="default" mt="md" loading={more.busy} onClick={more.load}>
      {say('Show more')}
    </Button>
  )
}
