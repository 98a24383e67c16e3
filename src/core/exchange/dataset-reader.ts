import { DATASET_FORMAT, DATASET_VERSION, datasetSchema, type Dataset } from '../model/dataset'
import { fail, ok, type Result } from '../model/result'
import { brokenReferences, changedArticles, duplicateIds, wrongOffsets } from './dataset-checks'
import { comparisonFaults } from './dataset-comparison-checks'
import { describeIssues, someOf } from './dataset-errors'
import { JsonPieces } from './json-pieces'

export { fromDataset, type CorpusContent } from './dataset-decode'

const KEPT = 'Nothing was imported.'

/**
 * Reads a dataset and checks everything in it: schema, ids, references, hashes of texts, every span against its text.
 * Fails whole, with what is wrong and where:
 * - `unreadable`: the file was cut off
 * - `not-a-dataset`: not JSON, or JSON of another kind
 * - `unsupported-version`: written by a newer program
 * - `invalid-input`: a field, id, reference or text is wrong, or a story, cluster or finding contradicts itself
 * - `offset-mismatch`: spans do not carry their text
 */
export function parseDataset(text: string): Result<Dataset> {
  const reader = new DatasetReader()
  reader.push(text)
  return reader.end()
}

/** `parseDataset` for a file that comes in parts, and may be longer than a string can be. */
export class DatasetReader {
  readonly #json = new JsonPieces()
  #begun = false

  /** Reads on; a part may end anywhere. */
  push(part: string): void {
    this.#json.push(this.#begun || !part.startsWith('\ufeff') ? part : part.slice(1))
    this.#begun ||= part !== ''
  }

  /** The dataset or what is wrong with it, when everything was pushed. */
  end(): Result<Dataset> {
    const parsed = this.#json.end()
    return parsed.ok ? checkDataset(parsed.value) : parsed
  }
}

function checkDataset(json: unknown): Result<Dataset> {
  if (!isRecord(json) || json['format'] !== DATASET_FORMAT) {
    return fail(
      'not-a-dataset',
      `This file is JSON, but not a dataset: its "format" is not "${DATASET_FORMAT}".`,
      {
        kept: KEPT,
        advice: 'Choose a file that Crossread exported as a dataset.',
      },
    )
  }
  const version = json['version']
  if (typeof version === 'number' && version > DATASET_VERSION) {
    return fail(
      'unsupported-version',
      `This dataset has version ${String(version)} of the format; this program reads up to version ${String(DATASET_VERSION)}.`,
      { kept: KEPT, advice: 'Update Crossread, or export the dataset again with the version you have.' },
    )
  }
  const checked = datasetSchema.safeParse(json)
  if (!checked.success) {
    return fail(
      'invalid-input',
      `The dataset does not keep to its format: ${describeIssues(checked.error)}.`,
      {
        kept: KEPT,
        advice: 'Compare the places named with docs/dataset-format.md.',
      },
    )
  }
  const dataset = checked.data
  for (const [check, what] of [
    [duplicateIds, 'has ids that occur twice'],
    [brokenReferences, 'has references to nothing'],
    [changedArticles, 'has articles that are not what they say'],
    [comparisonFaults, 'has stories, clusters or findings that contradict themselves'],
  ] as const) {
    const problems = check(dataset)
    if (problems.length > 0) {
      return fail('invalid-input', `The dataset ${what}: ${someOf(problems)}.`, {
        kept: KEPT,
        advice: 'Export it again from where it comes from.',
      })
    }
  }
  const offsets = wrongOffsets(dataset)
  if (offsets.length > 0) {
    return fail(
      'offset-mismatch',
      `The dataset has wrong offsets in ${String(offsets.length)} ${offsets.length === 1 ? 'place' : 'places'}: ${someOf(offsets)}.`,
      { kept: KEPT, advice: 'Offsets count Unicode code points; convert them where the dataset was made.' },
    )
  }
  return ok(dataset)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
