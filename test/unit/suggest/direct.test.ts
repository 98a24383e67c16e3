import { describe, expect, it } from 'vitest'
import { suggest } from './suggesting'

describe('direct and mixed quotations', () => {
  it('takes a quotation with its cue after it', () => {
    expect(suggest('“The pier floats,” Ann Ode said.')).toMatchObject([
      {
        content: ['“The pier floats,”'],
        cue: 'said',
        speaker: 'Ann Ode',
        type: 'direct',
        rule: 'direct.tail',
      },
    ])
  })

  it('takes an inverted cue with an apposition after it', () => {
    expect(suggest('"The pier floats," said Ann Ode, a spokeswoman for the port.')).toMatchObject([
      {
        content: ['"The pier floats,"'],
        speaker: 'Ann Ode, a spokeswoman for the port',
        rule: 'direct.inverted',
      },
    ])
  })

  it('takes a cue before the quotation', () => {
    expect(suggest('Ann Ode said, "The pier floats."')).toMatchObject([
      { content: ['"The pier floats."'], cue: 'said', speaker: 'Ann Ode', rule: 'direct.head' },
    ])
    expect(suggest('Ode replied: “Our ropes are far from worn.”')).toMatchObject([
      { content: ['“Our ropes are far from worn.”'], cue: 'replied', speaker: 'Ode' },
    ])
  })

  it('joins a quotation that its cue splits', () => {
    expect(suggest('"I would," he said, "go on."')).toMatchObject([
      { content: ['"I would,"', '"go on."'], cue: 'said', speaker: 'he' },
    ])
  })

  it('joins the sentences that go on after the cue', () => {
    expect(suggest('“The pier floats,” Ode said. “It always did.”')).toMatchObject([
      { content: ['“The pier floats,”', '“It always did.”'] },
    ])
  })

  it('joins a quotation over paragraphs with an opening mark on each', () => {
    expect(suggest('“The pier floats,” Ode said. “It always did.\n“And it always will.”')).toMatchObject([
      { content: ['“The pier floats,”', '“It always did.', '“And it always will.”'] },
    ])
  })

  it('lets a floating paragraph inherit the speaker', () => {
    const [, floating] = suggest('“The pier floats,” Ann Ode said.\n“It always did, and nobody asked.”')
    expect(floating).toMatchObject({
      content: ['“It always did, and nobody asked.”'],
      cue: null,
      name: 'Ann Ode',
      resolution: 'inherited',
    })
  })

  it('keeps a doubled mark within the quotation and its addressee out', () => {
    expect(suggest('“I must say there is always a chance”to find a way,” Ode told Ash.')).toMatchObject([
      { content: ['“I must say there is always a chance”to find a way,”'], cue: 'told', speaker: 'Ode' },
    ])
  })

  it('keeps two attributions in one paragraph apart, as printed', () => {
    expect(
      suggest(
        'President Bo Ash stated, "There is a way." Minister Ann Ode agreed, saying, "There is a boat."',
      ),
    ).toMatchObject([
      { content: ['"There is a way."'], name: 'Bo Ash' },
      { content: ['"There is a boat."'], name: 'Ann Ode', cue: 'saying' },
    ])
  })

  it('keeps a tail apart from the cue that leads up to the next quotation', () => {
    expect(suggest('He has “a lot of rope.” She adds, “He knows how to use it.”').at(-1)).toMatchObject({
      content: ['“He knows how to use it.”'],
      speaker: 'She',
    })
  })

  it('reads a mixed quotation from the clause it belongs to', () => {
    expect(suggest('Ode said the pier was “closing really strong.”')).toMatchObject([
      { content: ['the pier was “closing really strong.”'], type: 'mixed', speaker: 'Ode' },
    ])
    expect(suggest('Its task is “really a mix of things,” she said.')).toMatchObject([
      { content: ['Its task is “really a mix of things,”'], type: 'mixed' },
    ])
  })

  it('gives the next report its own clause after a closing comma', () => {
    expect(suggest('"Filth out!" she wrote, arguing that the harbour was dirty.')).toContainEqual(
      expect.objectContaining({ content: ['that the harbour was dirty'], cue: 'arguing' }),
    )
  })

  it('gives a quotation after a colon to its tail alone, and what leads up to it to its own cue', () => {
    expect(suggest('Ode asserted that the pier was lost: “The pier is gone,” she claimed.')).toMatchObject([
      { content: ['that the pier was lost'], cue: 'asserted', speaker: 'Ode' },
      { content: ['“The pier is gone,”'], cue: 'claimed', speaker: 'she', type: 'direct' },
    ])
  })

  it('ends a report where the next speaker leads up to a quotation', () => {
    expect(suggest('When Ode said it was great to be home, a man yelled “Stay there!”')).toMatchObject([
      { content: ['it was great to be home'], speaker: 'Ode' },
      { content: ['“Stay there!”'], cue: 'yelled', speaker: 'a man' },
    ])
  })

  it('does not take capitals for a title in a headline, nor an exclamation for a term', () => {
    expect(suggest('Harbour Town Paints ‘Floating Pier’ With Green Flowers')).toMatchObject([
      { content: ['‘Floating Pier’'], rule: 'marks.scare' },
    ])
    expect(suggest('The crowd went on with “Ahoy!” until noon.')).toMatchObject([{ rule: 'marks.uncued' }])
  })

  it('says why a term, title or scare quote is doubtful, and scores it low', () => {
    expect(suggest('The so-called “ghost pier” reopened.')).toMatchObject([{ rule: 'marks.term' }])
    expect(suggest('The film “The Long Grey Pier” opened.')).toMatchObject([{ rule: 'marks.title' }])
    for (const one of suggest('The so-called “ghost pier” reopened after “The Long Grey Pier” opened.'))
      expect(one.score).toBeLessThan(0.3)
  })

  it('takes a quotation before a verb that no lexicon knows', () => {
    expect(suggest('“Go home,” Ode harrumphed before the doors shut.')).toMatchObject([
      { content: ['“Go home,”'], speaker: 'Ode', cue: 'harrumphed', rule: 'direct.unknown-verb' },
    ])
  })

  it('leaves what lies in furniture alone', async () => {
    const { suggestQuotations } = await import('#core/suggest/quotations')
    const text = '“The pier floats,” Ode said.\n“Share this,” our editor said.'
    const furniture = [{ start: text.indexOf('\n') + 1, end: text.length }]
    expect(suggestQuotations({ text, blocks: [], furniture }, 'en')).toHaveLength(1)
  })

  it('takes what something "is" for no verb of speech', () => {
    expect(suggest('A “covered area,” which is defined as a quay, is due.')[0]?.rule).toBe('marks.term')
    expect(suggest('“Did it sink?” Mr. Ode has never been asked.')[0]?.cue).toBeNull()
  })
})
