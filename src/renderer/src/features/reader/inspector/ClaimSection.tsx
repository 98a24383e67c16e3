import { Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconRefresh, IconX } from '@tabler/icons-react'
import type { Claim, Qualifier, Quantity, StatedDate } from '#core/model/annotation'
import { compareRanges, type TextRange } from '#core/model/range'
import type { Speaker } from '#core/model/speaker'
import { IconButton } from '#ui/IconButton'
import { isIsoDate } from '../format'
import type { AnnotationActions } from './annotation-actions'
import { DraftInput } from './DraftInput'
import classes from './Inspector.module.css'
import { SpeakerSelect } from './SpeakerSelect'

interface ClaimSectionProps {
  readonly claim: Claim
  readonly speakers: readonly Speaker[]
  readonly actions: AnnotationActions
}

const QUALIFIERS: readonly { readonly value: Qualifier; readonly label: string }[] = [
  { value: 'exactly', label: 'exactly' },
  { value: 'about', label: 'about' },
  { value: 'more-than', label: 'more than' },
  { value: 'less-than', label: 'less than' },
  { value: 'up-to', label: 'up to' },
  { value: 'at-least', label: 'at least' },
]

function isQualifier(value: string): value is Qualifier {
  return QUALIFIERS.some((qualifier) => qualifier.value === value)
}

function checkNumber(value: string): string | null {
  return value !== '' && Number.isFinite(Number(value)) ? null : 'Write a number, such as 100000 or 0.5.'
}

function checkDate(value: string): string | null {
  return isIsoDate(value) ? null : 'Write a date such as 2022, 2022-02 or 2022-02-15.'
}

/** Who makes the claim, and the quantities and dates in it. */
export function ClaimSection({ claim, speakers, actions }: ClaimSectionProps) {
  function setQuantity(quantity: Quantity, patch: Partial<Quantity> | null): void {
    void actions.changeClaim((stored) => ({
      ...stored,
      quantities: replaced(stored.quantities, quantity, patch),
    }))
  }

  function setDate(date: StatedDate, patch: Partial<StatedDate> | null): void {
    void actions.changeClaim((stored) => ({ ...stored, dates: replaced(stored.dates, date, patch) }))
  }

  function addQuantity(): void {
    const span = actions.selectedInside()
    if (!span) return
    const value = Number(span.exact.replace(/[^\d.-]/g, ''))
    const quantity: Quantity = {
      ...span,
      value: Number.isFinite(value) ? value : 0,
      unit: null,
      qualifier: 'exactly',
    }
    void actions.changeClaim((stored) => ({
      ...stored,
      quantities: [...stored.quantities, quantity].toSorted(compareRanges),
    }))
  }

  function addDate(): void {
    const span = actions.selectedInside()
    if (!span) return
    const value = isIsoDate(span.exact) ? span.exact : new Date().toISOString().slice(0, 4)
    void actions.changeClaim((stored) => ({
      ...stored,
      dates: [...stored.dates, { ...span, value }].toSorted(compareRanges),
    }))
  }

  return (
    <>
      <SpeakerSelect
        label="Claimant"
        value={claim.claimant}
        speakers={speakers}
        onChange={(id) => void actions.setSpeaker(id)}
        onAdd={(name) => void actions.addSpeaker(name)}
        field="first"
      />
      <fieldset className={classes['section']}>
        <legend className={classes['legend']}>Quantities</legend>
        {claim.quantities.length === 0 && <span className={classes['unset']}>none</span>}
        {claim.quantities.map((quantity) => (
          <div
            key={quantity.start}
            className={classes['particular']}
            role="group"
            aria-label={`Quantity ${quantity.exact}`}
          >
            <Head exact={quantity.exact} onRemove={() => setQuantity(quantity, null)} />
            <div className={classes['row']}>
              <NativeSelect
                aria-label="Qualifier"
                size="xs"
                value={quantity.qualifier}
                data={[...QUALIFIERS]}
                onChange={({ currentTarget: { value } }) => {
                  if (isQualifier(value)) setQuantity(quantity, { qualifier: value })
                }}
              />
              <DraftInput
                className={classes['grow']}
                aria-label="Value"
                inputMode="decimal"
                value={String(quantity.value)}
                check={checkNumber}
                onCommit={(value) => setQuantity(quantity, { value: Number(value) })}
              />
              <DraftInput
                className={classes['grow']}
                aria-label="Unit"
                placeholder="unit"
                value={quantity.unit ?? ''}
                onCommit={(unit) => setQuantity(quantity, { unit: unit === '' ? null : unit })}
              />
            </div>
          </div>
        ))}
        <AddButton label="Add the selected number" onClick={addQuantity} />
      </fieldset>
      <fieldset className={classes['section']}>
        <legend className={classes['legend']}>Dates</legend>
        {claim.dates.length === 0 && <span className={classes['unset']}>none</span>}
        {claim.dates.map((date) => (
          <div
            key={date.start}
            className={classes['particular']}
            role="group"
            aria-label={`Date ${date.exact}`}
          >
            <Head exact={date.exact} onRemove={() => setDate(date, null)} />
            <DraftInput
              aria-label="Date as ISO 8601"
              value={date.value}
              check={checkDate}
              onCommit={(value) => setDate(date, { value })}
            />
          </div>
        ))}
        <AddButton label="Add the selected date" onClick={addDate} />
      </fieldset>
      <Button
        variant="default"
        leftSection={<IconRefresh size="1rem" aria-hidden />}
        onClick={() => void actions.findAgain()}
      >
        Find quantities and dates again
      </Button>
    </>
  )
}

/** The list with one item changed, or taken out when `patch` is null. */
/** The items with the one of that span changed, or without it. */
function replaced<T extends TextRange>(
  items: readonly T[],
  at: TextRange,
  patch: Partial<T> | null,
): readonly T[] {
  const isMeant = (item: T): boolean => item.start === at.start && item.end === at.end
  if (patch === null) return items.filter((item) => !isMeant(item))
  return items.map((item) => (isMeant(item) ? { ...item, ...patch } : item))
}

function Head({ exact, onRemove }: { readonly exact: string; readonly onRemove: () => void }) {
  return (
    <div className={classes['row']}>
      <span className={classes['spanText']}>{exact}</span>
      <IconButton label={`Remove ${exact}`} onClick={onRemove}>
        <IconX size="1rem" />
      </IconButton>
    </div>
  )
}

function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  )
}
