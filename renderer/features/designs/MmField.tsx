import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { roundMm, STEP_MM } from './editing.ts'
import { say } from '../../../shared/words/say.ts'

interface MmFieldProps {
  readonly label: string
  readonly value: number
  /** How far the arrows up and down go. */
  readonly step?: number
  /** Only whole numbers make sense. */
  readonly whole?: boolean
  readonly error?: string | undefined
  readonly onChange: (value: number) => void
}

/** A measure in mm, typed exactly, or changed with the arrows up and down. What is no number is said to be none. */
export function MmField({ label, value, step = STEP_MM, whole = false, error, onChange }: MmFieldProps) {
  const [typed, setTyped] = useState<string>()
  const meant = typed === undefined ? value : readMm(typed)
  const wrong = meant === undefined || (whole && !Number.isInteger(meant))
  const shown = typed !== undefined && (wrong || meant === value) ? typed : String(roundMm(value))

  function type(text: string): void {
    setTyped(text)
    const number = readMm(text)
    if (number !== undefined && (!whole || Number.isInteger(number))) onChange(number)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    setTyped(undefined)
    onChange(roundMm(Math.max(0, value + (event.key === 'ArrowUp' ? step : -step))))
  }

  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      error={wrong ? (whole ? say('Type a whole number.') : say('Type a number of mm.')) : error}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => setTyped(undefined)}
    />
  )
}

function readMm(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  const number = Number(plain)
  return plain === '' || !Number.isFinite(number) || number < 0 ? undefined : roundMm(number)
}
