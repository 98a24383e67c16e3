import { articleId, type Article, type ArticleBody, type MetadataField } from '#core/model/article'
import type { ArticleDraft } from '#core/intake/intake'
import { createSource, sourceKey, type Source } from '#core/model/source'
import type { ImportReportLine } from './stored'

/** What came of reading a file: an article, or a line of the report that says why not. */
export type ImportItem =
  | { readonly kind: 'draft'; readonly draft: ArticleDraft }
  | { readonly kind: 'skipped'; readonly line: ImportReportLine }

/** An article that is new to the corpus. */
export interface CreatedArticle {
  readonly article: Article
  readonly body: ArticleBody
}

/** What a batch makes of the corpus. */
export interface BatchPlan {
  readonly created: readonly CreatedArticle[]
  /** Articles that were there and got a path, a source or a flag. */
  readonly changed: readonly Article[]
  /** The outlets that the batch names. */
  readonly sources: readonly Source[]
  /** One line an item, in the order of the items. */
  readonly lines: readonly ImportReportLine[]
  /** How many more articles the corpus lists. */
  readonly listed: number
}

/**
 * Decides for each draft whether it is an article of its own (ground rule 1). The same text from the same or an unknown
 * outlet is the same article with one more path; an article whose outlet was unknown adopts a known one as a guess,
 * its id unchanged. From another outlet the text is an article of its own, and all that share it are flagged.
 * An article that a person removed comes back when it is imported again.
 * @param known every article of the corpus that has a text of the batch
 * @param at ISO time of import
 */
export function planBatch(items: readonly ImportItem[], known: readonly Article[], at: string): BatchPlan {
  const plan = new Planner(known, at)
  for (const item of items) {
    if (item.kind === 'skipped') plan.lines.push(item.line)
    else plan.take(item.draft)
  }
  return plan.finish()
}

class Planner {
  readonly lines: ImportReportLine[] = []
  readonly #at: string
  readonly #byText = new Map<string, Article[]>()
  readonly #bodies = new Map<string, ArticleBody>()
  readonly #touched = new Set<string>()
  readonly #sources = new Map<string, Source>()
  #listed = 0

  constructor(known: readonly Article[], at: string) {
    this.#at = at
    for (const article of known) this.#sharing(article.textSha256).push(article)
  }

  take(draft: ArticleDraft): void {
    const name = draft.metadata.sourceName
    const source = name !== null && sourceKey(name) !== '' ? createSource(name) : null
    if (source) this.#sources.set(source.id, source)
    const sharing = this.#sharing(draft.textSha256)
    const same = findSame(sharing, draft, source?.id ?? null)
    if (same) this.#addPath(same, draft, source)
    else this.#create(draft, source)
    if (sharing.length > 1) this.#flagReprints(draft.textSha256)
  }

  finish(): BatchPlan {
    const all = new Map([...this.#byText.values()].flat().map((article) => [article.id, article]))
    const created: CreatedArticle[] = []
    // In the order of the files, so that neighbours share a pack.
    for (const [id, body] of this.#bodies) {
      const article = all.get(id)
      if (article) created.push({ article, body })
    }
    const changed = [...this.#touched]
      .filter((id) => !this.#bodies.has(id))
      .flatMap((id) => all.get(id) ?? [])
    return { created, changed, sources: [...this.#sources.values()], lines: this.lines, listed: this.#listed }
  }

  #sharing(textSha256: string): Article[] {
    const sharing = this.#byText.get(textSha256) ?? []
    this.#byText.set(textSha256, sharing)
    return sharing
  }

  #replace(article: Article): void {
    const sharing = this.#sharing(article.textSha256)
    sharing[sharing.findIndex((other) => other.id === article.id)] = article
    this.#touched.add(article.id)
  }

  #create(draft: ArticleDraft, source: Source | null): void {
    const { sourceName, ...metadata } = draft.metadata
    const furniture = draft.body.furniture.length
    const article: Article = {
      ...metadata,
      id: articleId(draft.textSha256, source?.id ?? null),
      source: source?.id ?? null,
      textSha256: draft.textSha256,
      originalSha256: draft.originalSha256,
      paths: [draft.path],
      format: draft.format,
      encoding: draft.encoding,
      length: draft.body.text.length,
      words: draft.words,
      ...(furniture > 0 && { furniture }),
      guessed: source || sourceName === null ? draft.guessed : without(draft.guessed, 'source'),
      status: 'todo',
      sameText: false,
      removed: false,
      importedAt: this.#at,
    }
    this.#sharing(article.textSha256).push(article)
    this.#bodies.set(article.id, draft.body)
    this.#listed += 1
    this.lines.push(line(draft.path, 'imported', article.id, null, encodingDoubt(draft)))
  }

  #addPath(same: Article, draft: ArticleDraft, source: Source | null): void {
    const isNewPath = !same.paths.includes(draft.path)
    const adopts = same.source === null && source !== null
    if (isNewPath || adopts || same.removed) {
      this.#replace({
        ...same,
        paths: isNewPath ? [...same.paths, draft.path] : same.paths,
        ...(adopts && { source: source.id, guessed: [...without(same.guessed, 'source'), 'source'] }),
        removed: false,
      })
    }
    if (same.removed) {
      this.#listed += 1
      const back = 'It had been removed from the corpus; it is back with its annotations.'
      this.lines.push(line(draft.path, 'imported', same.id, null, back))
    } else {
      const message = isNewPath ? null : 'Already in the corpus under this path.'
      this.lines.push(line(draft.path, 'same-as', same.id, same.paths[0] ?? null, message))
    }
  }

  #flagReprints(textSha256: string): void {
    const sharing = this.#sharing(textSha256)
    const sameText = sharing.filter((article) => !article.removed).length > 1
    for (const article of [...sharing]) {
      if (!article.removed && article.sameText !== sameText) this.#replace({ ...article, sameText })
    }
  }
}

/** Which of the articles with the draft's text it is, undefined when it is none of them. */
function findSame(
  sharing: readonly Article[],
  draft: ArticleDraft,
  source: string | null,
): Article | undefined {
  const id = articleId(draft.textSha256, source)
  const own = sharing.find((article) => article.id === id)
  const samePath = sharing.find((article) => article.paths.includes(draft.path))
  if (own) return own
  if (source === null) return samePath ?? [...sharing].sort(listedFirst)[0]
  const bySource = sharing.find((article) => article.source === source)
  if (bySource) return bySource
  const unknown = sharing.find((article) => article.source === null)
  if (unknown) return unknown
  // A person has named another outlet for this very file: importing it again must not undo that.
  return samePath && !samePath.guessed.includes('source') ? samePath : undefined
}

/** Those that are not removed first, then by id: the same choice whether they come from the database or the batch. */
function listedFirst(a: Article, b: Article): number {
  return Number(a.removed) - Number(b.removed) || (a.id < b.id ? -1 : 1)
}

function without(fields: readonly MetadataField[], field: MetadataField): readonly MetadataField[] {
  return fields.filter((other) => other !== field)
}

function encodingDoubt({ encoding }: ArticleDraft): string | null {
  if (encoding.certain) return null
  return `Its encoding was guessed as ${encoding.name} (${String(Math.round(encoding.confidence * 100))} % sure): check the accented letters.`
}

function line(
  path: string,
  outcome: ImportReportLine['outcome'],
  article: string | null,
  sameAs: string | null,
  message: string | null,
): ImportReportLine {
  return { path, outcome, article, sameAs, message }
}
