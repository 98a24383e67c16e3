import { describe, expect, it } from 'vitest'
import {
  findSpeakers,
  groupBySpelling,
  likeliestName,
} from '../../../src/renderer/src/features/speakers/rows'
import { itemOf, suggestionOf } from '../review/items'

const use = (name: string, aliases: readonly string[], accepted: number, suggested = 0) => ({
  speaker: { id: `spk_${name}`, name, aliases },
  accepted,
  suggested,
})
const ode = use('Ode Marrin', ['Odé Marin', 'the mayor'], 2)
const tibor = use('Tibor Hale', [], 5)

describe('finding speakers', () => {
  it('looks at every spelling, without case and marks', () => {
    expect(findSpeakers([ode, tibor], ' ODE mari')).toEqual([ode])
    expect(findSpeakers([ode, tibor], 'mayor')).toEqual([ode])
    expect(findSpeakers([ode, tibor], '')).toEqual([ode, tibor])
  })
})

describe('the name that a merge keeps', () => {
  it('is that of the most used record, of equals the longest', () => {
    expect(likeliestName([ode, tibor])?.name).toBe('Tibor Hale')
    expect(likeliestName([use('Hale', [], 5), tibor])?.name).toBe('Tibor Hale')
    expect(likeliestName([])).toBeNull()
  })
})

describe('quotations by spelling', () => {
  it('come most frequent first, those without words for the speaker last', () => {
    const text = 'Ode said one. The mayor said two. Ode. Three. Four.'
    const of = (content: string, speaker?: string) =>
      itemOf(suggestionOf(text, { content: [content], ...(speaker !== undefined && { speaker }) }))
    const groups = groupBySpelling([of('Three'), of('two', 'The mayor'), of('one', 'Ode'), of('Four', 'Ode')])
    expect(groups.map(({ words, quotations }) => [words, quotations.length])).toEqual([
      ['Ode', 2],
      ['The mayor', 1],
      [null, 1],
    ])
  })
})
