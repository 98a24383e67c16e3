/* Invented news, as people's folders hold it. No name, place or number in it is of this world. */

/** The article that is annotated: a direct quotation in two pieces, figures, and an emoji before all of them. */
export const BRIDGE = `The Bridge at Torvale Stays Open 🌉

TORVALE (Harbour Post) – The council will keep the old bridge open through the winter, it decided on Monday.

“We will not close the bridge,” Mayor Ilin Varga said after the vote. “Not before spring.”

Repairs cost 240,000 crowns in 2018, more than twice the estimate. The ferry is no way out: it carries 60 people.

Residents had asked for a decision since the storm of 12 May 2019. Some of them crossed the bridge to say so.
`

/** A quotation of the same vote by another outlet, in a list of other news. */
export const COUNCIL = `Council Votes on Crossing

By Ansgar Wells
May 21, 2019

Torvale's mayor ruled out closing its bridge this winter. "We won't close it," he said.

Opponents called the vote a mistake.
`

/** Long enough that its end is not in sight from its beginning. */
export const CHRONICLE = `A Chronicle of the Torvale Bridge

${Array.from(
  { length: 80 },
  (_, index) =>
    `In year ${index + 1} of the bridge its keeper wrote down the water, the wind and the number of carts. ` +
    'Nobody read it, and he wrote all the same, for the book was there and the evenings were long.',
).join('\n\n')}

Here the book ends, in the middle of a wet autumn.
`

/** The folder of a person who has collected what three outlets wrote. */
export const PRESS: Readonly<Record<string, string>> = {
  'harbourpost_2019-05-21_bridge.txt': BRIDGE,
  'inland-gazette/2019-05-21-council.txt': COUNCIL,
  'chronicle.md': CHRONICLE,
}

/** One of many short articles, each with a text of its own. */
export function dispatch(number: number): string {
  return `Dispatch ${number} from the Lighthouse

KEEL POINT (Wire of the Sound) – Ship number ${number} passed the light at dawn on Tuesday with ${number * 3} crates on board.

"She came without a flag," keeper Oda Brekke said. "We let her pass ${number} times before."
`
}

/** So many dispatches, in folders of a hundred, by relative path. */
export function dispatches(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `batch-${String(Math.floor(index / 100)).padStart(3, '0')}/dispatch-${String(index).padStart(5, '0')}.txt`,
      dispatch(index),
    ]),
  )
}

/** A book of some 300 KB in an unknown language: no other number has it, and no disk can make it much smaller. */
export function book(number: number): string {
  let seed = number
  const word = (): string => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed.toString(36)
  }
  const paragraph = (): string => `${Array.from({ length: 100 }, word).join(' ')}.`
  return `Book ${number} of the Keeper\n\n${Array.from({ length: 430 }, paragraph).join('\n\n')}\n`
}
