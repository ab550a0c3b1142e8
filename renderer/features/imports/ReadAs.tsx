import { NativeSelect } from '@mantine/core'
import { sayDay } from '../../../shared/words/day.ts'
import type { ImportAnswer } from './rowWords.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

type Sheet = ImportAnswer['sheets'][number]
type Settings = Sheet['settings']

interface ReadAsProps {
  readonly sheet: Sheet
  readonly disabled: boolean
  readonly onChange: (wanted: Partial<Settings>) => void
}

const orders = { 'month first': 'Month first: 3/4 is March 4', 'day first': 'Day first: 3/4 is April 3' }
const signs = { point: 'Point: 1.5', comma: 'Comma: 1,5' }

/** How the days and numbers of a table are read: asked where they can be read both ways, changed at any time. */
export function ReadAs({ sheet, disabled, onChange }: ReadAsProps) {
  const { dates, decimal, settings } = sheet
  return (
    <>
      {dates.unclear === null || settings.dateOrder !== null ? (
        <NativeSelect
          label={say('Days are written')}
          disabled={disabled}
          value={settings.dateOrder ?? ''}
          data={choices(orders, settings.dateOrder === null ? dates.order : null)}
          onChange={(event) => onChange({ dateOrder: keyIn(orders, event.currentTarget.value) })}
        />
      ) : (
        <NativeSelect
          label={say('What day is {written}?', { written: dates.unclear })}
          description={dates.because}
          disabled={disabled}
          value=""
          data={[
            { value: '', label: say('Choose') },
            ...dates.readings.map(({ order, day }) => ({ value: order, label: sayDay(day) })),
          ]}
          onChange={(event) => onChange({ dateOrder: keyIn(orders, event.currentTarget.value) })}
        />
      )}
      <NativeSelect
        label={say('Decimal sign')}
        disabled={disabled}
        value={settings.decimal ?? ''}
        data={choices(signs, settings.decimal === null ? decimal : null)}
        onChange={(event) => onChange({ decimal: keyIn(signs, event.currentTarget.value) })}
      />
    </>
  )
}

/** @param found what the table itself says, where nobody chose */
function choices<K extends string>(words: Readonly<Record<K, string>>, found: K | null) {
  const itself =
    found === null
      ? say('As the table says')
      : say('As the table says: {reading}', { reading: lowerFirst(sayWord(words[found])) })
  return [
    { value: '', label: itself },
    ...Object.entries<string>(words).map(([value, label]) => ({ value, label: sayWord(label) })),
  ]
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function keyIn<K extends string>(words: Readonly<Record<K, string>>, value: string): K | null {
  return value in words ? (value as K) : null
}
