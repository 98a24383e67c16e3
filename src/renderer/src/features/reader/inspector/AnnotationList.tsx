import { Button, SegmentedControl, Select, TextInput, UnstyledButton } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Annotation } from '#core/model/annotation'
import { tagWithDescendants, type Codebook } from '#core/model/codebook'
import type { Speaker } from '#core/model/speaker'
import { findAll } from '#core/text/find'
import { runCommand } from '#store/command-registry'
import { formatCount } from '#ui/counts'
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

/** Whose annotations are listed: all, those a person made or accepted, those nobody has decided on. */
type Origin = 'all' | 'made' | 'suggested'

/**
 * Every annotation of the article in text order, filtered by origin, layer, tag and words; one click or Enter goes
 * there.
 */
export function AnnotationList({ annotations, codebook, speakers, onGoTo }: AnnotationListProps) {
  const [layer, setLayer] = useState<string | null>(null)
  const [tag, setTag] = useState<string | null>(null)
  const [query, setQuery] = useState('')
  const [chosen, setOrigin] = useState<Origin>('all')
  const [shown, setShown] = useState(PAGE)
  const words = useDeferredValue(query.trim())

  const suggested = annotations.filter(({ status }) => status === 'suggested').length
  const made = annotations.length - suggested
  // With one kind only there is nothing to choose between.
  const origin = suggested === 0 || made === 0 ? 'all' : chosen
  const found = useMemo(() => {
    const wanted = tag === null ? null : tagWithDescendants(codebook.tags, tag)
    return inTextOrder(annotations).filter(
      (annotation) =>
        (origin === 'all' || (annotation.status === 'suggested') === (origin === 'suggested')) &&
        (layer === null || annotation.layer === layer) &&
        (wanted === null || annotation.tags.some((each) => wanted.has(each))) &&
        (words === '' ||
          [annotation.exact, annotation.note].some((text) => findAll(text, words, FIND).length > 0)),
    )
  }, [annotations, codebook.tags, origin, layer, tag, words])

  if (annotations.length === 0) return <NothingYet />
  return (
    <>
      {suggested > 0 && <Undecided count={suggested} />}
      {suggested > 0 && made > 0 && (
        <SegmentedControl
          fullWidth
          aria-label="Which annotations"
          value={origin}
          onChange={setOrigin}
          data={[
            { value: 'all', label: 'All' },
            { value: 'made', label: `Made ${formatCount(made)}` },
            { value: 'suggested', label: `Suggested ${formatCount(suggested)}` },
          ]}
        />
      )}
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
          ? `${formatCount(found.length)} in text order`
          : `${formatCount(found.length)} of ${formatCount(annotations.length)}`}
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

/** What to do in an article without annotations. */
function NothingYet() {
  return (
    <>
      <p className={classes['quiet']}>
        Nothing is annotated yet. Select words in the text, then press the key of a layer: h for a highlight,
        q for a quotation, c for a claim.
      </p>
      <Button
        variant="default"
        leftSection={<IconSparkles size="1rem" aria-hidden />}
        onClick={() => runCommand('suggest.article')}
      >
        Suggest quotations and claims
      </Button>
    </>
  )
}

/** Says how many suggestions wait, and offers the two things most often done with them. */
function Undecided({ count }: { readonly count: number }) {
  return (
    <div className={classes['undecided']}>
      <p className={classes['quiet']}>
        {count === 1 ? '1 suggestion waits' : `${formatCount(count)} suggestions wait`} for you: n goes to the
        next, a accepts it, x rejects it.
      </p>
      <div className={classes['row']}>
        <Button variant="default" onClick={() => runCommand('suggestion.next')}>
          Next suggestion
        </Button>
        <Button variant="default" onClick={() => runCommand('suggestion.accept-article')}>
          Accept all
        </Button>
      </div>
    </div>
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
