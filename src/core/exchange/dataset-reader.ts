import { DATASET_FORMAT, DATASET_VERSION, datasetSchema, type Dataset } from '../model/dataset'
import { fail, ok, type Result } from '../model/result'
import { brokenReferences, changedArticles, duplicateIds, wrongOffsets } from './dataset-checks'
import { comparisonFaults } from './dataset-comparison-checks'
import { describeIssues, someOf } from './dataset-errors'
import { findJsonFault } from './json-fault'

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
 * One string holds at most half a gigabyte in Chromium; a file beyond that cannot be given to this function.
 */
export function parseDataset(text: string): Result<Dataset> {
  const parsed = parseJson(text.startsWith('\ufeff') ? text.slice(1) : text)
  if (!parsed.ok) return parsed
  const json = parsed.value
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

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    const fault = findJsonFault(text)
    if (fault?.kind === 'cut-off') {
      return fail(
        'unreadable',
        `The file is cut off: it ends at character ${String(fault.position)} in the middle of its data.`,
        {
          kept: KEPT,
          advice: 'Copy or export it again; the copying was probably interrupted.',
        },
      )
    }
    return fail(
      'not-a-dataset',
      `This file is not a dataset: it is not JSON from character ${String(fault?.position ?? 0)} on.`,
      { kept: KEPT, advice: 'Choose a file that Crossread exported as a dataset.' },
    )
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
