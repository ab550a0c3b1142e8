import type { ComponentProps } from 'react'
import { Button } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { RecallStart } from './recallStart.ts'
import { say } from '../../shared/words/say.ts'

/** Opens the recall screen with what is on this one. */
export function RecallButton({ start }: { readonly start: RecallStart }) {
  return (
    <Button
      renderRoot={(look: ComponentProps<'a'>) => <Link {...look} href="/recall" state={start} />}
      variant="default"
      leftSection={<IconShieldExclamation size={20} aria-hidden />}
    >
      {say('Recall…')}
    </Button>
  )
}
