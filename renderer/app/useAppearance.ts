import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useLayoutEffect } from 'react'

/** As the computer asks, or more whatever it asks. */
export type Contrast = 'auto' | 'more'

/** For whom the sizes are: big targets read at a metre, or more rows on a desk. */
export type Room = 'kitchen' | 'office'

/** What was chosen of contrast and sizes: kept on this computer, as Mantine keeps light and dark. */
export function useAppearance() {
  const [contrast, setContrast] = useLocalStorage<Contrast>({
    key: 'traceberry contrast',
    defaultValue: 'auto',
    getInitialValueInEffect: false,
    deserialize: (text) => (text === '"more"' ? 'more' : 'auto'),
  })
  const [room, setRoom] = useLocalStorage<Room>({
    key: 'traceberry room',
    defaultValue: 'kitchen',
    getInitialValueInEffect: false,
    deserialize: (text) => (text === '"office"' ? 'office' : 'kitchen'),
  })
  return { contrast, setContrast, room, setRoom }
}

/** Tells tokens.css what was chosen, before anything is painted. */
export function useTokens(): void {
  const { contrast, room } = useAppearance()
  const asked = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false })
  const more = contrast === 'more' || asked
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['room'] = room
    dataset['contrast'] = more ? 'more' : 'usual'
  }, [room, more])
}
