import { IconPrinter } from '@tabler/icons-react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import type { ThingKind } from './things.ts'

interface CardButtonProps {
  readonly kind: ThingKind
  readonly id: number
  /** What is printed, in a word: `Card`. */
  readonly children: string
  /** Of which thing, to screen readers; left out where the screen is about it alone. */
  readonly of?: string
}

/** Leads to the label of a thing, as it will print. */
export function CardButton({ kind, id, children, of }: CardButtonProps) {
  return (
    <LinkButton
      to={`/cards/${kind}/${id}`}
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
      {...(of === undefined ? {} : { 'aria-label': `${children}: ${of}` })}
    >
      {children}
    </LinkButton>
  )
}
