import { createTheme, Input, type MantineColorsTuple } from '@mantine/core'

const berry: MantineColorsTuple = [
  '#fff0f4',
  '#fbdde6',
  '#f3b5c8',
  '#ec8aa8',
  '#e5668d',
  '#e04f7b',
  '#dc4172',
  '#c33261',
  '#a3244e',
  '#8e1c43',
]

/** Mantine’s parts in the sizes and colours of tokens.css. */
export const theme = createTheme({
  primaryColor: 'berry',
  primaryShade: 8,
  autoContrast: true,
  colors: { berry },
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: {
    xs: 'var(--tb-type-xs)',
    sm: 'var(--tb-type-sm)',
    md: 'var(--tb-type-md)',
    lg: 'var(--tb-type-lg)',
    xl: 'var(--tb-type-xl)',
  },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'var(--tb-type-2xl)' },
      h2: { fontSize: 'var(--tb-type-xl)' },
      h3: { fontSize: 'var(--tb-type-lg)' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md', h: 'var(--tb-target)' } },
    Input: Input.extend({
      vars: (_theme, { size }) => ({ wrapper: size === 'md' ? { '--input-height': 'var(--tb-target)' } : {} }),
    }),
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    Combobox: { defaultProps: { keepMounted: false } },
    ActionIcon: { defaultProps: { size: 'var(--tb-target)', variant: 'subtle', color: 'gray' } },
  },
})
