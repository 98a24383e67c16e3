import { Button, UnstyledButton } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { addAlias, renameSpeaker, type SpeakerUse } from '#services/speakers'
import { liveSpeakerQuotations, type SpeakerQuotation } from '#services/speaker-quotations'
import { useLive } from '#services/use-live'
import { runCommand } from '#store/command-registry'
import { openAnnotation } from '#store/navigation'
import { useSpeakersView } from '#store/speakers'
import { countOf, formatCount } from '#ui/counts'
import { TextField } from '#ui/TextField'
import classes from './SpeakerForm.module.css'

interface SpeakerFormProps {
  readonly use: SpeakerUse
}

const NO_QUOTATIONS: readonly SpeakerQuotation[] = []
/** Quotations drawn at first and with each "Show more": some speakers have thousands. */
const PAGE = 100

/** One speaker: name, spellings, and everything said. */
export function SpeakerForm({ use: { speaker, accepted, suggested } }: SpeakerFormProps) {
  const quotations = useLive(liveSpeakerQuotations(speaker.id), NO_QUOTATIONS)
  const name = useNameFocus()
  return (
    <div className={classes['form']}>
      <h2 className={classes['title']}>{speaker.name}</h2>
      <TextField
        label="Name"
        value={speaker.name}
        inputRef={name}
        onSave={async (value) => {
          const saved = await renameSpeaker(speaker.id, value)
          return saved.ok ? null : saved.error.message
        }}
      />
      <section className={classes['section']} aria-labelledby="speaker-spellings">
        <h3 className={classes['subtitle']} id="speaker-spellings">
          Other spellings
        </h3>
        {speaker.aliases.length === 0 ? (
          <p className={classes['quiet']}>None yet.</p>
        ) : (
          <ul className={classes['aliases']}>
            {speaker.aliases.map((alias) => (
              <li key={alias} className={classes['alias']}>
                {alias}
              </li>
            ))}
          </ul>
        )}
        {/* Made anew with each spelling, so that the field is empty again. */}
        <TextField
          key={speaker.aliases.length}
          label="Add a spelling"
          value=""
          description="Whoever is printed by it is this speaker."
          onSave={async (value) => {
            const saved = await addAlias(speaker.id, value)
            return saved.ok ? null : saved.error.message
          }}
        />
      </section>
      <section className={classes['section']} aria-labelledby="speaker-quotations">
        <div className={classes['line']}>
          <h3 className={classes['subtitle']} id="speaker-quotations">
            Says
          </h3>
          <span className={classes['quiet']}>
            {countOf(accepted, 'annotation')}
            {suggested > 0 && `, ${formatCount(suggested)} suggested`}
          </span>
          <span className={classes['space']} />
          <Button
            variant="default"
            leftSection={<IconArrowsSplit2 size="1rem" aria-hidden />}
            disabled={quotations.length === 0}
            onClick={() => runCommand('speakers.split')}
          >
            Split…
          </Button>
        </div>
        <Quotations quotations={quotations} />
      </section>
    </div>
  )
}

/** The name's field; it takes the focus when a command asks for it. */
function useNameFocus() {
  const field = useRef<HTMLInputElement>(null)
  const asked = useSpeakersView((state) => state.renaming)
  const answered = useRef(asked)
  useEffect(() => {
    if (asked === answered.current) return
    answered.current = asked
    field.current?.focus()
    field.current?.select()
  }, [asked])
  return field
}

function Quotations({ quotations }: { readonly quotations: readonly SpeakerQuotation[] }) {
  const [shown, setShown] = useState(PAGE)
  if (quotations.length === 0) {
    return <p className={classes['quiet']}>Nothing in the articles of this corpus.</p>
  }
  return (
    <>
      <ul className={classes['quotations']} aria-label="Quotations and claims">
        {quotations.slice(0, shown).map(({ annotation, articleTitle, sourceName }) => (
          <li key={annotation.id}>
            <UnstyledButton
              className={classes['quotation'] ?? ''}
              data-suggested={annotation.status === 'suggested' || undefined}
              onClick={() =>
                openAnnotation(
                  { article: annotation.article, annotation: annotation.id, edit: false },
                  'speakers',
                )
              }
            >
              <span className={classes['words']} dir="auto">
                {annotation.exact}
              </span>
              <span className={classes['facts']}>
                {[
                  annotation.status === 'suggested' ? 'suggested' : null,
                  annotation.quotation?.speakerSpan ? `“${annotation.quotation.speakerSpan.exact}”` : null,
                  sourceName,
                  articleTitle,
                ]
                  .filter((fact) => fact !== null)
                  .join(' · ')}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {quotations.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, quotations.length - shown)} more
        </Button>
      )}
    </>
  )
}
