import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { say } from '../../../shared/words/say.ts'
import styles from './LotField.module.css'

/** One way to fill a lot field. */
export interface LotOption {
  readonly key: string
  readonly text: string
  /** Why it may not be chosen. */
  readonly problem: string | null
  readonly choose: () => void
}

interface LotFieldProps {
  readonly label: string
  /** What the row has now. */
  readonly value: string
  /** What a typed text may mean; every lot for an empty one. */
  readonly optionsFor: (typed: string) => readonly LotOption[]
  /** A sentence for a text that means nothing. */
  readonly nothing: string
  readonly placeholder: string
  readonly error: string | undefined
  readonly inputRef: Ref<HTMLInputElement>
}

/**
 * A field that is typed into: a part of a lot’s name, its number, or a bag just opened. Enter or Tab takes the marked
 * choice, Escape leaves what was there.
 */
export function LotField({ label, value, optionsFor, nothing, placeholder, error, inputRef }: LotFieldProps) {
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const [complaint, setComplaint] = useState<string>()
  const options = typed === undefined ? [] : optionsFor(typed)
  const marked = options[active] ?? options[0]

  function close(): void {
    setTyped(undefined)
    setActive(0)
  }

  /** @returns whether the field may be left */
  function take(option: LotOption | undefined): boolean {
    if (typed === undefined) return true
    if (option && option.problem === null) {
      option.choose()
      setComplaint(undefined)
      close()
      return true
    }
    if (typed.trim() === '') {
      close()
      return true
    }
    setComplaint(
      option?.problem
        ? say('{lot} is {problem}. Choose another lot.', { lot: option.text, problem: option.problem })
        : nothing,
    )
    return false
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== undefined) {
      close()
      setComplaint(undefined)
      event.preventDefault()
      event.stopPropagation()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
      const step = event.key === 'ArrowDown' ? 1 : options.length - 1
      if (typed === undefined) setTyped('')
      else if (options.length > 0) setActive((active + step) % options.length)
      event.preventDefault()
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !take(marked)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  const isOpen = typed !== undefined
  const isTold = !isOpen && value !== ''
  const [lot, left] = partsOf(value)
  return (
    <div className={styles['field']}>
      <TextInput
        ref={inputRef}
        // A box with a list of its own below is what `combobox` means; a select cannot be typed in.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen && options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && marked ? `${list}-${options.indexOf(marked)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed ?? value}
        // All of it, where two lines are too short as well.
        title={value}
        data-told={isTold || undefined}
        error={complaint ?? error}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
          setComplaint(undefined)
        }}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setTyped((now) => now ?? '')}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (take(marked)) return
          setTyped(undefined)
        }}
      />
      {isTold ? (
        <span className={styles['told']} aria-hidden>
          <span>
            {lot} {left ? <span className={styles['left']}>{left}</span> : null}
          </span>
        </span>
      ) : null}
      {isOpen && options.length > 0 ? (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div id={list} role="listbox" aria-label={label} className={styles['list']}>
          {options.map((option, at) => (
            <div
              key={option.key}
              id={`${list}-${at}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={option === marked}
              aria-disabled={option.problem !== null}
              className={styles['option']}
              // Before the field loses the focus and takes what is marked.
              onPointerDown={(event) => {
                event.preventDefault()
                take(option)
              }}
            >
              <span>{option.text}</span>
              {option.problem ? <span className={styles['problem']}>{option.problem}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** A lot, and what is left of it, which stays together where the line breaks. */
function partsOf(value: string): [lot: string, left: string] {
  const at = value.lastIndexOf(' · ')
  return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 3)]
}
