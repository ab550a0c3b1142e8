import type { ReactNode } from 'react'
import { useAnswer } from '../api/useAnswer.ts'
import { DemoMark } from '../features/demo/DemoMark.tsx'
import { LowBattery } from '../features/desk/LowBattery.tsx'
import { WhoIsHere } from '../features/desk/WhoIsHere.tsx'
import { Frame } from './Frame.tsx'
import { places } from './places.ts'
import { useAppKeys } from './useAppKeys.ts'
import { useOpenedFile } from './useOpenedFile.ts'
import { useUndoKeys } from './useUndoKeys.ts'

/** The window at work. */
export function Shell({ children }: { readonly children: ReactNode }) {
  useAppKeys(places)
  useUndoKeys()
  useOpenedFile()
  // The day changes while nobody does anything.
  const state = useAnswer('system', 'state', {}, { everyMs: 60_000 })
  const kitchen = useAnswer('kitchen', 'get', {})
  return (
    <Frame
      places={places}
      left={kitchen.data?.name ?? ''}
      right={
        <>
          {state.data?.demo ? <DemoMark canLeave={state.data.capabilities.changeKitchen} /> : null}
          <LowBattery />
          <WhoIsHere />
        </>
      }
    >
      {children}
    </Frame>
  )
}
