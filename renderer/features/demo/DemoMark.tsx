import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { say } from '../../../shared/words/say.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import { Caps } from '../../ui/Caps.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { toastWarning } from '../../ui/toast.ts'
import { useGoTo } from './useGoTo.ts'

const { home } = keySections.work.keys

/** Says on every screen that this is the demo, with the way back to the person’s own kitchen where there is one. */
export function DemoMark({ canLeave }: { readonly canLeave: boolean }) {
  return (
    <>
      <Mark tone="warn">{say('Demo kitchen')}</Mark>
      {canLeave ? <BackToMine /> : null}
    </>
  )
}

function BackToMine() {
  const { go, going, problem } = useGoTo('own')
  useEffect(() => {
    if (problem !== undefined) toastWarning(problem)
  }, [problem])
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!isKey(event, home)) return
      event.preventDefault()
      if (!event.repeat) go()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return (
    <Button
      variant="light"
      loading={going}
      aria-keyshortcuts={home.key}
      rightSection={<Caps of={home.key} aria-hidden />}
      onClick={go}
    >
      {say('Back to my kitchen')}
    </Button>
  )
}
