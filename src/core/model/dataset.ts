import { z } from './schema-builder'

/*
 * The dataset, version 1: what export writes and import reads back. These schemas are the single source of the format:
 * `resources/dataset.schema.json` is generated from them, `docs/dataset-format.md` explains them.
 * All offsets are Unicode code points, half open. Unknown fields are ignored, so that version 1 can grow.
 */

/** Value of a dataset's `format` field. */
export const DATASET_FORMAT = 'crossread-dataset'

/** Newest version this program writes and reads. */
export const DATASET_VERSION = 1

/** Creator of what the program suggests; it is not among a dataset's annotators. */
export const PROGRAM_CREATOR = 'crossread'

const id = z.string().min(1)
const score = z.number().min(0).max(1)
const offset = z.int().nonnegative().describe('Unicode code points from the start of the text')
const isoTime = z.iso.datetime({ offset: true }).describe('ISO 8601 with time zone')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0072b2')

const rangeShape = { start: offset, end: offset }
const range = z
  .object(rangeShape)
  .refine((value) => value.start <= value.end, { message: 'start must not be after end', path: ['end'] })

const spanShape = { ...rangeShape, exact: z.string().min(1) }
const span = z
  .object(spanShape)
  .meta({ id: 'span', description: 'A half-open range of the text of the article with the text it covers' })

const layer = z
  .object({ id, name: z.string(), color, shortcut: z.string().nullable(), definition: z.string() })
  .meta({ id: 'layer', description: 'A kind of annotation; highlight, quotation and claim always exist' })

const tag = z
  .object({
    id,
    name: z.string(),
    parent: id.nullable().describe('Id of the tag above, null at the top'),
    color,
    shortcut: z.string().nullable(),
    definition: z.string(),
  })
  .meta({ id: 'tag', description: 'A tag of the hierarchy' })

const named = z
  .object({ id, name: z.string() })
  .meta({ id: 'named', description: 'An annotator or an outlet' })

const speaker = z
  .object({ id, name: z.string(), aliases: z.array(z.string()).describe('Other spellings') })
  .meta({ id: 'speaker', description: 'A person or body that speaks' })

const savedSearch = z
  .object({
    id,
    name: z.string().min(1),
    query: z.string().min(1).describe('As it is written in the search field'),
    order: z.enum(['relevance', 'newest', 'oldest']),
  })
  .meta({ id: 'savedSearch', description: 'A search that a person keeps, by name' })

const block = z
  .object({ kind: z.enum(['paragraph', 'heading', 'list-item', 'quote']), ...rangeShape })
  .refine((value) => value.start <= value.end, { message: 'start must not be after end', path: ['end'] })

/** An article. Fields after `furniture` are optional: what Crossread itself needs to give back the same corpus. */
export const datasetArticleSchema = z
  .object({
    id,
    path: z.string().min(1).describe('Path relative to the imported folder, with /'),
    title: z.string(),
    source: id.nullable().describe('Id of the outlet, null when unknown'),
    byline: z.string().nullable(),
    publishedAt: z.string().nullable().describe('ISO 8601, as precise as known'),
    language: z.string().nullable().describe('BCP 47'),
    url: z.string().nullable(),
    sha256: sha256.describe('Of the UTF-8 bytes of the text'),
    encoding: z.string().describe('WHATWG label of the encoding the file had'),
    text: z.string().nullable().describe('Null when left out; hash and offsets stay'),
    blocks: z.array(block),
    furniture: z.array(range).describe('Ranges that belong to the page, not to the report'),
    dateline: z.string().nullable().optional(),
    paths: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('All paths the text was found under, `path` first'),
    originalSha256: sha256.optional().describe('Of the bytes of the file'),
    format: z
      .enum(['text', 'markdown', 'html', 'json', 'jsonl', 'csv', 'docx', 'pdf', 'eml', 'dataset'])
      .optional(),
    encodingCertain: z.boolean().optional(),
    encodingConfidence: z.number().min(0).max(1).optional(),
    words: z.int().nonnegative().optional(),
    guessed: z
      .array(z.enum(['title', 'source', 'byline', 'publishedAt', 'language', 'dateline', 'url']))
      .optional(),
    status: z.enum(['todo', 'in-progress', 'done']).optional(),
  })
  .meta({ id: 'article', description: 'One document: its text and what is known of it' })

const quotation = z
  .object({
    type: z.enum(['direct', 'mixed', 'indirect']),
    speaker: id.nullable().describe('Id of a speaker, null while unresolved'),
    speakerSpan: span.nullable(),
    cue: span.nullable(),
    content: z.array(span).min(1).describe('In text order, not overlapping'),
  })
  .meta({ id: 'quotation', description: 'An attribution relation' })

const quantity = z.object({
  ...spanShape,
  value: z.number(),
  unit: z.string().nullable(),
  qualifier: z.enum(['exactly', 'about', 'more-than', 'less-than', 'up-to', 'at-least']),
})

const claim = z
  .object({
    claimant: id.nullable().describe('Id of a speaker, null when the outlet itself states it'),
    quantities: z.array(quantity),
    dates: z.array(
      z.object({ ...spanShape, value: z.string().min(1).describe('ISO 8601, as precise as stated') }),
    ),
  })
  .meta({ id: 'claim', description: 'The particulars of a checkable statement' })

/** An annotation. `quotation`, `claim` and `reason` are left out where they do not apply. */
export const datasetAnnotationSchema = z
  .object({
    id,
    article: id,
    layer: id,
    ...spanShape,
    status: z.enum(['suggested', 'accepted', 'rejected']),
    tags: z.array(id),
    note: z.string(),
    creator: id,
    created: isoTime.nullable(),
    modified: isoTime.nullable(),
    quotation: quotation.optional(),
    claim: claim.optional(),
    reason: z.object({ rule: z.string(), score: z.number().min(0).max(1) }).optional(),
  })
  .meta({
    id: 'annotation',
    description: 'A range of an article with a layer; of a quotation, the range of its content',
  })

const story = z.object({ id, name: z.string(), articles: z.array(id) })

const findingStatus = z
  .enum(['open', 'confirmed', 'dismissed'])
  .optional()
  .describe('What a person thinks of it; open when left out')

/** What a finding says besides its kind and members. All optional: what Crossread itself needs to give back the same. */
const findingShape = {
  id: id.optional(),
  status: findingStatus,
  note: z.string().optional().describe('Of a person, on this finding'),
  signs: z
    .array(z.string())
    .optional()
    .describe('What kind of change, such as negation, modality, hedge, strength, value'),
}

const clusterFinding = z
  .object({
    kind: z.enum([
      'attribution-conflict',
      'quoted-within',
      'wording',
      'truncation',
      'number-conflict',
      'date-conflict',
      'only-in',
    ]),
    members: z.array(id).describe('Members of the cluster that differ, or the one that stands alone'),
    detail: z.string().describe('One sentence for a person'),
    ...findingShape,
    score: score.optional(),
    articles: z.array(id).optional().describe('Ids of the articles concerned'),
    evidence: z
      .array(z.object({ article: id, annotation: id.nullable(), ...spanShape }))
      .min(1)
      .optional()
      .describe('The words that show it, in the order `detail` names them'),
  })
  .meta({
    id: 'clusterFinding',
    description: 'What differs inside a cluster; never a verdict on who is right',
  })

const cluster = z
  .object({
    id,
    kind: z.enum(['utterance', 'assertion']),
    story: id,
    members: z.array(id).describe('Ids of annotations'),
    status: z
      .enum(['suggested', 'accepted', 'rejected'])
      .describe('Accepted: a person confirmed or made it. Rejected: no two of its members belong together'),
    findings: z.array(clusterFinding),
    score: score.optional().describe('Of the weakest link that holds it together'),
    settled: z
      .array(id)
      .min(1)
      .optional()
      .describe('Members that a person put there; all of an accepted cluster when left out'),
    apart: z.array(id).optional().describe('Ids of annotations that a person keeps out of it'),
    confirmed: z
      .literal(true)
      .optional()
      .describe('A person confirmed it by name, not only moved, split or merged members'),
    alone: z
      .literal(true)
      .optional()
      .describe('A person put its one member on its own; nothing is added to it'),
  })
  .meta({ id: 'cluster', description: 'Quotations of one act of speech, or claims that state one thing' })

const passage = z
  .object({ article: id, ...rangeShape })
  .refine((value) => value.start <= value.end, { message: 'start must not be after end', path: ['end'] })

const finding = z
  .object({
    kind: z.enum(['reuse', 'repeats-itself']),
    a: passage,
    b: passage,
    similarity: score,
    ...findingShape,
    story: id.optional().describe('Id of the story it was found in'),
    detail: z.string().optional().describe('One sentence for a person'),
  })
  .meta({ id: 'finding', description: 'Text that two passages share' })

/** Everything before the articles, in the order a dataset has it. */
export const datasetHeadSchema = z.object({
  format: z.literal(DATASET_FORMAT),
  version: z.literal(DATASET_VERSION),
  offsetUnit: z.literal('codepoint'),
  generator: z.object({ name: z.string(), version: z.string() }),
  exportedAt: isoTime.optional(),
  corpus: z.object({ id, name: z.string(), description: z.string() }),
  codebook: z.object({ layers: z.array(layer), tags: z.array(tag) }),
  annotators: z.array(named),
  sources: z.array(named),
  speakers: z.array(speaker),
  savedSearches: z.array(savedSearch).optional().describe('Of a whole corpus; left out when there is none'),
})

/** What is written of a comparison, for the writer's own check. */
export const datasetClusterSchema = cluster
export const datasetFindingSchema = finding

/** The whole file. */
export const datasetSchema = z.object({
  ...datasetHeadSchema.shape,
  articles: z.array(datasetArticleSchema),
  annotations: z.array(datasetAnnotationSchema),
  stories: z.array(story),
  clusters: z.array(cluster),
  findings: z.array(finding),
})

/** A dataset as its file has it: offsets in code points. */
export type Dataset = z.infer<typeof datasetSchema>

/** What stands before the articles. */
export type DatasetHead = z.infer<typeof datasetHeadSchema>

/** An article of a dataset: offsets of blocks and furniture in code points. */
export type DatasetArticle = z.infer<typeof datasetArticleSchema>

/** An annotation of a dataset: offsets in code points. */
export type DatasetAnnotation = z.infer<typeof datasetAnnotationSchema>

/** A range of a dataset's text with the text it covers, in code points. */
export type DatasetSpan = z.infer<typeof span>

/** A cluster of quotations or claims across a story. */
export type DatasetCluster = z.infer<typeof cluster>

/** What differs inside a cluster of a dataset. */
export type DatasetClusterFinding = z.infer<typeof clusterFinding>

/** Text that two passages share. */
export type DatasetFinding = z.infer<typeof finding>
