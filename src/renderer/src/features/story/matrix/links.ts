import type { ClusterLink } from '#core/model/comparison'
import type { ComparisonView } from '#services/comparison'

/** Why two members were put together, in words: "Northwind – Selatraya, 82 %: same words (continue, talks); names". */
export function describeLink(link: ClusterLink, view: ComparisonView): string {
  const nameOf = (id: string): string => {
    const article = view.annotations.get(id)?.article
    return view.sources.find((source) => source.article.id === article)?.sourceName ?? 'another source'
  }
  const reasons = link.reasons.map(({ sign, shared }) => {
    const words = sign.replaceAll('-', ' ')
    return shared === '' ? words : `${words} (${shared})`
  })
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : ''
  return `${nameOf(link.a)} – ${nameOf(link.b)}, ${Math.round(link.score * 100)} %${why}`
}
