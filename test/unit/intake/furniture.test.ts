import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFurniture, readSourceLine } from '#core/intake/furniture'
import { furnitureOf, only, readText } from './fixture'

describe('furniture', () => {
  it.each([
    'Post a Comment',
    '0 Comments',
    'No comments:',
    '12 Comments',
    'Leave a Reply',
    'Comments are closed.',
    'View all comments',
    'Previous Post Next Post',
    '← Older Posts',
    'Story Code : 979141',
    'News ID: 88123',
    'Share',
    'Share this:',
    'Share on Facebook',
    'Facebook Twitter WhatsApp Email',
    'Facebook | Twitter | LinkedIn',
    'Advertisement',
    'ADVERTISEMENT - CONTINUE READING BELOW',
    'Story continues below advertisement',
    'Read more:',
    'Read more: Islanders run short of bread',
    'Also read: What the board wants',
    'Baca juga: Kapal feri berlayar lagi',
    'Related stories',
    'You may also like',
    'Subscribe to our newsletter for the latest news',
    'Sign up for our free newsletter and get the day’s stories in your inbox.',
    'Subscribe now',
    'Follow us on Twitter and Facebook',
    'Join our Telegram channel',
    'This website uses cookies to improve your experience. By continuing you accept this.',
    'We use cookies to personalise content and ads. Accept all or manage your choice.',
    'Accept all cookies',
    '© 2022 Example Press',
    'Copyright 2022 Example Press. All rights reserved. This may not be copied.',
    '–',
    '* * *',
    '___',
    'Skip to main content',
    '3 min read',
    'Реклама',
    'Anzeige',
  ])('knows %j', (line) => {
    expect(isFurniture(line)).toBe(true)
  })

  it.each([
    'The minister declined to comment.',
    'Comments by the minister angered the union.',
    '“No comment,” she said.',
    'Share prices fell by 3 percent on Monday.',
    'Share of the vote',
    'Like many islanders, she had been waiting for nine days.',
    'Print is not dead, the publisher said.',
    'Twitter said it would remove the posts.',
    'Facebook and Twitter were fined on Tuesday.',
    'Subscribers to the paper fell by a tenth, it said.',
    'Subscribe to the theory or not, the numbers are plain, he said.',
    'Follow the money, she told reporters, and you will find the account.',
    'Read more carefully, the agreement says nothing about pay.',
    'Next week the talks go on.',
    'Related parties must disclose their holdings, the regulator said.',
    'Cookies and tea were served to the stranded travellers.',
    'The company uses cookies to track readers, the watchdog found.',
    'The copyright dispute goes back to 2004.',
    'Advertisements for the ferries ran in every paper.',
    'Join us,” the crowd shouted, “or go home.”',
    'Get well soon, the card said.',
    'Story of a strike',
    'Yes.',
    '“Good,” Putin said.',
    '9:05 p.m.',
    '1.',
    'Donate blood, the hospital asked the islanders.',
    'Support for the board fell to 30 percent.',
    'Register offices stayed closed on Monday.',
    'Download speeds on the island are the lowest in the country.',
  ])('leaves %j alone', (line) => {
    expect(isFurniture(line)).toBe(false)
  })

  it('flags no paragraph of an ordinary report', () => {
    const words =
      'the board said on Monday that ferries would share comment follow read more cookies subscribe like next post source'
    const paragraph = fc
      .array(fc.constantFrom(...words.split(' ')), { minLength: 12, maxLength: 60 })
      .map((chosen) => `Yesterday ${chosen.join(' ')}.`)
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        expect(furnitureOf(only(readText(paragraphs.join('\n\n'))))).toEqual([])
      }),
    )
  })

  it('takes author codes, tags and navigation only at the edges of an article', () => {
    const prose =
      'The talks went on until the early morning, and nobody would say what had been agreed upon in the end.'
    const inside = Array.from({ length: 15 }, () => prose)
    const text = ['Home', ...inside, '(abc)', 'Menu', ...inside, '(abc)', 'Tags: ferries, strikes'].join(
      '\n\n',
    )
    expect(furnitureOf(only(readText(text)))).toEqual(['Home', '(abc)', 'Tags: ferries, strikes'])
  })

  it('tells a source line from a sentence about a source', () => {
    expect(readSourceLine('Source: Lund Evening Echo')).toBe('Lund Evening Echo')
    expect(readSourceLine('(Source: AFP)')).toBe('AFP')
    expect(readSourceLine('Sources: three officials close to the talks said so.')).toBeNull()
    expect(readSourceLine('The source: a leaked letter')).toBeNull()
  })
})
