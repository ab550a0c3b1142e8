import { Kbd, TextInput, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { countOf } from '../../shared/words/counted.ts'
import { api, errorBody } from '../api/door.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { keySections } from '../app/keySections.ts'
import { useScan } from '../app/scan.ts'
import { crewPath, thingPath } from '../app/scannedCards.ts'
import { toastError } from '../ui/toast.ts'
import styles from './Finder.module.css'
import { FinderResults, optionId } from './FinderResults.tsx'
import { findable } from './findable.ts'
import { type Found, foundPath } from './nodes.ts'
import { say } from '../../shared/words/say.ts'

/** Short enough for a key to be answered at once, long enough that a scanner's burst asks once. */
const WAIT_MS = 40
const LIST = 'finder-results'

/** The one box that finds everything: typed, pasted or scanned. Ctrl+K brings the keyboard here from anywhere. */
export function Finder() {
  const [, go] = useLocation()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const leftFrom = useRef<Element>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const question = findable(text)
  const [asked] = useDebouncedValue(question, WAIT_MS)
  const answer = useAnswer('trace', 'find', { text: asked }, { enabled: asked !== '', keepLast: true })

  const shown = question === '' || asked === '' ? [] : (answer.data ?? [])
  const settled = asked === question && !answer.isPlaceholderData && !answer.isFetching
  const isOpen = open && question !== '' && (shown.length > 0 || settled)
  const isList = isOpen && shown.length > 0
  const nothing = answer.error ? errorBody(answer.error).message : nothingCalled(text.trim())

  function change(next: string): void {
    setText(next)
    setOpen(true)
    setActive(0)
  }

  function leaveTo(found: Found): void {
    leaveToPath(foundPath(found))
  }

  function leaveToPath(path: string): void {
    setText('')
    setOpen(false)
    go(path)
    // The shell takes the focus with a new path; opening what is already open must leave the box too.
    document.querySelector<HTMLElement>('main')?.focus()
  }

  useScan((scanned, stay) => {
    change(scanned)
    leftFrom.current = document.activeElement
    input.current?.focus()
    if (!stay) void openBest(findable(scanned), 0)
    return true
  }, 'finder')

  /** What Enter opens is what the text means now: a person may be faster than the list. */
  async function openBest(wanted: string, at: number): Promise<void> {
    if (wanted === '') return
    const thing = thingPath(wanted) ?? crewPath(wanted)
    if (thing !== undefined) {
      leaveToPath(thing)
      return
    }
    try {
      const found = await client.fetchQuery({
        queryKey: ['trace', 'find', { text: wanted }],
        queryFn: async () => await api.trace.find({ text: wanted }),
      })
      const typedSince = findable(input.current?.value ?? '') !== wanted
      const chosen = found[at] ?? found[0]
      if (typedSince) return
      if (chosen) leaveTo(chosen)
      else setOpen(true)
    } catch (error) {
      toastError(error)
    }
  }

  /** After a scan that nobody asked for: to the field that had the focus. */
  function goBack(): void {
    setText('')
    setOpen(false)
    if (leftFrom.current instanceof HTMLElement) leftFrom.current.focus()
    leftFrom.current = null
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const { up, down, take, close } = keySections.finder.keys
    if (key === take.key) void openBest(question, settled ? active : 0)
    else if (key === close.key && leftFrom.current) goBack()
    else if (key === close.key && isOpen) setOpen(false)
    else if (key === close.key && text !== '') setText('')
    else if ((key === down.key || key === up.key) && question !== '') {
      setOpen(true)
      if (isList) setActive((active + (key === down.key ? 1 : shown.length - 1)) % shown.length)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search
      className={styles['finder']}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        setOpen(false)
        leftFrom.current = null
      }}
    >
      <TextInput
        ref={input}
        id="finder"
        type="text"
        // A box with a list of its own below is what `combobox` means; a select cannot be typed in.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="combobox"
        aria-label={say('Find')}
        aria-expanded={isList}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={isList ? optionId(active) : undefined}
        aria-keyshortcuts={keySections.everywhere.keys.finder.key}
        autoComplete="off"
        spellCheck={false}
        placeholder={say('Find a jar, lot, product, place…')}
        classNames={{ input: styles['input'] ?? '' }}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={<Kbd aria-hidden>{say('Ctrl K')}</Kbd>}
        rightSectionWidth={82}
        rightSectionPointerEvents="none"
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <VisuallyHidden component="output">
        {isList ? countOf(shown.length, 'result') : isOpen ? nothing : ''}
      </VisuallyHidden>
      {isOpen ? (
        <div className={styles['results']}>
          {isList ? (
            <FinderResults id={LIST} found={shown} active={active} onPoint={setActive} onChoose={leaveTo} />
          ) : (
            <p className={styles['nothing']}>{nothing}</p>
          )}
        </div>
      ) : null}
    </search>
  )
}

function nothingCalled(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return say(
    'Nothing is called “{text}”. Type the beginning of a lot number, the code on a jar or a bag, or a part of the name of a product, an ingredient, a supplier or a place.',
    { text: shown },
  )
}
