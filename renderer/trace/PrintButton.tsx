import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { say } from '../../shared/words/say.ts'

/** Prints the whole trace. */
export function PrintButton({ busy, onPrint }: { readonly busy: boolean; readonly onPrint: () => void }) {
  return (
    <Button
      loading={busy}
      leftSection={<IconPrinter size={20} aria-hidden />}
      aria-keyshortcuts="Control+P"
      onClick={onPrint}
    >
      {say('Print list')}
    </Button>
  )
}
