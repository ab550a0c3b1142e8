import { createElement, useCallback, useEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { hideToast, toastDone, toastOffer } from '../ui/toast.ts'
import { KeptNotice } from './KeptNotice.tsx'
import { say } from '../../shared/words/say.ts'

/** Where the values of a form are kept, and of what they are: values of something else are not put back. */
export interface KeepAs {
  readonly name: string
  readonly of?: string
}

interface Kept {
  readonly of: string
  readonly values: object
}

const key = ({ name }: KeepAs) => `traceberry form ${name}`

/**
 * Keeps what is typed in a long form on this computer until it is saved, with every key: a reload or a crash takes
 * nothing, a power cut the last seconds, and the rest is there again when its screen is opened.
 * @returns a function that forgets it
 */
export function useKeptValues<In extends FieldValues, Out>(
  form: UseFormReturn<In, unknown, Out>,
  keepAs: KeepAs | undefined,
): () => void {
  const at = useRef(keepAs)
  const forget = useCallback(() => {
    if (at.current) localStorage.removeItem(key(at.current))
  }, [])

  useEffect(() => {
    const where = at.current
    if (!where) return undefined
    const kept = read(where)
    const afresh = form.getValues()
    const untouched = JSON.stringify(afresh)
    let offer: string | undefined
    if (kept) {
      form.reset({ ...afresh, ...kept.values }, { keepDefaultValues: true })
      const onAfresh = () => {
        form.reset(afresh)
        forget()
        toastDone(say('The form is empty again.'))
      }
      offer = toastOffer(createElement(KeptNotice, { onAfresh }))
    }
    const end = form.subscribe({
      formState: { values: true },
      callback({ values }) {
        // Where everything is again as it was, there is nothing to keep.
        if (JSON.stringify(values) === untouched) forget()
        else localStorage.setItem(key(where), JSON.stringify({ of: where.of ?? '', values } satisfies Kept))
      },
    })
    return () => {
      end()
      if (offer !== undefined) hideToast(offer)
    }
  }, [form, forget])
  return forget
}

/** What was kept, unless it is of something else, or is not ours. */
function read(where: KeepAs): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(where)) ?? 'null')
    return isKept(kept) && kept.of === (where.of ?? '') ? kept : undefined
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'of' in value &&
    'values' in value &&
    typeof value.values === 'object' &&
    value.values !== null
  )
}
