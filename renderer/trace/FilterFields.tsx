import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { isFiltering, noFilter, type TreeFilter } from './treeFilter.ts'
import styles from './FilterFields.module.css'
import { say, sayWord } from '../../shared/words/say.ts'

interface FilterFieldsProps {
  /** What is filtered, for who does not see it. */
  readonly of: string
  readonly filter: TreeFilter
  readonly onChange: (filter: TreeFilter) => void
  readonly children: React.ReactNode
}

/** Words, and on request the kind, how sure, the days and what is still here; with the buttons of the tree beside. */
export function FilterFields({ of, filter, onChange, children }: FilterFieldsProps) {
  const [isOpen, setOpen] = useState(false)
  const isMore = isOpen || isFiltering(filter)
  const change = (part: Partial<TreeFilter>) => onChange({ ...filter, ...part })
  return (
    <>
      <div className={styles['tools']}>
        <TextInput
          aria-label={say('Filter the open lines of {of}', { of })}
          placeholder={say('Filter the open lines')}
          leftSection={<IconFilter size={18} aria-hidden />}
          value={filter.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
          onKeyDown={(event) => (event.key === 'Escape' ? change({ words: '' }) : undefined)}
        />
        <Button
          variant="default"
          px={12}
          aria-label={isFiltering(filter) ? say('Show all of {of}', { of }) : say('More filters of {of}', { of })}
          aria-expanded={isMore}
          onClick={() => (isFiltering(filter) ? onChange({ ...noFilter, words: filter.words }) : setOpen(!isOpen))}
        >
          {isFiltering(filter) ? say('Show all') : <IconAdjustmentsHorizontal size={20} aria-hidden />}
        </Button>
        {children}
      </div>
      {isMore ? (
        <fieldset className={styles['more']} aria-label={say('Filters of {of}', { of })}>
          <NativeSelect
            label={say('What')}
            value={filter.kind}
            data={inWords(kinds)}
            onChange={(event) => change({ kind: known(kinds, event.currentTarget.value) })}
          />
          <NativeSelect
            label={say('How sure')}
            value={filter.known}
            data={inWords(bases)}
            onChange={(event) => change({ known: known(bases, event.currentTarget.value) })}
          />
          <TextInput
            type="date"
            label={say('From')}
            value={filter.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={say('To')}
            value={filter.to}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
          <Checkbox
            label={say('Only what is here')}
            checked={filter.here}
            onChange={(event) => change({ here: event.currentTarget.checked })}
          />
        </fieldset>
      ) : null}
    </>
  )
}

interface Choice<T extends string> {
  readonly value: T
  readonly label: string
}

const kinds: Choice<TreeFilter['kind']>[] = [
  { value: '', label: 'Everything' },
  { value: 'batches', label: 'Batches' },
  { value: 'lots', label: 'Ingredient lots' },
  { value: 'suppliers', label: 'Suppliers' },
  { value: 'places', label: 'Sent to' },
  { value: 'units', label: 'Here, set aside, discarded' },
]

const bases: Choice<TreeFilter['known']>[] = [
  { value: '', label: 'All' },
  { value: 'confirmed', label: 'Confirmed, by number' },
  { value: 'assumed', label: 'Assumed, by range' },
  { value: 'unknown', label: 'Unknown' },
]

function inWords<T extends string>(choices: readonly Choice<T>[]): Choice<T>[] {
  return choices.map(({ value, label }) => ({ value, label: sayWord(label) }))
}

function known<T extends string>(choices: readonly Choice<T>[], value: string): T | '' {
  return choices.find((choice) => choice.value === value)?.value ?? ''
}
