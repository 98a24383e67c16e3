import { memo, useDeferredValue, type MouseEvent } from 'react'
import { CHANGE_SIGNS } from '#core/compare/marked-words'
import {
  cellSigns,
  speakerOf,
  valueKey,
  valuesOf,
  wordsOf,
  type CellSign,
  type MatrixCell,
  type MatrixRow,
  type ValueSign,
} from '#core/compare/matrix'
import type { Annotation } from '#core/model/annotation'
import type { FindingKind } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'
import { MarkedWords } from '#ui/MarkedWords'
import { chosenIn } from './cells'
import { knownMarks, marksOf } from './marks'
import classes from './Matrix.module.css'
import { useSurroundings } from './use-surroundings'

interface MatrixCellViewProps {
  readonly id: string
  readonly row: MatrixRow
  readonly index: number
  readonly column: number
  /** Width of the columns not drawn before it, CSS pixels. */
  readonly skipped: number
  readonly view: ComparisonView
  readonly values: ReadonlyMap<string, ValueSign>
  /** What its words are held against; null: they are shown as they are. */
  readonly against: Annotation | null
  readonly isBase: boolean
  readonly isActive: boolean
  /** Id of the annotation that keys work on, where it is one of the cell's. */
  readonly member: string | null
  readonly isExpanded: boolean
  readonly moving: string | null
  readonly onCell: (event: MouseEvent, row: number, column: number, member: string | null) => void
  readonly onOpen: (member: string) => void
}

/** What one source says: who, by which cue, the words, the values. */
export const MatrixCellView = memo(function MatrixCellView(props: MatrixCellViewProps) {
  const { id, row, index, column, skipped, view, values, against, isBase, isActive } = props
  const { member, isExpanded, moving, onCell, onOpen } = props
  const cell = row.cells[column] ?? []
  const chosen = isActive && cell.length > 1 ? chosenIn(cell, member) : null
  return (
    <div
      role="gridcell"
      id={id}
      aria-colindex={column + 2}
      tabIndex={isActive ? 0 : -1}
      className={classes['cell']}
      data-base={isBase || undefined}
      data-active={isActive || undefined}
      style={{ marginInlineStart: skipped }}
      onClick={(event) => onCell(event, index, column, cell[0]?.id ?? null)}
      onDoubleClick={() => cell[0] && onOpen(cell[0].id)}
    >
      {cell.length === 0 ? (
        <span className={classes['none']} role="img" aria-label="not reported">
          —
        </span>
      ) : (
        cell.map((annotation, at) => (
          <Member
            key={annotation.id}
            annotation={annotation}
            isAgain={isRepeated(cell, at, view)}
            signs={cellSigns(row, annotation.id, view.speakers)}
            view={view}
            values={values}
            against={against}
            isExpanded={isExpanded}
            isMoving={annotation.id === moving}
            isChosen={annotation === chosen}
            onClick={(event) => {
              event.stopPropagation()
              onCell(event, index, column, annotation.id)
            }}
            onDoubleClick={(event) => {
              event.stopPropagation()
              onOpen(annotation.id)
            }}
          />
        ))
      )}
    </div>
  )
})

/** True when the source has said the same before, in the same words and of the same speaker: an article that repeats itself. */
function isRepeated(cell: MatrixCell, at: number, { speakers }: ComparisonView): boolean {
  const here = cell[at]
  if (!here) return false
  return cell
    .slice(0, at)
    .some((one) => wordsOf(one) === wordsOf(here) && speakerOf(one, speakers) === speakerOf(here, speakers))
}

interface MemberProps {
  readonly annotation: Annotation
  /** The same words as before in this cell. */
  readonly isAgain: boolean
  readonly signs: readonly CellSign[]
  readonly view: ComparisonView
  readonly values: ReadonlyMap<string, ValueSign>
  readonly against: Annotation | null
  readonly isExpanded: boolean
  readonly isMoving: boolean
  readonly isChosen: boolean
  readonly onClick: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
}

/** What stands beside the speaker where a finding names these words; the words' own differences need none. */
const CELL_SIGNS: Readonly<Partial<Record<FindingKind, readonly [sign: string, words: string]>>> = {
  'attribution-conflict': ['≠', 'other speaker'],
  'number-conflict': ['≠', 'other number'],
  'date-conflict': ['≠', 'other date'],
  'quoted-within': ['❝', 'quoted within'],
  truncation: ['…', 'cut short'],
}

/** Beside the words of the speaker that most sources name, where another names somebody else. */
const OF_MOST = ['≠', 'speaker differs elsewhere'] as const

const VALUE_CONFLICTS: ReadonlySet<FindingKind> = new Set(['number-conflict', 'date-conflict'])

function hasConflict({ id, claim }: Annotation, values: ReadonlyMap<string, ValueSign>): boolean {
  const stated = [...(claim?.quantities ?? []), ...(claim?.dates ?? [])]
  return stated.some((value) => values.get(valueKey(id, value)) === 'conflicts')
}

function Member(props: MemberProps) {
  const { annotation, isAgain, signs, view, values, against, isExpanded, isMoving, isChosen } = props
  const { claim, status } = annotation
  return (
    <div
      className={classes['member']}
      data-status={status}
      data-moving={isMoving || undefined}
      data-chosen={isChosen || undefined}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
    >
      {claim && !isAgain && <Values annotation={annotation} values={values} />}
      <div className={classes['facts']}>
        {isAgain ? (
          <span>again, in the same words</span>
        ) : (
          <Facts annotation={annotation} speakers={view.speakers} />
        )}
        {status === 'suggested' && <span className={classes['unseen']}>suggested</span>}
        {signs.map(({ kind, isQuiet }) => {
          // The value itself has the sign already.
          const isOnValue =
            claim !== undefined && VALUE_CONFLICTS.has(kind) && hasConflict(annotation, values)
          const sign = isOnValue ? undefined : isQuiet ? OF_MOST : CELL_SIGNS[kind]
          return (
            sign && (
              <span key={kind} className={classes['sign']} data-kind={kind} data-quiet={isQuiet || undefined}>
                <span aria-hidden>{sign[0]}</span> {sign[1]}
              </span>
            )
          )
        })}
      </div>
      {isAgain && !isExpanded ? null : isExpanded ? (
        <WordsInContext annotation={annotation} against={against} view={view} />
      ) : (
        <p className={classes['words']} dir="auto">
          <Words annotation={annotation} against={against} view={view} />
        </p>
      )}
    </div>
  )
}

interface FactsProps {
  readonly annotation: Annotation
  readonly speakers: ComparisonView['speakers']
}

/** Who says it, by which cue, and the type. */
function Facts({ annotation, speakers }: FactsProps) {
  const { quotation } = annotation
  const speaker = speakerOf(annotation, speakers)
  return (
    <>
      {speaker !== null ? (
        <span className={classes['speaker']} dir="auto">
          {speaker}
        </span>
      ) : (
        quotation && <span className={classes['unknown']}>speaker unknown</span>
      )}
      {quotation?.cue && <i dir="auto">{quotation.cue.exact}</i>}
      {quotation && <span>{quotation.type}</span>}
    </>
  )
}

interface WordsProps {
  readonly annotation: Annotation
  readonly against: Annotation | null
  readonly view: ComparisonView
}

/**
 * The words with what differs. Holding a screen of words against each other takes longer than a frame: words come first,
 * their marks as soon as there is time, and at once where they are known.
 */
function Words({ annotation, against, view }: WordsProps) {
  const isKnown = against !== null && knownMarks(against, annotation) !== null
  const deferred = useDeferredValue(against, isKnown ? against : null)
  const base = isKnown ? against : deferred
  if (base === null || base.id === annotation.id) return wordsOf(annotation)
  const language =
    view.sources.find(({ article }) => article.id === annotation.article)?.article.language ?? null
  const { equal, parts, rephrased } = marksOf(base, annotation, language)
  if (equal) return wordsOf(annotation)
  return <MarkedWords parts={parts} signs={CHANGE_SIGNS} rephrased={rephrased} />
}

/** The words between the sentences around them, as the article has them. */
function WordsInContext(props: WordsProps) {
  const around = useSurroundings(props.annotation)
  return (
    <p className={classes['words']} data-whole dir="auto">
      {around !== null && around.before !== '' && <span className={classes['around']}>{around.before} </span>}
      <Words {...props} />
      {around !== null && around.after !== '' && <span className={classes['around']}> {around.after}</span>}
    </p>
  )
}

interface ValuesProps {
  readonly annotation: Annotation
  readonly values: ReadonlyMap<string, ValueSign>
}

/** The quantities and dates of a claim, each with a sign where other sources state one too. */
function Values({ annotation, values }: ValuesProps) {
  const stated = annotation.claim ? valuesOf(annotation.claim) : []
  if (stated.length === 0) return null
  return (
    <ul className={classes['values']} aria-label="Values">
      {stated.map((value) => {
        const sign = values.get(valueKey(annotation.id, value))
        return (
          <li key={value.start} className={classes['value']} data-sign={sign} title={`“${value.exact}”`}>
            {sign !== undefined && (
              <span className={classes['valueSign']} role="img" aria-label={sign}>
                {sign === 'agrees' ? '=' : '≠'}
              </span>
            )}
            <span aria-hidden>{value.short}</span>
            <span className={classes['unseen']}>{value.spoken}</span>
          </li>
        )
      })}
    </ul>
  )
}
