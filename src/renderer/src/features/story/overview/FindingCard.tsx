import { Button, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconColumns3, IconX } from '@tabler/icons-react'
import type { Annotation } from '#core/model/annotation'
import type { Evidence } from '#core/model/comparison'
import { speakerOf } from '#core/compare/matrix'
import { decideFinding, type ComparisonView, type FindingView } from '#services/comparison'
import { KeyHint } from '#ui/KeyHint'
import { TextField } from '#ui/TextField'
import { FINDING_LABELS, FINDING_STATUS_LABELS, FindingIcon } from '../finding-kinds'
import type { SourceLabel } from '../labels'
import { activateFinding, decide, openEvidence, showWhere } from './finding-actions'
import classes from './Findings.module.css'

interface FindingCardProps {
  readonly item: FindingView
  readonly view: ComparisonView
  readonly labels: ReadonlyMap<string, SourceLabel>
  readonly isActive: boolean
}

/** Id of the element of a finding, for the focus. */
export const findingRowId = (finding: string): string => `finding-${finding}`
/** Id of the note's field of a finding. */
export const findingNoteId = (finding: string): string => `finding-note-${finding}`

/** One finding: its sentence; when it is the active one also the words that show it, and what to do about it. */
export function FindingCard({ item, view, labels, isActive }: FindingCardProps) {
  const { finding, status, note } = item
  return (
    <li
      id={findingRowId(finding.id)}
      className={classes['card']}
      tabIndex={isActive ? 0 : -1}
      aria-current={isActive || undefined}
      onClick={() => activateFinding(finding.id)}
      onFocus={() => activateFinding(finding.id)}
    >
      <span className={classes['sign']} data-kind={finding.kind}>
        <FindingIcon kind={finding.kind} />
      </span>
      <div className={classes['body']}>
        <p className={classes['explanation']} dir="auto">
          <span className={classes['unseen']}>{FINDING_LABELS[finding.kind]}: </span>
          {finding.explanation}
        </p>
        {(status !== 'open' || (note !== '' && !isActive)) && (
          <p className={classes['facts']}>
            {[
              status === 'open' ? null : FINDING_STATUS_LABELS[status],
              note !== '' && !isActive ? `Note: ${note}` : null,
            ]
              .filter((fact) => fact !== null)
              .join(' · ')}
          </p>
        )}
        {isActive && (
          <>
            <ul className={classes['evidence']} aria-label="The words that show it">
              {finding.evidence.map((evidence) => (
                <Quote
                  key={`${evidence.article} ${evidence.start} ${evidence.end}`}
                  evidence={evidence}
                  annotation={evidence.annotation === null ? null : view.annotations.get(evidence.annotation)}
                  source={labels.get(evidence.article)}
                  speakers={view.speakers}
                  onOpen={() => openEvidence(item, evidence)}
                />
              ))}
            </ul>
            <Decisions item={item} view={view} />
            <Note key={finding.id} item={item} />
          </>
        )}
      </div>
    </li>
  )
}

interface QuoteProps {
  readonly evidence: Evidence
  /** Null or undefined for a passage, or when the annotation is gone. */
  readonly annotation: Annotation | null | undefined
  readonly source: SourceLabel | undefined
  readonly speakers: ReadonlyMap<string, string>
  readonly onOpen: () => void
}

/** Words of an article with who prints and who says them; pressing them opens the article there. */
function Quote({ evidence, annotation, source, speakers, onOpen }: QuoteProps) {
  const speaker = annotation ? speakerOf(annotation, speakers) : null
  const cue = annotation?.quotation?.cue?.exact
  return (
    <li>
      <UnstyledButton className={classes['quote'] ?? ''} title="Open the article here" onClick={onOpen}>
        <span className={classes['outlet']} title={source?.full}>
          <b>{source?.name}</b>
          <span className={classes['said']}>
            {speaker !== null && ` · ${speaker}`}
            {cue !== undefined && ` · ${cue}`}
            {annotation?.quotation && speaker === null && ' · speaker unknown'}
          </span>
        </span>
        <span className={classes['words']} dir="auto">
          {evidence.exact}
        </span>
      </UnstyledButton>
    </li>
  )
}

function Decisions({ item, view }: { readonly item: FindingView; readonly view: ComparisonView }) {
  const { finding, status } = item
  const kind = view.clusters.find(({ id }) => id === finding.cluster)?.kind ?? null
  return (
    <div className={classes['decisions']}>
      {status !== 'confirmed' && (
        <Button
          size="compact-sm"
          leftSection={<IconCheck size="0.9375rem" aria-hidden />}
          rightSection={<Key keys="a" />}
          aria-keyshortcuts="a"
          onClick={() => void decide(item, 'confirmed')}
        >
          Confirm
        </Button>
      )}
      {status !== 'dismissed' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconX size="0.9375rem" aria-hidden />}
          rightSection={<Key keys="x" />}
          aria-keyshortcuts="x"
          onClick={() => void decide(item, 'dismissed')}
        >
          Dismiss
        </Button>
      )}
      {status !== 'open' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size="0.9375rem" aria-hidden />}
          rightSection={<Key keys="o" />}
          aria-keyshortcuts="o"
          onClick={() => void decide(item, 'open')}
        >
          Reopen
        </Button>
      )}
      {(kind !== null || finding.articles.length > 1) && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconColumns3 size="0.9375rem" aria-hidden />}
          onClick={() => showWhere(item, kind)}
        >
          {kind === null ? 'Side by side' : 'In the matrix'}
        </Button>
      )}
    </div>
  )
}

function Key({ keys }: { readonly keys: string }) {
  return (
    <span aria-hidden>
      <KeyHint keys={keys} />
    </span>
  )
}

function Note({ item: { finding, status, note } }: { readonly item: FindingView }) {
  return (
    <TextField
      isLong
      id={findingNoteId(finding.id)}
      rows={2}
      label="Note"
      value={note}
      onSave={async (value) => {
        const saved = await decideFinding(finding, status, value.trim())
        return saved.ok ? null : saved.error.message
      }}
    />
  )
}
