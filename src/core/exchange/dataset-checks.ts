import { BUILT_IN_LAYERS } from '../model/annotation'
import { PROGRAM_CREATOR, type Dataset, type DatasetArticle } from '../model/dataset'
import { hashText } from '../model/ids'
import { contentFault, createSpanCheck, spansOf } from './dataset-spans'

/** What the schema cannot see. Each function answers its problems in plain words, empty when there are none. */

interface Identified {
  readonly id: string
}

/** Ids that occur twice in one array. */
export function duplicateIds(dataset: Dataset): string[] {
  const arrays: readonly (readonly [string, readonly Identified[]])[] = [
    ['codebook.layers', dataset.codebook.layers],
    ['codebook.tags', dataset.codebook.tags],
    ['annotators', dataset.annotators],
    ['sources', dataset.sources],
    ['speakers', dataset.speakers],
    ['savedSearches', dataset.savedSearches ?? []],
    ['articles', dataset.articles],
    ['annotations', dataset.annotations],
    ['stories', dataset.stories],
    ['clusters', dataset.clusters],
  ]
  return arrays.flatMap(([name, records]) => {
    const first = new Map<string, number>()
    return records.flatMap(({ id }, index) => {
      const before = first.get(id)
      if (before === undefined) {
        first.set(id, index)
        return []
      }
      return [`${name}[${String(index)}] has the id ${id} of ${name}[${String(before)}]`]
    })
  })
}

/** References to records that the file does not have, and tags that are below themselves. */
export function brokenReferences(dataset: Dataset): string[] {
  const problems: string[] = []
  const ids = (records: readonly Identified[], ...more: readonly string[]): ReadonlySet<string> =>
    new Set([...more, ...records.map((record) => record.id)])
  const need = (known: ReadonlySet<string>, id: string | null, place: string, what: string): void => {
    if (id !== null && !known.has(id)) problems.push(`${place} names the missing ${what} ${id}`)
  }
  const tags = ids(dataset.codebook.tags)
  const layers = ids(dataset.codebook.layers, ...BUILT_IN_LAYERS)
  const annotators = ids(dataset.annotators, PROGRAM_CREATOR)
  const sources = ids(dataset.sources)
  const speakers = ids(dataset.speakers)
  const articles = ids(dataset.articles)
  const annotations = ids(dataset.annotations)
  const stories = ids(dataset.stories)

  dataset.codebook.tags.forEach((tag, index) => {
    need(tags, tag.parent, `codebook.tags[${String(index)}]`, 'tag')
  })
  problems.push(...tagCycles(dataset))
  dataset.articles.forEach((article, index) => {
    need(sources, article.source, `articles[${String(index)}]`, 'source')
  })
  dataset.annotations.forEach((annotation, index) => {
    const place = `annotations[${String(index)}]`
    need(articles, annotation.article, place, 'article')
    need(layers, annotation.layer, place, 'layer')
    for (const tag of annotation.tags) need(tags, tag, place, 'tag')
    need(annotators, annotation.creator, place, 'annotator')
    need(speakers, annotation.quotation?.speaker ?? null, place, 'speaker')
    need(speakers, annotation.claim?.claimant ?? null, place, 'speaker')
  })
  dataset.stories.forEach((story, index) => {
    for (const article of story.articles) need(articles, article, `stories[${String(index)}]`, 'article')
  })
  dataset.clusters.forEach((cluster, index) => {
    const place = `clusters[${String(index)}]`
    need(stories, cluster.story, place, 'story')
    for (const member of cluster.members) need(annotations, member, place, 'annotation')
    for (const id of [...(cluster.settled ?? []), ...(cluster.apart ?? [])]) {
      need(annotations, id, place, 'annotation')
    }
    for (const finding of cluster.findings) {
      for (const member of finding.members) need(annotations, member, place, 'annotation')
      for (const article of finding.articles ?? []) need(articles, article, place, 'article')
      for (const { article, annotation } of finding.evidence ?? []) {
        need(articles, article, place, 'article')
        need(annotations, annotation, place, 'annotation')
      }
    }
  })
  dataset.findings.forEach((finding, index) => {
    need(articles, finding.a.article, `findings[${String(index)}]`, 'article')
    need(articles, finding.b.article, `findings[${String(index)}]`, 'article')
    need(stories, finding.story ?? null, `findings[${String(index)}]`, 'story')
  })
  return problems
}

function tagCycles(dataset: Dataset): string[] {
  const parents = new Map(dataset.codebook.tags.map((tag) => [tag.id, tag.parent]))
  const sound = new Set<string>()
  return dataset.codebook.tags.flatMap((tag, index) => {
    const above = new Set<string>()
    for (let id: string | null = tag.id; id !== null && !sound.has(id); id = parents.get(id) ?? null) {
      if (above.has(id)) return [`codebook.tags[${String(index)}] is below itself`]
      above.add(id)
    }
    for (const id of above) sound.add(id)
    return []
  })
}

/** Articles whose text is not the one that was hashed, or whose first path is not their path. */
export function changedArticles(dataset: Dataset): string[] {
  return dataset.articles.flatMap((article, index) => {
    const place = `articles[${String(index)}] (${article.path})`
    if (article.text !== null && hashText(article.text) !== article.sha256) {
      return [`the text of ${place} does not have its SHA-256: it was changed or damaged`]
    }
    return article.paths !== undefined && article.paths[0] !== article.path
      ? [`the first of the paths of ${place} is not its path`]
      : []
  })
}

/** Spans, blocks, furniture and passages that do not fit their article's text. */
export function wrongOffsets(dataset: Dataset): string[] {
  const problems: string[] = []
  const checks = new Map<string, ReturnType<typeof createSpanCheck>>()
  const byId = new Map(dataset.articles.map((article) => [article.id, article]))
  const checkOf = (article: DatasetArticle) => {
    let check = checks.get(article.id)
    if (!check) {
      check = createSpanCheck(article)
      checks.set(article.id, check)
    }
    return check
  }
  dataset.articles.forEach((article, index) => {
    const check = checkOf(article)
    const fault = [...article.blocks, ...article.furniture].map(check.range).find((found) => found !== null)
    if (fault) problems.push(`a block or furniture of articles[${String(index)}]: ${fault}`)
  })
  dataset.annotations.forEach((annotation, index) => {
    const article = byId.get(annotation.article)
    if (!article) return
    const check = checkOf(article)
    const found = spansOf(annotation)
      .map(({ place, span }) => ({ place, fault: check.span(span) }))
      .find(({ fault }) => fault !== null)
    const fault = found ? `${found.place} ${found.fault ?? ''}` : contentFault(annotation)
    if (fault !== null) problems.push(`annotations[${String(index)}] in "${article.path}": ${fault}`)
  })
  dataset.clusters.forEach(({ findings }, index) => {
    for (const evidence of findings.flatMap((finding) => finding.evidence ?? [])) {
      const article = byId.get(evidence.article)
      const fault = article && checkOf(article).span(evidence)
      if (article && fault)
        problems.push(`clusters[${String(index)}] in "${article.path}": evidence ${fault}`)
    }
  })
  dataset.findings.forEach((finding, index) => {
    for (const passage of [finding.a, finding.b]) {
      const article = byId.get(passage.article)
      const fault = article && checkOf(article).range(passage)
      if (fault) problems.push(`findings[${String(index)}]: ${fault}`)
    }
  })
  return problems
}
