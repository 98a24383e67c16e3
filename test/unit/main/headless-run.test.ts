import { describe, expect, it } from 'vitest'
import type { HeadlessJob, HeadlessOutcome } from '#ipc/channels'
import { createHeadlessRun, type HeadlessRun, showControls } from '../../../src/main/headless-run'

const JOB: HeadlessJob = {
  imports: [{ token: 't', roots: ['seeds'] }],
  corpus: 'seeds',
  temporary: true,
  bratImports: [],
  columns: [],
  train: false,
  suggest: false,
  compare: false,
  export: { token: 'e', name: 'out.json' },
  format: 'dataset' as const,
  reproducible: true,
}

const OUTCOME: HeadlessOutcome = { imported: 5, sameAs: 1, problems: [], failed: null }

function start(job: HeadlessJob = JOB): { run: HeadlessRun; lines: string[]; codes: number[] } {
  const lines: string[] = []
  const codes: number[] = []
  const run = createHeadlessRun(job, {
    say: (line) => void lines.push(line),
    exit: (code) => void codes.push(code),
  })
  return { run, lines, codes }
}

describe('a run without a window', () => {
  it('ends with 0 when everything was done, and says what', () => {
    const { run, lines, codes } = start()
    expect(run.isStarted()).toBe(false)
    expect(run.job()).toBe(JOB)
    expect(run.isStarted()).toBe(true)
    run.progress('3 of 5')
    run.exported({ name: 'out.json', bytes: 12 })
    run.done(OUTCOME)
    expect(codes).toEqual([0])
    expect(lines).toEqual([
      '3 of 5',
      'Done: 5 imported, 1 the same as another, 0 not imported. Wrote out.json (12 bytes).',
    ])
  })

  it('ends with 1 when files were left out, each on a line of its own', () => {
    const { run, lines, codes } = start()
    run.exported({ name: 'out.json', bytes: 12 })
    run.done({ ...OUTCOME, problems: [{ path: '😀\n\u001b[2J.txt', message: 'empty' }] })
    expect(codes).toEqual([1])
    expect(lines[0]).toBe('Not imported: 😀\\n\\x1b[2J.txt: empty')
  })

  it('ends with 3 when the job failed, and still says which files were left out', () => {
    const { run, lines, codes } = start()
    run.done({ ...OUTCOME, problems: [{ path: 'a', message: 'b' }], failed: 'The disk is full.' })
    expect(codes).toEqual([3])
    expect(lines).toEqual(['Not imported: a: b', 'Failed: The disk is full.'])
  })

  it('does not take an export that was never finished for done', () => {
    const { run, codes } = start()
    run.done(OUTCOME)
    expect(codes).toEqual([3])
  })

  it('needs no export when none was asked for', () => {
    const { run, codes } = start({ ...JOB, export: null })
    run.done(OUTCOME)
    expect(codes).toEqual([0])
  })

  it('ends once, by what comes first', () => {
    const { run, codes } = start()
    run.fail('The page broke.')
    run.fail('Again.')
    run.done(OUTCOME)
    expect(codes).toEqual([3])
    expect(run.isRunning()).toBe(false)
  })
})

describe('showControls', () => {
  it('lets nothing through that moves the cursor', () => {
    expect(showControls('a\r\tb\u009b\u0000é😀')).toBe('a\\x0d\\x09b\\x9b\\x00é😀')
  })
})
