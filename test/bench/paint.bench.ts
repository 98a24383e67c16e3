import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../../tools/setup/paths.mjs'

/*
 * Opening an article and painting its annotations: the figures that test/browser/dom/paint-figures.test.ts takes in a real
 * browser, printed. Its reference is the same text without annotations, in the same run.
 */

const BUDGETS: Readonly<Record<string, string>> = {
  '800': 'budget: open <= 20 ms, change <= 8 ms',
  '60000': 'budget: open <= 60 ms, change <= 8 ms',
}

const child = spawn(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    'browser',
    '--reporter=verbose',
    '--no-color',
    join('test', 'browser', 'dom', 'paint-figures.test.ts'),
  ],
  { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
)
let output = ''
child.stdout.setEncoding('utf8').on('data', (text: string) => {
  output += text
})
await once(child, 'close')

for (const [, words = '', count = '', text = '', open = '', change = ''] of output.matchAll(
  /figures: (\d+) words with (\d+) annotations.*?text alone ([\d.]+) ms; with annotations ([\d.]+) ms.*?change one ([\d.]+) ms/gs,
)) {
  console.log(`${words} words, ${count} annotations  (${BUDGETS[words] ?? ''})`)
  console.log(`  text alone                  ${text} ms`)
  console.log(`  text and annotations        ${open} ms, ${(Number(open) / Number(text)).toFixed(2)} times`)
  console.log(`  one annotation changed      ${change} ms`)
}
if (child.exitCode !== 0) process.exitCode = 1
