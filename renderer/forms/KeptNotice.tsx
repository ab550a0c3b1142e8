import { Button, Group } from '@mantine/core'
import { say } from '../../shared/words/say.ts'

/** Says that a form holds again what was typed and not saved, and lets go of it. */
export function KeptNotice({ onAfresh }: { readonly onAfresh: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      {say('What was typed here and not saved is here again.')}
      <Button variant="default" style={{ flexShrink: 0 }} onClick={onAfresh}>
        {say('Start afresh')}
      </Button>
    </Group>
  )
}
