import { type ReactNode, useState } from 'react'
import { type ScanClaims, ScanContext, useScanRouting } from './scan.ts'

/** Hands what is scanned to the screen that takes it, otherwise to the finder. */
export function ScanRouter({ children }: { readonly children: ReactNode }) {
  const [claims] = useState<ScanClaims>(() => ({ screens: new Set(), desk: new Set(), finder: new Set() }))
  useScanRouting(claims)
  return <ScanContext value={claims}>{children}</ScanContext>
}
