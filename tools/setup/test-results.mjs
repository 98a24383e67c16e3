import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * A step that is no test runner counts as one.
 * @param {number} code exit code
 * @returns {Counts}
 */
export function countCheck(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * Tests in a report of Vitest. A file that could not even be loaded counts as one failure, and so does a run that failed
 * with every test passed (an error outside any test) or left no report.
 * @param {string} path
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countVitest(path, code) {
  const report = readReport(path)
  if (report === null) return { passed: 0, failed: 1 }
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = report
  const broken = testResults.filter(
    (/** @type {{ status?: string, assertionResults?: unknown[] }} */ file) =>
      file.status === 'failed' && (file.assertionResults ?? []).length === 0,
  )
  return atLeastOneFailure({ passed: numPassedTests, failed: numFailedTests + broken.length }, code)
}

/**
 * Tests in a report of Playwright. A test that passed only when tried again counts as failed.
 * @param {string} path
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countPlaywright(path, code) {
  const report = readReport(path)
  if (report === null) return { passed: 0, failed: 1 }
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {}
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky }, code)
}

/**
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
function atLeastOneFailure(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** @param {string} path */
function readReport(path) {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
