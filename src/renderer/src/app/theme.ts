import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** The one accent: a quiet ink blue-violet, apart from every colour of the annotation palette. */
const accent: MantineColorsTuple = [
  '#eef0fb',
  '#dde0f5',
  '#bcc3ec',
  '#99a3e2',
  '#7a86d8',
  '#5b68c8',
  '#4c58b8',
  '#404b9f',
  '#363f86',
  '#2b326c',
]

/** Greys with a trace of warmth, for the light scheme. */
const gray: MantineColorsTuple = [
  '#f8f8f6',
  '#f2f2ef',
  '#e9e9e5',
  '#dededa',
  '#cbcbc6',
  '#a9a9a3',
  '#83837d',
  '#5c5c57',
  '#3d3d39',
  '#23231f',
]

/** Greys for the dark scheme, from text to the deepest ground. */
const dark: MantineColorsTuple = [
  '#d6d6d3',
  '#b4b5b4',
  '#9a9b9d',
  '#6d6f73',
  '#43464b',
  '#35383c',
  '#292b2f',
  '#1f2124',
  '#191a1d',
  '#121315',
]

const systemFont =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, "Helvetica Neue", Arial, sans-serif'

/** Small type on a 4 px grid, small radii, no decoration: a desktop program, not a web page. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, gray, dark },
  black: '#1d1d1a',
  fontFamily: systemFont,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  headings: { fontFamily: systemFont, fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '1.5rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  defaultRadius: 'sm',
  cursorType: 'default',
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { size: '1.75rem', variant: 'subtle', color: 'gray' } },
    Button: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Input: { defaultProps: { size: 'xs' } },
    InputWrapper: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    ColorInput: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, withCheckIcon: true } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 80 }, fz: '0.75rem' } },
    // The page never scrolls, so a dialog need not lock it; the lock would write styles that the policy refuses.
    ModalRoot: { defaultProps: { lockScroll: false, transitionProps: { duration: 60, transition: 'fade' } } },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.35 } },
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 100, transition: 'fade' },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
  },
})

/** Points Mantine's own tokens at the program's, so that both draw on the same greys. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--cr-bg)',
    '--mantine-color-text': 'var(--cr-text)',
    '--mantine-color-dimmed': 'var(--cr-dim)',
    '--mantine-color-placeholder': 'var(--cr-placeholder)',
    '--mantine-color-default-border': 'var(--cr-line-strong)',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-body': 'var(--cr-bg)',
    '--mantine-color-text': 'var(--cr-text)',
    '--mantine-color-dimmed': 'var(--cr-dim)',
    '--mantine-color-placeholder': 'var(--cr-placeholder)',
    '--mantine-color-default': '#26282c',
    '--mantine-color-default-border': 'var(--cr-line-strong)',
    '--mantine-color-error': '#ff9a8d',
  },
})
