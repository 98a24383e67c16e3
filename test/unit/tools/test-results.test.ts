import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countCheck, countPlaywright, countVitest } from '../../../tools/setup/test-results.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-results-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function report(content: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('counts of tests', () => {
  it('count a check as one', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0 })
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1 })
  })

  it("take Vitest's numbers, and a file that could not be loaded as one failure", () => {
    const testResults = [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ]
    expect(countVitest(report({ numPassedTests: 5, numFailedTests: 1, testResults }), 1)).toEqual({
      passed: 5,
      failed: 2,
    })
  })

  it('see a failure outside every test', () => {
    const path = report({ numPassedTests: 5, numFailedTests: 0, testResults: [] })
    expect(countVitest(path, 1)).toEqual({ passed: 5, failed: 1 })
    expect(countVitest(path, 0)).toEqual({ passed: 5, failed: 0 })
  })

  it("take Playwright's numbers, and a test that passed at the second attempt as failed", () => {
    expect(countPlaywright(report({ stats: { expected: 7, unexpected: 1, flaky: 1 } }), 1)).toEqual({
      passed: 7,
      failed: 2,
    })
    expect(countPlaywright(report({ stats: { expected: 0 }, errors: [{}] }), 1)).toEqual({
      passed: 0,
      failed: 1,
    })
  })

  it('take a missing or broken report as one failure, whatever the runner said', () => {
    expect(countVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright(report('{'), 0)).toEqual({ passed: 0, failed: 1 })
  })
})
