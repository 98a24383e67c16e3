import { Autocomplete, Button } from '@mantine/core'
import { useState } from 'react'
import type { Article, ArticleMetadata, MetadataField } from '#core/model/article'
import type { Source } from '#core/model/source'
import { FIELD_LABELS, formatDay, formatLanguage, formatTime, isIsoDate, isLanguageTag } from '../format'
import { DraftInput } from './DraftInput'
import classes from './Inspector.module.css'

interface MetadataFormProps {
  readonly article: Article
  readonly sources: readonly Source[]
  /** Stores fields; one that stays as it is becomes confirmed. */
  readonly onEdit: (patch: Partial<ArticleMetadata>) => void
  readonly onSource: (name: string | null) => void
}

type TextField = Exclude<MetadataField, 'source'>

const FIELDS: readonly { readonly field: TextField; readonly check?: (value: string) => string | null }[] = [
  { field: 'title', check: (value) => (value === '' ? 'An article needs a title.' : null) },
  { field: 'byline' },
  {
    field: 'publishedAt',
    check: (value) =>
      value === '' || isIsoDate(value) ? null : 'Write a date such as 2022, 2022-02 or 2022-02-15.',
  },
  {
    field: 'language',
    check: (value) =>
      value === '' || isLanguageTag(value) ? null : 'Write a language tag such as en or pt-BR.',
  },
  { field: 'dateline' },
  { field: 'url' },
]

/** What is known about the article. Guessed fields say so until they are edited or confirmed. */
export function MetadataForm({ article, sources, onEdit, onSource }: MetadataFormProps) {
  const [title, ...others] = FIELDS
  const row = ({ field, check }: (typeof FIELDS)[number]) => (
    <div key={field}>
      <DraftInput
        label={FIELD_LABELS[field]}
        description={descriptionOf(field, article[field])}
        dir="auto"
        value={article[field] ?? ''}
        {...(check && { check })}
        onCommit={(value) => onEdit({ [field]: value === '' ? null : value })}
      />
      <Guess article={article} field={field} onConfirm={() => onEdit({ [field]: article[field] })} />
    </div>
  )
  return (
    <>
      {title && row(title)}
      <div>
        <SourceField
          name={sources.find(({ id }) => id === article.source)?.name ?? ''}
          sources={sources}
          onCommit={(name) => onSource(name === '' ? null : name)}
        />
        <Guess article={article} field="source" onConfirm={() => onEdit({ source: article.source })} />
      </div>
      {others.map(row)}
      <dl className={classes['facts']}>
        <dt>{article.paths.length > 1 ? 'Files' : 'File'}</dt>
        <dd>{article.paths.join(', ')}</dd>
        <dt>Format</dt>
        <dd>{article.format}</dd>
        <dt>Encoding</dt>
        <dd>
          {article.encoding.name}
          {!article.encoding.certain && ` (${Math.round(article.encoding.confidence * 100)} % sure)`}
        </dd>
        <dt>Length</dt>
        <dd>{article.words.toLocaleString()} words</dd>
        <dt>Imported</dt>
        <dd>{formatTime(article.importedAt)}</dd>
      </dl>
    </>
  )
}

function descriptionOf(field: TextField, value: string | null): string | undefined {
  if (value === null) return undefined
  if (field === 'language') return formatLanguage(value)
  if (field === 'publishedAt' && formatDay(value) !== value) return formatDay(value)
  return undefined
}

interface GuessProps {
  readonly article: Article
  readonly field: MetadataField
  readonly onConfirm: () => void
}

function Guess({ article, field, onConfirm }: GuessProps) {
  if (!article.guessed.includes(field)) return null
  return (
    <div className={classes['guess']}>
      <span>guessed</span>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={`Confirm ${FIELD_LABELS[field].toLowerCase()}`}
        onClick={onConfirm}
      >
        Confirm
      </Button>
    </div>
  )
}

interface SourceFieldProps {
  readonly name: string
  readonly sources: readonly Source[]
  readonly onCommit: (name: string) => void
}

/** The outlet: one of the corpus, or a new one. Stored when it is chosen, or the field is left. */
function SourceField({ name, sources, onCommit }: SourceFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  function commit(value: string): void {
    setDraft(null)
    if (value.trim() !== name) onCommit(value.trim())
  }
  return (
    <Autocomplete
      label={FIELD_LABELS.source}
      placeholder="Unknown"
      data={sources.map((source) => source.name)}
      value={draft ?? name}
      onChange={setDraft}
      onOptionSubmit={commit}
      onBlur={() => {
        if (draft !== null) commit(draft)
      }}
    />
  )
}
