import { IconCheck, IconPencil } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { isConflict, rowStatus, type JudgedFinding, type MatrixRow } from '#core/compare/matrix'
import { FINDING_LABELS } from '#core/compare/finding-names'
import type { ComparisonView } from '#services/comparison'
import { countOf } from '#ui/counts'
import { FindingIcon } from '../finding-kinds'
import { describeLink } from './links'
import classes from './Matrix.module.css'

interface RowHeadProps {
  readonly id: string
  readonly index: number
  readonly row: MatrixRow
  readonly view: ComparisonView
  readonly isExpanded: boolean
  readonly isActive: boolean
  readonly onCell: (event: MouseEvent, row: number, column: number, member: string | null) => void
}

/** Links that say why a row is one: the weakest are those to look at. */
const LINKS_SHOWN = 3

/** How widely a row is shared, whether a person confirmed or edited it, and its findings; expanded, what they say and why it is a row. */
export function RowHead({ id, index, row, view, isExpanded, isActive, onCell }: RowHeadProps) {
  const { cluster, findings, spread } = row
  const weakest = cluster.links.toSorted((a, b) => a.score - b.score).slice(0, LINKS_SHOWN)
  const { status, added } = rowStatus(cluster)
  return (
    <div
      role="rowheader"
      id={id}
      aria-colindex={1}
      aria-expanded={isExpanded}
      tabIndex={isActive ? 0 : -1}
      className={classes['rowHead']}
      data-status={status}
      data-active={isActive || undefined}
      onClick={(event) => onCell(event, index, -1, null)}
    >
      <div className={classes['rowFacts']}>
        <b>{index + 1}</b>
        <span>
          {spread} of {view.sources.length}
          <span className={classes['unseen']}> sources</span>
        </span>
        <span className={classes['status']}>
          {status === 'confirmed' && <IconCheck size="0.75rem" aria-hidden />}
          {status === 'edited' && <IconPencil size="0.75rem" aria-hidden />}
          {status}
          {added > 0 && `, ${added} suggested`}
        </span>
      </div>
      {findings.length > 0 && <Chips findings={findings} />}
      {isExpanded && (
        <div className={classes['why']}>
          {findings.map(({ finding }) => (
            <p key={finding.id} dir="auto">
              {finding.explanation}
            </p>
          ))}
          {weakest.map((link) => (
            <p key={`${link.a} ${link.b}`} className={classes['link']}>
              {describeLink(link, view)}
            </p>
          ))}
          {cluster.links.length > weakest.length && (
            <p className={classes['link']}>
              and {countOf(cluster.links.length - weakest.length, 'surer link')}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

/** One chip for each kind of finding; the explanations are its tooltip. */
function Chips({ findings }: { readonly findings: readonly JudgedFinding[] }) {
  const kinds = [...new Set(findings.map(({ finding }) => finding.kind))]
  return (
    <ul className={classes['chips']} aria-label="Findings">
      {kinds.map((kind) => {
        const own = findings.filter(({ finding }) => finding.kind === kind)
        return (
          <li
            key={kind}
            className={classes['chip']}
            data-conflict={isConflict(kind) || undefined}
            title={own.map(({ finding }) => finding.explanation).join('\n')}
          >
            <FindingIcon kind={kind} size="0.75rem" />
            {FINDING_LABELS[kind]}
            {own.length > 1 && ` ×${own.length}`}
          </li>
        )
      })}
    </ul>
  )
}
