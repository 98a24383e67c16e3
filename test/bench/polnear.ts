import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { quotationTypeOf, type Quotation, type QuotationType } from '#core/model/annotation'
import type { ArticleBody } from '#core/model/article'
import { spanOf, type Span, type TextRange } from '#core/model/range'
import { splitBlocks } from '#core/text/blocks'
import { createOffsetMap } from '#core/text/offsets'

/** An attribution relation as annotated; ranges are UTF-16. */
export interface GoldQuotation {
  readonly content: readonly TextRange[]
  readonly cue: readonly TextRange[]
  readonly source: readonly TextRange[]
  readonly type: QuotationType
}

/** One annotated article. */
export interface GoldArticle {
  readonly name: string
  readonly body: ArticleBody
  readonly quotations: readonly GoldQuotation[]
}

/** The folder of the PolNeAR splits: `CROSSREAD_POLNEAR`, or `../shared/polnear` beside the project; null when there is none. */
export function polnearFolder(option?: string): string | null {
  const folder = resolve(option ?? process.env['CROSSREAD_POLNEAR'] ?? '../shared/polnear')
  return existsSync(join(folder, 'train', 'text')) ? folder : null
}

/** Reads a split: brat standoff, first annotator by name, code points turned into UTF-16 offsets. */
export function readPolnear(folder: string, split: 'train' | 'dev'): GoldArticle[] {
  const annotations = new Map<string, string>()
  for (const file of readdirSync(join(folder, split, 'attributions')).sort()) {
    const name = file.slice(0, file.lastIndexOf('_'))
    if (!annotations.has(name)) annotations.set(name, file)
  }
  const articles: GoldArticle[] = []
  for (const file of readdirSync(join(folder, split, 'text')).sort()) {
    const name = file.replace(/\.txt$/u, '')
    const annotation = annotations.get(name)
    if (!annotation) continue
    const text = readFileSync(join(folder, split, 'text', file), 'utf8')
    const quotations = parseStandoff(
      readFileSync(join(folder, split, 'attributions', annotation), 'utf8'),
      text,
    )
    articles.push({ name, body: { text, blocks: splitBlocks(text, 'text'), furniture: [] }, quotations })
  }
  return articles
}

const ENTITY = /^(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)/u

/** The relations of a brat file that have a content. A T line broken over two lines keeps its first, which has the spans. */
function parseStandoff(standoff: string, text: string): GoldQuotation[] {
  const map = createOffsetMap(text)
  const spans = new Map<string, TextRange[]>()
  const quotations: GoldQuotation[] = []
  for (const line of standoff.split('\n')) {
    const entity = ENTITY.exec(line)
    if (entity?.[1] && entity[3]) {
      const ranges = entity[3].split(';').map((piece) => {
        const [start = 0, end = 0] = piece.trim().split(' ').map(Number)
        return { start: map.toUtf16(start), end: map.toUtf16(end) }
      })
      spans.set(
        entity[1],
        ranges.filter((range) => range.end > range.start).sort((a, b) => a.start - b.start),
      )
      continue
    }
    if (!/^E\d+\t/u.test(line)) continue
    const of = (role: string): TextRange[] =>
      (line.split('\t')[1] ?? '')
        .split(' ')
        .filter((part) => part.startsWith(role))
        .flatMap((part) => spans.get(part.slice(part.indexOf(':') + 1)) ?? [])
        .sort((a, b) => a.start - b.start)
    const content = of('Content')
    if (content.length === 0) continue
    quotations.push({
      content,
      cue: of('Cue'),
      source: of('Source'),
      type: goldType(content.map((range) => spanOf(text, range))),
    })
  }
  return quotations
}

/** PolNeAR's types, with the doubled apostrophes that one of its outlets prints for quotation marks. */
function goldType(content: readonly Span[]): QuotationType {
  return quotationTypeOf(content.map((span) => ({ ...span, exact: span.exact.replaceAll("''", '"') })))
}

/** The gold relations as the model's quotations, to train on: one source and one cue span each, hull of their pieces. */
export function toQuotations(article: GoldArticle): Quotation[] {
  const hull = (ranges: readonly TextRange[]): Span | null => {
    const first = ranges[0]
    const last = ranges.at(-1)
    return first && last ? spanOf(article.body.text, { start: first.start, end: last.end }) : null
  }
  return article.quotations.map((quotation) => ({
    type: quotation.type,
    speaker: null,
    speakerSpan: hull(quotation.source),
    cue: hull(quotation.cue),
    content: quotation.content.map((range) => spanOf(article.body.text, range)),
  }))
}
