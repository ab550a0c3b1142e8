import { Button, NativeSelect } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { recallKinds } from '../../../shared/api/recalls.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import type { Notice } from './notice.ts'
import styles from './Recall.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

/** Keeps the scope as it is now as a recall, and puts affected stock on hold with it. Ctrl+Enter from anywhere. */
export function StartRecall({ notice, disabled }: { readonly notice: Notice; readonly disabled: boolean }) {
  const [, go] = useLocation()
  const { run, busy } = useCommand('recalls', 'open')
  const [kind, setKind] = useState<(typeof recallKinds)[number]>('recall')

  async function start(): Promise<void> {
    try {
      const { recallId, held } = await run({ ...notice, kind })
      toastDone(
        held > 0
          ? say('Opened. {count} lots are on hold now.', { count: held })
          : say('Opened. Nothing was left to hold.'),
      )
      go(`/recalls/${recallId}`)
    } catch (error) {
      toastError(error)
    }
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isKey(event, keySections.recall.keys.start) || disabled || busy) return
    event.preventDefault()
    void start()
  })
  useEffect(() => {
    // Before the form's own key, which listens on the window.
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <div className={styles['start']}>
      <NativeSelect
        aria-label={say('What kind')}
        size="md"
        data={recallKinds.map((value) => ({ value, label: sayWord(value) }))}
        value={kind}
        onChange={(event) => setKind(recallKinds.find((each) => each === event.currentTarget.value) ?? 'recall')}
      />
      <Button
        h="var(--tb-target-main)"
        size="lg"
        color="red"
        loading={busy}
        disabled={disabled}
        aria-keyshortcuts={keySections.recall.keys.start.key}
        leftSection={<IconShieldExclamation size={24} aria-hidden />}
        onClick={() => void start()}
      >
        {say('Start the {kind}', { kind: sayWord(kind) })}
      </Button>
    </div>
  )
}
