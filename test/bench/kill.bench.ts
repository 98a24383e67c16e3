import { parseArgs } from 'node:util'
import { killRounds } from '../e2e/kill-rounds'

/*
 * The program killed in the middle of the work, 200 times on the same data: npm run bench -- kill [--rounds=N] [--seed=N]
 * Ends with an error that names the seed when an acknowledged action is lost or something is half there.
 */

const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } })
const rounds = Number(values.rounds ?? 200)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
console.log(`seed                          ${seed}`)
const { acknowledged, interrupted, kept } = await killRounds(rounds, seed)
console.log(`rounds                        ${rounds}`)
console.log(`acknowledged actions          ${acknowledged}, all there`)
console.log(
  `actions killed under way      ${interrupted}: ${kept} there, ${interrupted - kept} not; the counts of each layer agree at the end`,
)
process.exit()
