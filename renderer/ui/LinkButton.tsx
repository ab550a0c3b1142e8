import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** A link that looks like a button. */
export function LinkButton({
  to,
  children,
  ...look
}: ButtonProps & { readonly to: string; readonly children: ReactNode }) {
  return (
    <Button component={Link} href={to} {...look}>
      {children}
    </Button>
  )
}
