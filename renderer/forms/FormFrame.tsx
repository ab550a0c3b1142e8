import { Alert } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { type FieldValues, FormProvider, useFormState } from 'react-hook-form'
import { isKey } from '../app/keys.ts'
import { keySections } from '../app/keySections.ts'
import { FactorOffers } from './factorOffers.ts'
import type { CommandForm } from './useCommandForm.ts'

const { keys } = keySections.form

interface FormFrameProps<In extends FieldValues, Out extends FieldValues> {
  readonly command: CommandForm<In, Out>
  /** Says what the form is for, to screen readers. */
  readonly name: string
  /** In forms with rows, Enter goes to the next field, as scanners end with it; Ctrl+Enter saves. */
  readonly enterMovesOn?: boolean
  readonly onEscape?: () => void
  readonly children: ReactNode
}

/** The frame of every form: Ctrl+Enter saves, from anywhere on its screen, and the browser's own bubbles stay away. */
export function FormFrame<In extends FieldValues, Out extends FieldValues>({
  command,
  name,
  enterMovesOn = false,
  onEscape,
  children,
}: FormFrameProps<In, Out>) {
  const frame = useRef<HTMLFormElement>(null)
  const { isDirty } = useFormState({ control: command.form.control })
  useSaveKey(frame)

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!command.busy) void command.submit()
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.defaultPrevented) return
    if (event.key === keys.leave.key) onEscape?.()
    if (event.key !== keys.next.key || event.ctrlKey || event.metaKey || !enterMovesOn) return
    if (event.target instanceof HTMLElement && /^(INPUT|SELECT)$/.test(event.target.tagName)) {
      event.preventDefault()
      focusNext(event.currentTarget, event.target)
    }
  }

  return (
    <FormProvider {...command.form}>
      <form
        ref={frame}
        noValidate
        aria-label={name}
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        // A scan that means nothing here does not lead away from a form in which something was typed (app/scan.ts).
        data-changed={isDirty || undefined}
      >
        <FactorOffers value={command.factors ?? none}>{children}</FactorOffers>
      </form>
    </FormProvider>
  )
}

const none = { missing: [], onSaved: () => undefined }

/** What stands in the way of saving, as one sentence; read out as soon as it is there. */
export function FormProblem<In extends FieldValues, Out extends FieldValues>({
  command,
}: {
  readonly command: CommandForm<In, Out>
}) {
  const { errors } = command.form.formState
  const sentence = errors.root?.message
  return (
    <div role="alert">
      {sentence ? (
        <Alert role="presentation" color="red" mb="md">
          {sentence}
        </Alert>
      ) : null}
    </div>
  )
}

/** Ctrl+Enter submits the form that has the focus; where none has, the first one on the screen. */
function useSaveKey(frame: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      if (!isKey(event, keys.save) || event.defaultPrevented) return
      const focused = event.target instanceof Element ? event.target.closest('form') : null
      if ((focused ?? document.querySelector('main form')) !== frame.current) return
      event.preventDefault()
      frame.current?.requestSubmit()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [frame])
}

/** Fields that are rarely filled in carry `data-enter-skips`: Tab still reaches them. */
function focusNext(form: HTMLFormElement, from: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>('input, select, textarea, button[type=submit]')].filter(
    (field) =>
      !field.hasAttribute('disabled') &&
      !field.hasAttribute('data-enter-skips') &&
      field.tabIndex >= 0 &&
      field.offsetParent !== null,
  )
  const next = fields[fields.indexOf(from) + 1]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}
