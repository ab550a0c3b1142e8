import { useEffect, useRef } from 'react'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import type { BatchValues } from './batchRows.ts'

interface FailOptions {
  readonly form: CommandForm<BatchValues, z.output<typeof BatchInput>>['form']
  /** Whether everything that was made counts as discarded now. */
  readonly failed: boolean
  readonly focusReason: () => void
  /** The figures changed by another way than typing. */
  readonly onTouched: () => void
}

type Figures = Pick<BatchValues, 'discarded' | 'discardReason' | 'setAside' | 'packs'>

/**
 * Everything that was made is discarded, and why is asked; done once more, the figures are as they were. The key is Alt+X
 * from anywhere on the page.
 */
export function useFail({ form, failed, focusReason, onTouched }: FailOptions): () => void {
  const before = useRef<Figures>(undefined)
  const { getValues, setValue } = form

  function write({ discarded, discardReason, setAside, packs }: Figures): void {
    const changed = { shouldDirty: true }
    setValue('discarded', discarded, changed)
    setValue('discardReason', discardReason, changed)
    setValue('setAside', setAside, changed)
    setValue('packs', packs, changed)
    onTouched()
  }

  function fail(): void {
    const { made, discarded, discardReason, setAside, packs } = getValues()
    if (failed) {
      const none = { discarded: 0, discardReason: '', setAside: 0 }
      write(before.current ?? { ...none, packs: packs?.map((pack) => ({ ...pack, discarded: 0 })) })
      return
    }
    before.current = { discarded, discardReason, setAside, packs }
    write({
      discarded: made,
      discardReason,
      setAside: 0,
      packs: packs?.map((pack) => ({ ...pack, discarded: pack.made, setAside: 0 })),
    })
    requestAnimationFrame(focusReason)
  }

  const latest = useRef(fail)
  useEffect(() => {
    latest.current = fail
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!isKey(event, keySections.batchPage.keys.fail)) return
      event.preventDefault()
      if (!event.repeat) latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return fail
}
