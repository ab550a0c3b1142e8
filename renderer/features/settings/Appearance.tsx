import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'

const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: 'auto', label: 'Auto' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Light, dark, or as the computer is set; kept on this computer. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl aria-label="Appearance" size="lg" data={schemes} value={colorScheme} onChange={setColorScheme} />
  )
}
