import { Button, Group } from '@mantine/core'

/** Asks before something that is not new is undone; Enter says yes. */
export function AskUndo({ what, onUndo }: { readonly what: string; readonly onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>The last thing was: {what}. Undo it?</span>
      <Button size="compact-md" variant="default" flex="none" autoFocus onClick={onUndo}>
        Undo
      </Button>
    </Group>
  )
}
