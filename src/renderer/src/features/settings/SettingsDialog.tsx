import { Input, Modal, NumberInput, SegmentedControl, Slider, Stack, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { changeSettings, DEFAULT_SETTINGS, liveSettings, type Settings } from '#services/settings'
import { useLive } from '#services/use-live'
import { orNotify } from '#ui/notify'
import { ZOOM_STEPS } from '#store/zoom'
import { OwnWordsForm } from './OwnWordsForm'
import classes from './SettingsDialog.module.css'

interface SettingsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** How the program looks and behaves on this machine; each change holds at once. */
export function SettingsDialog({ opened, onClose }: SettingsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Settings" size="32rem">
      <SettingsForm />
    </Modal>
  )
}

function change(patch: Partial<Settings>): void {
  void orNotify(changeSettings(patch))
}

function SettingsForm() {
  const settings = useLive(liveSettings(), DEFAULT_SETTINGS)
  return (
    <Stack gap="lg">
      <Section title="Window">
        <Choice
          label="Theme"
          value={settings.theme}
          onChange={(theme) => change({ theme })}
          choices={[
            ['system', 'As the system'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
        />
        <Scale
          label="Zoom"
          value={Math.round(settings.zoom * 100)}
          unit="%"
          range={[ZOOM_STEPS[0] * 100, (ZOOM_STEPS.at(-1) ?? 2) * 100]}
          step={5}
          onChange={(percent) => change({ zoom: percent / 100 })}
        />
      </Section>
      <Section title="Reading">
        <Choice
          label="Typeface"
          value={settings.readerFont}
          onChange={(readerFont) => change({ readerFont })}
          choices={[
            ['serif', 'Serif'],
            ['sans', 'Sans'],
          ]}
        />
        <Scale
          label="Size"
          value={settings.fontSize}
          unit="px"
          range={[14, 28]}
          step={1}
          onChange={(fontSize) => change({ fontSize })}
        />
        <Scale
          label="Line height"
          value={settings.lineHeight}
          unit=""
          range={[1.3, 2]}
          step={0.05}
          onChange={(lineHeight) => change({ lineHeight })}
        />
        <Scale
          label="Width of the column"
          value={settings.measure}
          unit="characters"
          range={[45, 90]}
          step={1}
          onChange={(measure) => change({ measure })}
        />
        <p
          className={classes['sample']}
          data-font={settings.readerFont}
          style={{
            fontSize: `calc(${settings.fontSize}px * var(--zoom))`,
            lineHeight: settings.lineHeight,
            maxWidth: `${settings.measure}ch`,
          }}
        >
          “We have a chance,” the minister said on Monday. “It is far from exhausted.”
        </p>
      </Section>
      <Section title="Import">
        <NumberInput
          label="Largest file"
          description="Larger files are reported and left out."
          suffix=" MB"
          min={1}
          max={500}
          clampBehavior="strict"
          value={settings.fileLimitMB}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) change({ fileLimitMB: value })
          }}
        />
      </Section>
      <Section title="Suggestions">
        <OwnWordsForm ownWords={settings.ownWords} onChange={(ownWords) => change({ ownWords })} />
      </Section>
      <Section title="Annotator">
        <AnnotatorName name={settings.annotatorName} />
      </Section>
    </Stack>
  )
}

function AnnotatorName({ name }: { readonly name: string }) {
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    if (draft !== null && draft.trim() !== '' && draft.trim() !== name)
      change({ annotatorName: draft.trim() })
    setDraft(null)
  }
  return (
    <TextInput
      label="Your name"
      description="Stands beside each of your annotations, in the dataset too."
      value={draft ?? name}
      error={draft?.trim() === '' ? 'A name is needed; the old one stays.' : undefined}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
    />
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={classes['title']}>{title}</h3>
      <Stack gap="sm">{children}</Stack>
    </section>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly (readonly [T, string])[]
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, choices, onChange }: ChoiceProps<T>) {
  return (
    <div className={classes['row']}>
      <span className={classes['label']}>{label}</span>
      <SegmentedControl
        aria-label={label}
        value={value}
        data={choices.map(([one, text]) => ({ value: one, label: text }))}
        onChange={onChange}
      />
    </div>
  )
}

interface ScaleProps {
  readonly label: string
  readonly value: number
  readonly unit: string
  readonly range: readonly [number, number]
  readonly step: number
  readonly onChange: (value: number) => void
}

/** A slider that shows its value and saves it when it is let go. */
function Scale({ label, value, unit, range, step, onChange }: ScaleProps) {
  const [draft, setDraft] = useState<number | null>(null)
  const shown = draft ?? value
  const text = `${Number.isInteger(shown) ? shown : shown.toFixed(2)} ${unit}`.trim()
  return (
    <Input.Wrapper className={classes['row'] ?? ''}>
      <span className={classes['label']}>{label}</span>
      <Slider
        className={classes['slider'] ?? ''}
        size="sm"
        label={null}
        min={range[0]}
        max={range[1]}
        step={step}
        value={shown}
        thumbLabel={label}
        thumbProps={{ 'aria-valuetext': text }}
        onChange={setDraft}
        onChangeEnd={(end) => {
          setDraft(null)
          onChange(end)
        }}
      />
      <span className={classes['value']}>{text}</span>
    </Input.Wrapper>
  )
}
