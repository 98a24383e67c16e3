import { Popover, SegmentedControl, Slider } from '@mantine/core'
import { IconTypography } from '@tabler/icons-react'
import { useState } from 'react'
import { IconButton } from '#ui/IconButton'
import classes from './Reader.module.css'

/** How the text is set. Units as in the settings: ch, pixels, multiples of the font size. */
export interface Typography {
  readonly measure: number
  readonly fontSize: number
  readonly lineHeight: number
  readonly readerFont: 'serif' | 'sans'
}

interface TypographyMenuProps {
  readonly typography: Typography
  readonly onChange: (patch: Partial<Typography>) => void
}

/** Width of the column, size and spacing of the text, and its face. */
export function TypographyMenu({ typography, onChange }: TypographyMenuProps) {
  return (
    <Popover position="bottom-end" trapFocus withRoles={false} width="18rem">
      <Popover.Target>
        <IconButton label="Typography" aria-haspopup="dialog">
          <IconTypography size="1.125rem" />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Typography">
        <div className={classes['typography']}>
          <SegmentedControl
            fullWidth
            aria-label="Typeface"
            value={typography.readerFont}
            data={[
              { value: 'serif', label: 'Serif' },
              { value: 'sans', label: 'Sans' },
            ]}
            onChange={(readerFont) => onChange({ readerFont })}
          />
          <SizeSlider
            label="Text size"
            unit="px"
            value={typography.fontSize}
            range={[14, 28, 1]}
            onChange={(fontSize) => onChange({ fontSize })}
          />
          <SizeSlider
            label="Line height"
            unit=""
            value={typography.lineHeight}
            range={[1.3, 2, 0.05]}
            onChange={(lineHeight) => onChange({ lineHeight })}
          />
          <SizeSlider
            label="Column width"
            unit="characters"
            value={typography.measure}
            range={[45, 90, 1]}
            onChange={(measure) => onChange({ measure })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

interface SizeSliderProps {
  readonly label: string
  readonly unit: string
  readonly value: number
  /** Least, most, step. */
  readonly range: readonly [number, number, number]
  readonly onChange: (value: number) => void
}

function SizeSlider({ label, unit, value, range: [min, max, step], onChange }: SizeSliderProps) {
  // While the thumb is dragged its place is kept here; what is let go of is stored.
  const [dragged, setDragged] = useState<number | null>(null)
  const shown = dragged ?? value
  const text = `${Number(shown.toFixed(2))} ${unit}`.trim()
  return (
    <div>
      <div className={classes['sliderLabel']} aria-hidden>
        <span>{label}</span>
        <span>{text}</span>
      </div>
      <Slider
        min={min}
        max={max}
        step={step}
        label={null}
        thumbLabel={label}
        thumbProps={{ 'aria-valuetext': text }}
        value={shown}
        onChange={setDragged}
        onChangeEnd={(end) => {
          setDragged(null)
          onChange(end)
        }}
      />
    </div>
  )
}
