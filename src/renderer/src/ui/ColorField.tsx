import { ColorInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import classes from './ColorField.module.css'

/** Names of the palette's colours, so that a choice is not by colour alone. */
const COLOR_NAMES: Readonly<Record<string, string>> = {
  '#e69f00': 'Orange',
  '#56b4e9': 'Sky blue',
  '#009e73': 'Green',
  '#f0e442': 'Yellow',
  '#0072b2': 'Blue',
  '#d55e00': 'Vermilion',
  '#cc79a7': 'Pink',
  '#999999': 'Grey',
}

interface ColorFieldProps {
  readonly label: string
  /** Colours to offer first, `#rrggbb`. */
  readonly palette: readonly string[]
  /** `#rrggbb`. */
  readonly value: string
  readonly onChange: (color: string) => void
}

/** Picks a colour: from the palette, or a custom one. */
export function ColorField({ label, palette, value, onChange }: ColorFieldProps) {
  return (
    <fieldset className={classes['field']}>
      <legend className={classes['legend']}>{label}</legend>
      <div className={classes['row']}>
        {palette.map((color) => (
          <label
            key={color}
            className={classes['swatch']}
            title={COLOR_NAMES[color]}
            style={{ backgroundColor: color }}
          >
            <input
              type="radio"
              className={classes['radio']}
              name={label}
              aria-label={COLOR_NAMES[color] ?? color}
              checked={value === color}
              onChange={() => onChange(color)}
            />
            {value === color && <IconCheck size="0.875rem" stroke={3} aria-hidden />}
          </label>
        ))}
        <ColorInput
          aria-label="Custom colour"
          className={classes['custom'] ?? ''}
          value={value}
          format="hex"
          withEyeDropper={false}
          onChangeEnd={(color) => {
            if (/^#[0-9a-f]{6}$/i.test(color)) onChange(color.toLowerCase())
          }}
        />
      </div>
    </fieldset>
  )
}
