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

/** Large targets and quiet colours: read at a metre, hit with floury hands. */
export const theme = createTheme({
  primaryColor: 'berry',
  primaryShade: 8,
  autoContrast: true,
  colors: { berry },
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.25rem' }, h3: { fontSize: '1.0625rem' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md', h: 44 } },
    Input: Input.extend({
      vars: (_theme, { size }) => ({ wrapper: size === 'md' ? { '--input-height': '44px' } : {} }),
    }),
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    Combobox: { defaultProps: { keepMounted: false } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
  },
})
