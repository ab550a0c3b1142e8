import { useState } from 'react'
import { useController, type UseFormReturn } from 'react-hook-form'
import type { Design } from './design.ts'

/** Steps that can be taken back; older ones are forgotten. */
const MOST_STEPS = 200

interface Steps {
  readonly past: readonly Design[]
  readonly future: readonly Design[]
  /** What is being done: changes of one drag, or of one field that is typed in, are one step. */
  readonly doing: string | undefined
}

export interface EditedDesign {
  readonly design: Design
  /** @param doing changes one after the other that do the same are taken back together */
  readonly change: (next: Design, doing?: string) => void
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
}

export interface DesignForm {
  readonly designId?: number | null | undefined
  readonly design: Design
}

/** The design in a form with its own steps back and forth, apart from those of the kitchen’s record. */
export function useDesign<Out>(form: UseFormReturn<DesignForm, unknown, Out>): EditedDesign {
  const { field } = useController({ control: form.control, name: 'design' })
  const [{ past, future, doing: last }, setSteps] = useState<Steps>({ past: [], future: [], doing: undefined })
  const design = field.value
  const [before] = past.slice(-1)
  const [after] = future.slice(-1)
  return {
    design,
    change(next, doing) {
      const goesOn = doing !== undefined && doing === last && past.length > 0
      setSteps({ past: goesOn ? past : [...past, design].slice(-MOST_STEPS), future: [], doing })
      field.onChange(next)
    },
    undo:
      before &&
      (() => {
        setSteps({ past: past.slice(0, -1), future: [...future, design], doing: undefined })
        field.onChange(before)
      }),
    redo:
      after &&
      (() => {
        setSteps({ past: [...past, design], future: future.slice(0, -1), doing: undefined })
        field.onChange(after)
      }),
  }
}
