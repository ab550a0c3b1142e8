import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { writeSerial } from '../../../shared/domain/lotNumber.ts'
import styles from './UnitStepper.module.css'
import { say } from '../../../shared/words/say.ts'

interface UnitStepperProps {
  /** The unit that is shown; null for the lot number alone. */
  readonly serial: number | null
  /** The unit numbers there are, `first` to `last`. */
  readonly first: number
  readonly last: number
  readonly onChange: (serial: number | null) => void
  /** What steps, where it is not the label to be printed; there is then no choice of the lot number alone. */
  readonly of?: string
}

/** Which unit's label is shown. */
export function UnitStepper({ serial, first, last, onChange, of }: UnitStepperProps) {
  const shown = serial ?? first
  const isLot = serial === null
  const name = (what: string) => (of === undefined ? what : `${of}: ${what.toLowerCase()}`)
  return (
    <div className={styles['stepper']}>
      <ActionIcon
        variant="default"
        aria-label={name(say('Unit before'))}
        disabled={isLot || shown <= first}
        onClick={() => onChange(shown - 1)}
      >
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <TextInput
        className={styles['unit'] ?? ''}
        aria-label={name(say('Unit shown, {first} to {last}', { first, last }))}
        inputMode="numeric"
        disabled={isLot}
        value={isLot ? '' : writeSerial(shown)}
        leftSection={<span className={styles['word']}>{say('Unit')}</span>}
        leftSectionWidth={76}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const typed = Number(event.currentTarget.value)
          if (Number.isInteger(typed) && typed >= 1) onChange(Math.min(Math.max(typed, first), last))
        }}
      />
      <ActionIcon
        variant="default"
        aria-label={name(say('Next unit'))}
        disabled={isLot || shown >= last}
        onClick={() => onChange(shown + 1)}
      >
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
      {of === undefined ? (
        <Checkbox
          size="md"
          className={styles['lot'] ?? ''}
          classNames={{ body: styles['lotBody'] ?? '' }}
          label={say('With the lot number only')}
          checked={isLot}
          onChange={(event) => onChange(event.currentTarget.checked ? null : first)}
        />
      ) : null}
    </div>
  )
}
