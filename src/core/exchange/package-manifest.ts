import { DATASET_VERSION } from '../model/dataset'
import {
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  type PackageManifest,
  packageManifestSchema,
} from '../model/package'
import { fail, ok, type Result } from '../model/result'
import { describeIssues } from './dataset-errors'

const KEPT = 'Nothing of it was imported.'

/**
 * Reads the manifest of a package. Failures: `unreadable` (no JSON), `not-a-dataset` (another kind of file),
 * `unsupported-version` (written by a newer program), `invalid-input` (a field is wrong).
 */
export function readPackageManifest(text: string): Result<PackageManifest> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return fail('unreadable', 'The package is damaged: what it says of itself is not JSON.', {
      kept: KEPT,
      advice: 'Copy it again from where it comes from.',
    })
  }
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== PACKAGE_FORMAT) {
    return fail('not-a-dataset', 'The file is no Crossread package: its description is of another kind.', {
      kept: KEPT,
      advice: 'Choose a package that Crossread exported.',
    })
  }
  // Before the rest: a newer version may have other fields.
  const version = 'version' in json ? json.version : null
  if (typeof version === 'number' && version > PACKAGE_VERSION)
    return newer('package', version, PACKAGE_VERSION)
  const checked = packageManifestSchema.safeParse(json)
  if (!checked.success) {
    return fail(
      'invalid-input',
      `The package is damaged: its description does not keep to its format (${describeIssues(checked.error)}).`,
      { kept: KEPT, advice: 'Export it again where it comes from.' },
    )
  }
  const { dataset } = checked.data
  if (dataset.version > DATASET_VERSION) return newer('dataset in it', dataset.version, DATASET_VERSION)
  return ok(checked.data)
}

function newer(what: string, version: number, known: number): Result<never> {
  return fail(
    'unsupported-version',
    `A newer Crossread wrote this package: the ${what} has version ${String(version)}, this program reads up to version ${String(known)}.`,
    { kept: KEPT, advice: 'Update Crossread, or have it exported as a dataset by the version you have.' },
  )
}
