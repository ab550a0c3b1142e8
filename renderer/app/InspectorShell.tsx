import { Kbd } from '@mantine/core'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Mark } from '../ui/Mark.tsx'
import { ReadOnly } from '../ui/readOnly.ts'
import { Frame } from './Frame.tsx'
import { inspectorPlaces } from './inspectorPlaces.ts'
import { InspectorScreens } from './InspectorScreens.tsx'
import { isKey } from './keys.ts'
import { keySections } from './keySections.ts'
import { useAppKeys } from './useAppKeys.ts'
import { say } from '../../shared/words/say.ts'

const LEAVE = '/leave'
const KEY = keySections.inspector.keys.leave

/** The window while an inspector looks: it shows and saves files, and the core refuses everything else. */
export function InspectorShell() {
  const [, go] = useLocation()
  useAppKeys(inspectorPlaces)

  // Where the work was is no screen of this window, and the other way round.
  useEffect(() => {
    go('/', { replace: true })
    return () => go('/', { replace: true })
  }, [go])

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!isKey(event, KEY)) return
      event.preventDefault()
      go(LEAVE)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [go])

  return (
    <ReadOnly value={true}>
      <Frame
        places={inspectorPlaces}
        left={<Mark tone="warn">{say('Inspector mode: nothing can be changed')}</Mark>}
        right={
          <LinkButton to={LEAVE} variant="default" rightSection={<Kbd aria-hidden>{KEY.key}</Kbd>}>
            {say('Leave')}
          </LinkButton>
        }
      >
        <InspectorScreens />
      </Frame>
    </ReadOnly>
  )
}
