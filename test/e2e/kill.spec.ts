import { expect, test } from '@playwright/test'
import { killRounds } from './kill-rounds'

/* Five of the rounds that `npm run bench -- kill` does two hundred of. */

test.setTimeout(240_000)

test('nothing acknowledged is lost by kill -9, and nothing is half there', async () => {
  const seed = Math.floor(Math.random() * 1_000_000)
  const { acknowledged } = await killRounds(5, seed)
  expect(acknowledged).toBeGreaterThan(0)
})
