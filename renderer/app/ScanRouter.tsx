import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { readCommandCard } from '../../shared/domain/thingCode.ts'
import { toastDone } from '../ui/toast.ts'
import { noClaims, ScanContext, useScan, useScanRouting } from './scan.ts'
import { actOnCard, crewPath, thingPath } from './scannedCards.ts'
import { say } from '../../shared/words/say.ts'

/** Hands what is scanned to whom it belongs: command cards act, labels of things open them, screens come before the finder. */
export function ScanRouter({ children }: { readonly children: ReactNode }) {
  const [claims] = useState(noClaims)
  useScanRouting(claims)
  return (
    <ScanContext value={claims}>
      <CardScans />
      {children}
    </ScanContext>
  )
}

function CardScans() {
  const [, go] = useLocation()

  function open(path: string | undefined, stay: boolean): boolean {
    if (path === undefined) return false
    if (stay)
      toastDone(say('Save or leave what you are writing first, then scan this label again to open what it is of.'))
    else go(path)
    return true
  }

  useScan((text, stay) => {
    const command = readCommandCard(text)
    if (command) actOnCard(command)
    return command !== undefined || open(thingPath(text), stay)
  }, 'everywhere')
  useScan((text, stay) => open(crewPath(text), stay), 'crew')
  return null
}
