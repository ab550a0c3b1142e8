import { useEffect, useState } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import { toastWarning } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

/** What Chromium tells of the laptop's battery; `level` from 0 to 1. TypeScript's library has no words for it. */
interface Battery extends EventTarget {
  readonly charging: boolean
  readonly level: number
}

/** Below it a laptop may be gone within minutes, as a share of the whole. */
const LOW = 0.1

/** Says, on every screen, that the laptop is about to end by itself, and what is safe then. Nothing where it is not. */
export function LowBattery() {
  const percent = useLowBattery()
  const low = percent !== undefined
  useEffect(() => {
    if (low)
      toastWarning(
        say('The battery is nearly empty. Plug the laptop in, or save what you are typing: what was saved is safe.'),
      )
  }, [low])
  return low ? <Mark tone="warn">{say('Battery {percent} %', { percent })}</Mark> : null
}

/** @returns percent left, or undefined while there is enough, it charges, or the computer has no battery */
function useLowBattery(): number | undefined {
  const [percent, setPercent] = useState<number>()
  useEffect(() => {
    const over = new AbortController()
    async function watch(): Promise<void> {
      const battery = await (navigator as { getBattery?: () => Promise<Battery> }).getBattery?.()
      if (!battery || over.signal.aborted) return
      const look = () =>
        setPercent(battery.charging || battery.level > LOW ? undefined : Math.round(battery.level * 100))
      for (const change of ['chargingchange', 'levelchange'])
        battery.addEventListener(change, look, { signal: over.signal })
      look()
    }
    void watch()
    return () => over.abort()
  }, [])
  return percent
}
