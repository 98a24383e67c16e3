import fc from 'fast-check'
import { PARSERS } from '../unit/fuzz/parsers'

/*
 * `npm run bench -- fuzz`: every parser with ten thousand inputs (`CROSSREAD_FUZZ_RUNS` says how many), the same as in
 * `npm test`. Prints what each took, and for one that fails the input, made as small as it fails, and the seed.
 */

const runs = Number(process.env['CROSSREAD_FUZZ_RUNS'] ?? 10_000)
const report = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

let failed = 0
report(`${runs} runs each`)
for (const { name, property } of PARSERS) {
  const started = process.cpuUsage()
  const details = fc.check(property, { numRuns: runs })
  const { user, system } = process.cpuUsage(started)
  const seconds = ((user + system) / 1e6).toFixed(1)
  report(
    `${name.padEnd(34)}${details.failed ? 'FAILED' : 'held'.padEnd(6)}${seconds.padStart(8)} s of processor time`,
  )
  if (!details.failed) continue
  failed += 1
  report(fc.defaultReportMessage(details) ?? '')
}
report(failed === 0 ? 'All held.' : `${failed} failed.`)
process.exitCode = failed === 0 ? 0 : 1
