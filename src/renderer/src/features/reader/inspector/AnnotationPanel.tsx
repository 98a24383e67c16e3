import { MultiSelect, Select, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash, IconX } from '@tabler/icons-react'
import { useState, type CSSProperties } from 'react'
import type { Annotation } from '#core/model/annotation'
import type { Codebook } from '#core/model/codebook'
import type { Speaker } from '#core/model/speaker'
import type { Rendering } from '#services/comparison'
import { describeReason } from '#core/suggest/reasons'
import { IconButton } from '#ui/IconButton'
import { useOnLeave } from '#ui/use-on-leave'
import { formatScore, formatTime, tagPath, tagsInOrder } from '../format'
import { RenderingsSection } from '../renderings/RenderingsSection'
import type { AnnotationActions } from './annotation-actions'
import { ClaimSection } from './ClaimSection'
import classes from './Inspector.module.css'
import { QuotationSection } from './QuotationSection'
import { SuggestionSection } from './SuggestionSection'

interface AnnotationPanelProps {
  readonly annotation: Annotation
  readonly codebook: Codebook
  readonly speakers: readonly Speaker[]
  readonly creatorName: string
  /** How other articles render it. */
  readonly renderings: readonly Rendering[]
  /** Language of the article, null when unknown. */
  readonly language: string | null
  readonly actions: AnnotationActions
}

/** Everything of one annotation, to be read and edited. */
export function AnnotationPanel({
  annotation,
  codebook,
  speakers,
  creatorName,
  renderings,
  language,
  actions,
}: AnnotationPanelProps) {
  const layer = codebook.layers.find(({ id }) => id === annotation.layer)
  return (
    <>
      <header className={classes['head']}>
        <h2 className={classes['headTitle']}>{layer?.name ?? annotation.layer}</h2>
        <IconButton label="Previous annotation" keys="," onClick={() => void actions.walk(-1)}>
          <IconArrowUp size="1rem" />
        </IconButton>
        <IconButton label="Next annotation" keys="." onClick={() => void actions.walk(1)}>
          <IconArrowDown size="1rem" />
        </IconButton>
        <IconButton label="Delete the annotation" keys="Delete" onClick={() => void actions.remove()}>
          <IconTrash size="1rem" />
        </IconButton>
        <IconButton label="Show all annotations" onClick={actions.close}>
          <IconX size="1rem" />
        </IconButton>
      </header>
      <div className={classes['body']} style={layerStyle(layer?.color)}>
        <blockquote className={classes['exact']} dir="auto">
          {annotation.exact}
        </blockquote>
        {annotation.status === 'suggested' && (
          <SuggestionSection reason={annotation.reason} actions={actions} />
        )}
        {annotation.quotation && (
          <QuotationSection quotation={annotation.quotation} speakers={speakers} actions={actions} />
        )}
        {annotation.claim && <ClaimSection claim={annotation.claim} speakers={speakers} actions={actions} />}
        <RenderingsSection annotation={annotation} renderings={renderings} language={language} />
        <TagSelect
          codebook={codebook}
          tags={annotation.tags}
          onChange={(tags) => void actions.setTags(tags)}
        />
        <NoteField note={annotation.note} onCommit={(note) => void actions.setNote(note)} />
        <Select
          label="Layer"
          allowDeselect={false}
          value={annotation.layer}
          data={codebook.layers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => {
            if (next !== null && next !== annotation.layer) void actions.setLayer(next)
          }}
        />
        <Origin annotation={annotation} creatorName={creatorName} />
      </div>
    </>
  )
}

/** The layer's colour as a custom property, for the rule beside the words. */
export function layerStyle(color: string | undefined): CSSProperties {
  return (color === undefined ? {} : { '--layer-color': color }) as CSSProperties
}

interface TagSelectProps {
  readonly codebook: Codebook
  readonly tags: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}

function TagSelect({ codebook, tags, onChange }: TagSelectProps) {
  const ordered = tagsInOrder(codebook.tags)
  return (
    <MultiSelect
      label="Tags"
      placeholder={tags.length > 0 ? '' : 'None'}
      searchable
      hidePickedOptions
      openOnFocus={false}
      data-field="tags"
      nothingFoundMessage={codebook.tags.length === 0 ? 'The codebook has no tags yet.' : 'No such tag'}
      data={ordered.map(({ tag }) => ({ value: tag.id, label: tagPath(codebook.tags, tag) }))}
      value={[...tags]}
      onChange={onChange}
      renderOption={({ option }) => {
        const found = ordered.find(({ tag }) => tag.id === option.value)
        if (!found) return option.label
        return (
          <span className={classes['row']} style={{ paddingInlineStart: `${found.depth}rem` }}>
            <span className={classes['dot']} style={{ backgroundColor: found.tag.color }} />
            {found.tag.name}
            {found.tag.shortcut !== null && <span className={classes['quiet']}>{found.tag.shortcut}</span>}
          </span>
        )
      }}
    />
  )
}

/** The note; stored when the person leaves the field, or with Ctrl+Enter. */
function NoteField({ note, onCommit }: { readonly note: string; readonly onCommit: (note: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  function commit(): void {
    if (draft === null) return
    setDraft(null)
    if (draft !== note) onCommit(draft)
  }
  useOnLeave(() => {
    if (draft !== null && draft !== note) onCommit(draft)
  })
  return (
    <Textarea
      label="Note"
      rows={3}
      resize="vertical"
      data-field="note"
      value={draft ?? note}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit()
      }}
    />
  )
}

interface OriginProps {
  readonly annotation: Annotation
  readonly creatorName: string
}

function Origin({ annotation: { created, modified, reason, status }, creatorName }: OriginProps) {
  return (
    <dl className={classes['facts']}>
      <dt>Made by</dt>
      <dd>{creatorName}</dd>
      {created !== null && (
        <>
          <dt>Made</dt>
          <dd>{formatTime(created)}</dd>
        </>
      )}
      {modified !== null && modified !== created && (
        <>
          <dt>Changed</dt>
          <dd>{formatTime(modified)}</dd>
        </>
      )}
      {reason && status !== 'suggested' && (
        <>
          <dt>Suggested</dt>
          <dd>
            {describeReason(reason.rule)} Score {formatScore(reason.score)}.
          </dd>
        </>
      )}
    </dl>
  )
}
