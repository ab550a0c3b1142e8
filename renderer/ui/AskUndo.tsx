import { Button, Group } from '@mantine/core'
import { say } from '../../shared/words/say.ts'

/** Asks before something that is not new is undone; Enter says yes. */
export function AskUndo({ what, onUndo }: { readonly what: string; readonly onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{say('The last thing was: {what}. Undo it?', { what })}</span>
      <Button size="compact-md" variant="default" flex="none" autoFocus onClick={onUndo}>
        {say('Undo')}
      </Button>
    </Group>
  )
}
