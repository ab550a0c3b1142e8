import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { type AroundNavHandler, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { DoorProvider } from '../api/DoorProvider.tsx'
import { useAnswer } from '../api/useAnswer.ts'
import { Today } from '../features/today/Today.tsx'
import { KeepSaving } from '../ui/KeepSaving.tsx'
import { later } from './later.ts'
import { Opening } from './Opening.tsx'
import { ScanRouter } from './ScanRouter.tsx'
import { Shell } from './Shell.tsx'
import { Spoken } from './Spoken.tsx'
import { theme } from './theme.ts'
import { useTokens } from './useAppearance.ts'

const Screens = later(async () => (await import('./Screens.tsx')).Screens)
const Inspector = later(async () => (await import('./InspectorShell.tsx')).InspectorShell)
const Recovery = later(async () => (await import('../features/recovery/Recovery.tsx')).Recovery)

export function App() {
  useTokens()
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      {/* Without a transition: what was said before is gone with its Undo once something else is said. */}
      <Notifications position="bottom-right" limit={3} transitionDuration={0} />
      <DoorProvider>
        <Router hook={useHashLocation} aroundNav={withoutOldQuestion}>
          <KeepSaving>
            <Opened />
          </KeepSaving>
        </Router>
      </DoorProvider>
    </MantineProvider>
  )
}

/** An address without a question of its own does not keep the one before: `/make/8` is not begun like `/make/7?like=3`. */
const withoutOldQuestion: AroundNavHandler = (navigate, to, options) =>
  navigate(to.includes('?') ? to : `${to}?`, options)

/** The app, or what to do while its record does not open, in the language of the kitchen. */
function Opened() {
  const state = useAnswer('system', 'state', {})
  // Asked together: each would wait for the one before, and the first for the record to open.
  useAnswer('desk', 'state', {})
  useAnswer('kitchen', 'get', {})
  useAnswer('batches', 'again', {})
  // Asked again in vain, it stays as it was: what is being typed is on this page.
  if (!state.data) return state.error ? <Recovery.Part problem={state.error.message} /> : <Opening />
  const { problem, language } = state.data
  return <Spoken language={language}>{problem === null ? <OfKitchen /> : <Recovery.Part problem={problem} />}</Spoken>
}

/** What whoever is at the laptop may do: all of it, or look. */
function OfKitchen() {
  const desk = useAnswer('desk', 'state', {})
  if (desk.isPending) return null
  if (desk.data?.inspecting)
    return (
      <ScanRouter>
        <Inspector.Part />
      </ScanRouter>
    )
  return (
    <ScanRouter>
      <Shell>
        <Switch>
          <Route path="/" component={FirstScreen} />
          <Route component={Screens.Part} />
        </Switch>
      </Shell>
    </ScanRouter>
  )
}

/** Once it is there, the rest is fetched while nobody waits for it. */
function FirstScreen() {
  useEffect(() => {
    const idle = requestIdleCallback(Screens.prepare, { timeout: 2000 })
    return () => cancelIdleCallback(idle)
  }, [])
  return <Today />
}
