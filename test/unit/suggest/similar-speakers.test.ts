import { expect, it } from 'vitest'
import type { Speaker } from '#core/model/speaker'
import { similarSpeakers } from '#core/suggest/similar-speakers'

const of = (...names: readonly string[]): Speaker[] => names.map((name) => ({ id: name, name, aliases: [] }))
const pairs = (...names: readonly string[]) => similarSpeakers(of(...names)).map(({ a, b }) => [a, b])

it('proposes spellings that sound alike but for a letter, and names with a word more', () => {
  expect(pairs('Ilze Quorin', 'Ilse Quorrin', 'Vey Ilse Quorrin', 'Bo Ash')).toEqual([
    ['Ilse Quorrin', 'Vey Ilse Quorrin'],
    ['Ilse Quorrin', 'Ilze Quorin'],
    ['Ilze Quorin', 'Vey Ilse Quorrin'],
  ])
  expect(pairs('Marrin Ode', 'Ode Marrin')).toHaveLength(1)
  expect(pairs('Minister Berit Sandvik', 'Berit Sandvig')).toHaveLength(1)
})

it('leaves alone who only shares a name, and bare surnames', () => {
  expect(pairs('Ann Ode', 'Anna Ode', 'Bo Ode', 'Ode')).toEqual([])
  expect(pairs('Tom Hale', 'Tim Hale')).toEqual([])
  expect(pairs('Quorin', 'Quorrin')).toEqual([])
})

it('does not propose again what a person told apart', () => {
  const [a, b] = of('Ilze Quorin', 'Ilse Quorrin')
  if (!a || !b) throw new Error('two')
  const settled = { names: [], instead: [], apart: [b.id] }
  expect(similarSpeakers([{ ...a, settled }, b])).toEqual([])
  expect(similarSpeakers([b, { ...a, settled }])).toEqual([])
  const split = { names: [], instead: [{ article: 'x', of: a.id }] }
  expect(similarSpeakers([a, { ...b, settled: split }])).toEqual([])
})

it('finds the same pairs whatever the order, and many quickly', () => {
  const syllables = ['ba', 'den', 'ko', 'rul', 'mis', 'tor', 'ven', 'zak', 'lu', 'hest']
  const word = (n: number) =>
    `${syllables[n % 10] ?? ''}${syllables[Math.floor(n / 10) % 10] ?? ''}${syllables[Math.floor(n / 100) % 10] ?? ''}`
  const names = Array.from({ length: 1000 }, (_, index) => `${word(index)} ${word((index * 37) % 1000)}`)
  const wanted = of(...names, 'Ilze Quorin', 'Ilse Quorrin')
  const ids = similarSpeakers(wanted).map(({ a, b }) => `${a} ${b}`)
  expect(ids).toContain('Ilse Quorrin Ilze Quorin')
  expect(new Set(similarSpeakers([...wanted].reverse()).map(({ a, b }) => `${a} ${b}`))).toEqual(new Set(ids))
})
