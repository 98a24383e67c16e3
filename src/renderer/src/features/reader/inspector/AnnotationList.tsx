import { Button, Select, TextInput, UnstyledButton } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Annotation } from '#core/model/annotation'
import { tagWithDescendants, type Codebook } from '#core/model/codebook'
import type { Speaker } from '#core/model/speaker'
import { findAll } from '#core/text/find'
import { tagPath, tagsInOrder } from '../format'
import { inTextOrder } from '../walk'
import { layerStyle } from './AnnotationPanel'
import classes from './Inspector.module.css'

interface AnnotationListProps {
  readonly annotations: readonly Annotation[]
  readonly codebook: Codebook
  readonly speakers: readonly Speaker[]
  readonly onGoTo: (annotation: Annotation) => void
}

/** Rows drawn at first and with each "Show more": an article may have thousands. */
const PAGE = 100
const FIND = { wholeWord: false, matchCase: false, foldDiacritics: true }

/** Every annotation of the article in text order, filtered by layer, tag and words; one click or Enter goes there. */
export function AnnotationList({ annotations, codebook, speakers, onGoTo }: AnnotationListProps) {
  const [layer, setLayer] = useState<string | null>(null)
  const [tag, setTag] = useState<string | null>(null)
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState(PAGE)
  const words = useDeferredValue(query.trim())

  const found = useMemo(() => {
    const wanted = tag === null ? null : tagWithDescendants(codebook.tags, tag)
    return inTextOrder(annotations).filter(
      (annotation) =>
        (layer === null || annotation.layer === layer) &&
        (wanted === null || annotation.tags.some((each) => wanted.has(each))) &&
        (words === '' ||
          [annotation.exact, annotation.note].some((text) => findAll(text, words, FIND).length > 0)),
    )
  }, [annotations, codebook.tags, layer, tag, words])

  if (annotations.length === 0) {
    return (
      <p className={classes['quiet']}>
        Nothing is annotated yet. Select words in the text, then press the key of a layer: h for a highlight,
        q for a quotation, c for a claim.
      </p>
    )
  }
  return (
    <>
      <TextInput
        aria-label="Filter annotations by words"
        placeholder="Filter by words"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={classes['row']}>
        <Select
          className={classes['grow']}
          aria-label="Filter by layer"
          placeholder="All layers"
          clearable
          clearButtonProps={{ 'aria-label': 'All layers' }}
          value={layer}
          data={codebook.layers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setLayer}
        />
        <Select
          className={classes['grow']}
          aria-label="Filter by tag"
          placeholder="All tags"
          clearable
          searchable
          clearButtonProps={{ 'aria-label': 'All tags' }}
          value={tag}
          data={tagsInOrder(codebook.tags).map(({ tag: each }) => ({
            value: each.id,
            label: tagPath(codebook.tags, each),
          }))}
          onChange={setTag}
        />
      </div>
      <p className={classes['quiet']} role="status">
        {found.length === annotations.length
          ? `${found.length.toLocaleString()} in text order`
          : `${found.length.toLocaleString()} of ${annotations.length.toLocaleString()}`}
      </p>
      <ul className={classes['list']} aria-label="Annotations of the article">
        {found.slice(0, shown).map((annotation) => (
          <li key={annotation.id}>
            <Row annotation={annotation} codebook={codebook} speakers={speakers} onGoTo={onGoTo} />
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, found.length - shown)} more
        </Button>
      )}
    </>
  )
}

interface RowProps extends Omit<AnnotationListProps, 'annotations'> {
  readonly annotation: Annotation
}

function Row({ annotation, codebook, speakers, onGoTo }: RowProps) {
  const layer = codebook.layers.find(({ id }) => id === annotation.layer)
  const speakerId = annotation.quotation?.speaker ?? annotation.claim?.claimant ?? null
  const facts = [
    annotation.status === 'suggested'
      ? `${layer?.name ?? annotation.layer} (suggested)`
      : (layer?.name ?? annotation.layer),
    speakers.find(({ id }) => id === speakerId)?.name,
    ...annotation.tags.map((tag) => codebook.tags.find(({ id }) => id === tag)?.name ?? tag),
    annotation.note === '' ? undefined : 'note',
  ].filter((fact) => fact !== undefined)
  return (
    <UnstyledButton
      className={classes['item']}
      style={layerStyle(layer?.color)}
      data-suggested={annotation.status === 'suggested' || undefined}
      onClick={() => onGoTo(annotation)}
    >
      <span className={classes['itemText']} dir="auto">
        {annotation.exact}
      </span>
      <span className={classes['itemFacts']}>{facts.join(' · ')}</span>
    </UnstyledButton>
  )
}
