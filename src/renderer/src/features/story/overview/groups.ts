import type { FindingKind, FindingStatus } from '#core/model/comparison'
import type { FindingView } from '#services/comparison'
import type { FindingFilter, GroupState } from '#store/story'

/** Gravest first: what cannot both be so, then what differs, then what is taken over, then what stands alone. */
export const KIND_ORDER: readonly FindingKind[] = [
  'attribution-conflict',
  'number-conflict',
  'date-conflict',
  'wording',
  'truncation',
  'quoted-within',
  'reuse',
  'repeats-itself',
  'only-in',
]

/** Findings of a group shown before "Show all": a story of many articles has hundreds. */
export const FEW = 8

/** Findings of one kind; those that stand in one source alone are a group for each source. */
export interface FindingGroup {
  readonly key: string
  readonly kind: FindingKind
  /** For `only-in`, the id of the article. */
  readonly article: string | null
  /** The surest first. */
  readonly findings: readonly FindingView[]
}

const CONFLICTS: readonly FindingKind[] = ['attribution-conflict', 'number-conflict', 'date-conflict']

/** True when sources say otherwise: another speaker, number or date, or a wording that turns or shifts the statement. */
export function isDisagreement({ finding: { kind, signs } }: FindingView): boolean {
  return CONFLICTS.includes(kind) || (kind === 'wording' && signs.length > 0)
}

/** True when the filter lets the finding through. */
export function passesFindingFilter(
  view: FindingView,
  { kinds, status: wanted, article, disagreements }: FindingFilter,
): boolean {
  const { finding, status } = view
  return (
    (!disagreements || isDisagreement(view)) &&
    (kinds.length === 0 || kinds.includes(finding.kind)) &&
    (wanted === null || status === wanted) &&
    (article === null || finding.articles.includes(article))
  )
}

/** Groups findings, the gravest kind first; sources in the order of `articles`. */
export function groupFindings(
  findings: readonly FindingView[],
  articles: readonly string[],
): readonly FindingGroup[] {
  const groups = new Map<string, { kind: FindingKind; article: string | null; findings: FindingView[] }>()
  for (const view of findings) {
    const { kind, articles: own } = view.finding
    const article = kind === 'only-in' ? (own[0] ?? null) : null
    const key = article === null ? kind : `${kind} ${article}`
    const group = groups.get(key) ?? { kind, article, findings: [] }
    group.findings.push(view)
    groups.set(key, group)
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      ...group,
      findings: group.findings.toSorted((a, b) => b.finding.score - a.finding.score),
    }))
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
        articles.indexOf(a.article ?? '') - articles.indexOf(b.article ?? ''),
    )
}

/** How much of a group is shown when nobody has said: what stands in one source alone is often most of all there is. */
export function defaultState({ kind }: FindingGroup): GroupState {
  return kind === 'only-in' ? 'closed' : 'open'
}

/** The findings of a group that are shown. */
export function shownFindings(group: FindingGroup, state: GroupState): readonly FindingView[] {
  if (state === 'closed') return []
  return state === 'all' ? group.findings : group.findings.slice(0, FEW)
}

/**
 * How many findings have each status, each kind and are disagreements; the latter two are counted among those of the
 * wanted status and article.
 */
export function countFindings(
  findings: readonly FindingView[],
  filter: FindingFilter,
): {
  readonly statuses: Readonly<Record<FindingStatus, number>>
  readonly kinds: ReadonlyMap<FindingKind, number>
  readonly disagreements: number
} {
  const statuses = { open: 0, confirmed: 0, dismissed: 0 }
  const kinds = new Map<FindingKind, number>()
  let disagreements = 0
  for (const view of findings) {
    // A choice does not narrow its own counts, so that alternatives can be seen.
    if (passesFindingFilter(view, { ...filter, status: null })) statuses[view.status] += 1
    if (passesFindingFilter(view, { ...filter, kinds: [], disagreements: false })) {
      if (isDisagreement(view)) disagreements += 1
      kinds.set(view.finding.kind, (kinds.get(view.finding.kind) ?? 0) + 1)
    }
  }
  return { statuses, kinds, disagreements }
}
