import { describe, expect, it } from 'vitest'
import type { Annotation } from '#core/model/annotation'
import { passageOf } from '../../../src/renderer/src/features/review/passage'
import { suggestionOf } from './items'

const TEXT = 'Snow fell. “We stay,” said Ode Marrin, “as long as we can.”\nNobody left. Later it rained.'

const contextOf = ({ start, end }: Annotation, reach = 500) => ({
  before: TEXT.slice(Math.max(0, start - reach), start),
  after: TEXT.slice(end, end + reach),
})

const shown = (annotation: Annotation, reach?: number): string =>
  passageOf(annotation, contextOf(annotation, reach))
    .map(({ text, role }) => (role === 'around' ? text : `[${role}:${text}]`))
    .join('')

describe('a suggestion in its sentence', () => {
  it('marks content, cue and speaker of a quotation that its cue splits', () => {
    const split = suggestionOf(TEXT, {
      content: ['“We stay,”', '“as long as we can.”'],
      speaker: 'Ode Marrin',
      cue: 'said',
    })
    expect(shown(split)).toBe(
      '[content:“We stay,”] [cue:said] [speaker:Ode Marrin], [content:“as long as we can.”]',
    )
  })

  it('shows the whole sentence, and none of the others', () => {
    expect(shown(suggestionOf(TEXT, { content: ['left'] }))).toBe('Nobody [content:left].')
  })

  it('reaches to the sentence of a speaker named before', () => {
    const later = suggestionOf(TEXT, { content: ['it rained'], speaker: 'Nobody' })
    expect(shown(later)).toBe('[speaker:Nobody] left. Later [content:it rained].')
  })

  it('says where the sentence begins before what was read', () => {
    expect(shown(suggestionOf(TEXT, { content: ['left'] }), 3)).toBe('… dy [content:left].')
  })

  it('shows the words alone while the text around is not read', () => {
    const claim = suggestionOf(TEXT, { content: ['Nobody left'] })
    const bare = passageOf(claim, { before: '', after: '' })
    expect(bare.filter(({ role }) => role === 'content')).toEqual([{ role: 'content', text: 'Nobody left' }])
  })
})
