import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { type Contrast, type Room, useAppearance } from '../../app/useAppearance.ts'
import styles from './Appearance.module.css'
import { say } from '../../../shared/words/say.ts'

const schemes = (): { value: MantineColorScheme; label: string }[] => [
  { value: 'auto', label: say('As the computer') },
  { value: 'light', label: say('Light') },
  { value: 'dark', label: say('Dark') },
]

const contrasts = (): { value: Contrast; label: string }[] => [
  { value: 'auto', label: say('As the computer') },
  { value: 'more', label: say('High') },
]

const rooms = (): { value: Room; label: string }[] => [
  { value: 'kitchen', label: say('Kitchen') },
  { value: 'office', label: say('Office') },
]

/** Light or dark, how much contrast, and how large; kept on this computer. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { contrast, setContrast, room, setRoom } = useAppearance()
  return (
    <div className={styles['choices']}>
      <Choice
        name={say('Light or dark')}
        about={say('Dark is easier on the eyes in the evening.')}
        data={schemes()}
        value={colorScheme}
        onChange={setColorScheme}
      />
      <Choice
        name={say('Contrast')}
        about={say('High makes every edge and every word plain, in light and in dark.')}
        data={contrasts()}
        value={contrast}
        onChange={setContrast}
      />
      <Choice
        name={say('Sizes')}
        about={say('Kitchen is read at a metre and hit with floury hands; Office shows more at once, for a mouse.')}
        data={rooms()}
        value={room}
        onChange={setRoom}
      />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  readonly name: string
  readonly about: string
  readonly data: { value: T; label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ name, about, ...control }: ChoiceProps<T>) {
  return (
    <div className={styles['choice']}>
      <strong>{name}</strong>
      <SegmentedControl aria-label={name} size="md" {...control} />
      <span className={styles['about']}>{about}</span>
    </div>
  )
}
