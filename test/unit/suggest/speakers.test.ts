import { describe, expect, it } from 'vitest'
import { suggest } from './suggesting'

function last(text: string): { name: string | null; resolution: string } {
  const { name = null, resolution = 'none' } = suggest(text).at(-1) ?? {}
  return { name, resolution }
}

describe('speakers within an article', () => {
  it('gives a surname its full name', () => {
    expect(last('Minister Ann Ode arrived at noon. Ode said the pier floats.')).toEqual({
      name: 'Ann Ode',
      resolution: 'named',
    })
  })

  it('reads the name behind titles, offices and owners', () => {
    expect(last('UN Secretary-General Bo Ash said the pier floats.').name).toBe('Bo Ash')
    expect(last('Secretary of State Ann Ode said the pier floats.').name).toBe('Ann Ode')
    expect(last('Harbour spokesperson Ann Ode said the pier floats.').name).toBe('Ann Ode')
    expect(last('German Minister for Fish and Harbour Trade Ann Ode said the pier floats.').name).toBe(
      'Ann Ode',
    )
    expect(last('The Thule Institute’s Ann Ode said the pier floats.').name).toBe('Ann Ode')
    expect(last("President Bo Ash's foreign minister, Ann Ode, said the pier floats.").name).toBe('Ann Ode')
  })

  it('takes two who speak together for the speaker, and names neither', () => {
    for (const text of [
      '“It is closed,” Ann Ode and Bo Ash said.',
      'The pier is safe, Ann Ode and Bo Ash said.',
      'Since it is closed, Ann Ode and Bo Ash said the pier floats.',
      '“It is closed,” said Ann Ode and Bo Ash.',
    ]) {
      const one = suggest(text).at(-1)
      expect(one).toMatchObject({ speaker: 'Ann Ode and Bo Ash', name: null, resolution: 'unresolved' })
    }
    expect(suggest('She praised Ann Ode and Bo Ash said the pier floats.').at(-1)?.speaker).toBe('Bo Ash')
  })

  it('does not name the owner where somebody else speaks', () => {
    expect(last("Bo Ash arrived. Ash's lawyers said the pier floats.").resolution).toBe('unresolved')
    expect(last('The mayor of Thule said the pier floats.').resolution).toBe('unresolved')
    expect(last('Ann Ode and Bo Ash said the pier floats.').resolution).toBe('unresolved')
  })

  it('resolves a pronoun to whoever spoke last', () => {
    expect(last('Minister Ann Ode said the pier floats. She added that ropes were mended.')).toEqual({
      name: 'Ann Ode',
      resolution: 'pronoun',
    })
  })

  it('does not give "he" to a woman', () => {
    expect(last('Mrs. Ann Ode said the pier floats. He added that ropes were mended.').resolution).toBe(
      'unresolved',
    )
  })

  it('knows by a first name who is "he" and who is "she"', () => {
    expect(last('Martha Ode met Robert Ash at the pier. “It floats,” he said.')).toEqual({
      name: 'Robert Ash',
      resolution: 'pronoun',
    })
    expect(last('Robert Ash said the pier floats. “It sinks,” she said.').resolution).toBe('unresolved')
    expect(last('Martha Ode spoke. Mr. Ode said the pier floats.').name).toBe('Ode')
  })

  it('keeps initials and suffixes in a name, and finds it by the surname alone', () => {
    const text = 'Vice President Amos R. Ode Jr. said the pier floats. “It does,” Mr. Ode said.'
    expect(suggest(text).map(({ name }) => name)).toEqual(['Amos R. Ode Jr.', 'Amos R. Ode Jr.'])
  })

  it('takes the country of an office for no name', () => {
    expect(last('The Prime Minister of Vey Ilse Quorrin said the pier floats.').name).toBe('Ilse Quorrin')
    expect(last('The mayor of Port Thule said the pier floats.').resolution).toBe('unresolved')
  })

  it('names a body with what it is of', () => {
    expect(last('The Bank of Carrow said the pier floats.').name).toBe('Bank of Carrow')
  })

  it('begins a speaker after a title that a comma inside its marks closes', () => {
    const text = 'On Thule’s “Harbour Hour,” Minister Ann Ode said the pier will close.'
    expect(suggest(text).at(-1)).toMatchObject({
      speaker: 'Minister Ann Ode',
      content: ['the pier will close'],
    })
    expect(suggest('Mocking the “flawed pier,” Ode accused Ash of sloth.').map((one) => one.name)).toEqual([
      'Ode',
      'Ode',
    ])
  })

  it('takes an age and a career for no speaker', () => {
    expect(last('Ann Ode, 56, who has led the port for years, said the pier floats.').name).toBe('Ann Ode')
  })

  it('takes Today for a part of a name after a capital', () => {
    expect(last('A reporter for Harbour Today spotted Ode and reported her fall.').name).toBe('Harbour Today')
  })

  it('does not call one person "he" and then "she"', () => {
    const text =
      'Minister Sam Ode said the pier floats. “It is dry,” he said. In the port, Captain Kim Ash waited. “It leaks,” she said.'
    expect(last(text)).toEqual({ name: 'Kim Ash', resolution: 'pronoun' })
  })

  it('leaves a pronoun with two possible persons unresolved', () => {
    expect(
      last('At noon the boats carried Ann Ode with Bo Ash home. She said the pier floats.').resolution,
    ).toBe('unresolved')
  })

  it('resolves "the latter" and "the former"', () => {
    const text = 'In a talk between President Bo Ash and Minister Ann Ode on Monday, the '
    expect(last(`${text}latter said the pier floats.`)).toEqual({ name: 'Ann Ode', resolution: 'nominal' })
    expect(last(`${text}former said the pier floats.`)).toEqual({ name: 'Bo Ash', resolution: 'nominal' })
  })

  it('resolves a title that one person only has', () => {
    expect(last('Foreign Minister Ann Ode met President Bo Ash. The minister said the pier floats.')).toEqual(
      {
        name: 'Ann Ode',
        resolution: 'nominal',
      },
    )
    expect(
      last('Cy Elm, a spokesman for the port, arrived. The port spokesperson said the pier floats.').name,
    ).toBe('Cy Elm')
  })

  it('leaves a title of two persons unresolved', () => {
    expect(last('Minister Ann Ode met Minister Bo Ash. The minister said the pier floats.').resolution).toBe(
      'unresolved',
    )
  })

  it('names a body by what it is called', () => {
    expect(last('The White House said the pier floats.').name).toBe('White House')
  })

  it('names the one whom a relative clause describes', () => {
    expect(last('They met Bo Ash, who said the pier floats.')).toEqual({
      name: 'Bo Ash',
      resolution: 'named',
    })
  })
})
