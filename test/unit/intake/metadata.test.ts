import { describe, expect, it } from 'vitest'
import { readAgencyCredit, readByline } from '#core/intake/metadata/byline'
import { readDateline } from '#core/intake/metadata/dateline'
import { findDateInPath, findWeekdayDate, readDateLine, readStatedDate } from '#core/intake/metadata/dates'
import { guessLanguage, readStatedLanguage } from '#core/intake/metadata/language'
import { readPath } from '#core/intake/metadata/path-clues'
import { titleFrom } from '#core/intake/metadata/title'

describe('datelines', () => {
  it.each([
    ['Jakarta, CNBC Indonesia – The board said', 'Jakarta, CNBC Indonesia', 'CNBC Indonesia'],
    ['LONDON (Reuters) - The board said', 'LONDON (Reuters)', 'Reuters'],
    ['WASHINGTON — The board said', 'WASHINGTON', null],
    ['KYIV, Ukraine (AP) — The board said', 'KYIV, Ukraine (AP)', 'AP'],
    ['WASHINGTON, Feb. 15, 2022 (AFP) – “We agreed', 'WASHINGTON, Feb. 15, 2022 (AFP)', 'AFP'],
    ['ST. LOUIS — 1,200 travellers', 'ST. LOUIS', null],
    ['Berlin (dpa) - Die Fähren', 'Berlin (dpa)', 'dpa'],
    ['MOSCOW, February 15. /TASS/. The board said', 'MOSCOW, February 15. /TASS/', 'TASS'],
  ])('reads %j', (paragraph, text, outlet) => {
    const found = readDateline(paragraph)
    expect(found).toMatchObject({ text, outlet })
    expect(paragraph.slice(found?.end)).toMatch(/^(?:The|“We|1,200|Die)/)
  })

  it.each([
    'The board – which has denied it – said',
    'BREAKING: The board said',
    'BREAKING — The board said',
    'Lavrov, Putin – The two men met',
    'US - The board said',
    'Moscow (and not only Moscow) said',
    'EU foreign ministers — The board said',
    'He said — and it was true',
  ])('finds none in %j', (paragraph) => {
    expect(readDateline(paragraph)).toBeNull()
  })
})

describe('bylines', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['BY JANE DOE AND JOHN ROE', 'Jane Doe and John Roe'],
    ['by Jane Doe, Staff Writer', 'Jane Doe'],
    ['By Owen de Vries and J. R. Quill in London', 'Owen de Vries and J. R. Quill'],
    ['By Jane Doe | Lund Evening Echo', 'Jane Doe'],
    ['Written by Seán O’Neill', 'Seán O’Neill'],
    ['Author: Marta Quill', 'Marta Quill'],
    ['By AFP', 'AFP'],
    ['By Our Correspondent', 'Our Correspondent'],
    ['(Reporting by Marta Quill in Lund; Editing by Owen Vries)', 'Marta Quill'],
  ])('reads %j', (line, names) => {
    expect(readByline(line)).toBe(names)
  })

  it.each([
    'By Monday, the troops had left.',
    'By Sunday Night',
    'By the time they came',
    'By Lund Bridge the ferries stopped.',
    'By far the largest union',
    'Bystanders Saw Everything',
    'wd/sms (AP, AFP, Reuters)',
  ])('finds none in %j', (line) => {
    expect(readByline(line)).toBeNull()
  })

  it('tells an agency credit from other brackets', () => {
    expect(readAgencyCredit('wd/sms\u00a0  (AP, AFP, Reuters)')).toBe('wd/sms (AP, AFP, Reuters)')
    expect(readAgencyCredit('(dpa)')).toBe('(dpa)')
    expect(readAgencyCredit('the talks (AP)')).toBeNull()
    expect(readAgencyCredit('(WHO)')).toBeNull()
  })
})

describe('dates', () => {
  it.each([
    ['Tuesday 15 February 2022 - 13:58', 'en', '2022-02-15T13:58'],
    ['Published: 15 Feb 2022, 13:58 GMT', 'en', '2022-02-15T13:58Z'],
    ['Updated on February 15, 2022', 'en', '2022-02-15'],
    ['Sept. 12, 2016 9:05 p.m. EDT', 'en', '2016-09-12T21:05-04:00'],
    ['15.02.2022', null, '2022-02-15'],
    ['15/02/2022 | 18:08 WIB', null, '2022-02-15T18:08'],
    ['Dienstag, 15. Februar 2022, 13:58 Uhr', 'de', '2022-02-15T13:58'],
    ['15 февраля 2022, 13:58', 'ru', '2022-02-15T13:58'],
    ['mardi 15 février 2022 à 13h58', 'fr', '2022-02-15T13:58'],
    ['2022年2月15日', 'ja', '2022-02-15'],
  ])('reads the line %j', (line, language, value) => {
    expect(readDateLine(line, language)).toBe(value)
  })

  it.each([
    '03/02/2022',
    'What happened on 11 September 2001',
    'February 30, 2022',
    '12 September 2099',
    'On 15 February 2022 the board met.',
    'In 2014',
    'The 2022 agreement',
  ])('leaves the line %j', (line) => {
    expect(readDateLine(line, 'en')).toBeNull()
  })

  it('tells day from month by the weekday', () => {
    expect(findWeekdayDate('in remarks Tuesday (15/2/2022).')).toBe('2022-02-15')
    expect(findWeekdayDate('on Friday (4/3/2022)')).toBe('2022-03-04')
    expect(findWeekdayDate('on Sunday (4/3/2022)')).toBe('2022-04-03')
    expect(findWeekdayDate('on Monday (4/3/2022)')).toBeNull()
  })

  it.each([
    [1_644_933_480, '2022-02-15T13:58:00Z'],
    ['1644933480000', '2022-02-15T13:58:00Z'],
    ['2022-02-15 00:00:00', '2022-02-15'],
    ['2022-02-15T13:58:00.123+0300', '2022-02-15T13:58:00+03:00'],
    ['20220215', '2022-02-15'],
    ['2022-02', '2022-02'],
    ['Feb 15, 2022', '2022-02-15'],
    ['2022-13-45', null],
    ['1700-01-01', null],
    ['yesterday', null],
    [12, null],
    [Number.NaN, null],
    [null, null],
    [{}, null],
  ])('reads the field %j', (value, expected) => {
    expect(readStatedDate(value, null)).toBe(expected)
  })

  it('finds dates in names, and none in hashes', () => {
    expect(findDateInPath('nyt_2016-09-12_slug')).toBe('2016-09-12')
    expect(findDateInPath('2016/09/12/a')).toBe('2016-09-12')
    expect(findDateInPath('a_20160912')).toBe('2016-09-12')
    expect(findDateInPath('cc20160912ab')).toBeNull()
    expect(findDateInPath('2016-02-30')).toBeNull()
    expect(findDateInPath('2016-0912')).toBeNull()
  })
})

describe('paths', () => {
  it.each([
    ['nyt_2016-09-12_some-slug.txt', null, 'New York Times', '2016-09-12', 'some slug'],
    ['island-herald_2016-09-12_x-y-.txt', null, 'island-herald', '2016-09-12', 'x y'],
    ['2016/09/12/bbc/a.txt', null, 'BBC', '2016-09-12', 'a'],
    ['talks.txt', 'reuters', 'Reuters', null, 'talks'],
    ['2016-09-12-wapo-talks.txt', null, 'Washington Post', '2016-09-12', 'wapo talks'],
    ['afp-2016-09-12.txt', null, 'AFP', '2016-09-12', 'afp 2016 09 12'],
    ['story_20160912_x.txt', null, null, '2016-09-12', null],
    ['000_cc08c286dec2a050.txt', 'seeds', null, null, null],
    ['time-flies.txt', 'corpus', null, null, 'time flies'],
    ['sun_and_rain.txt', null, null, null, 'sun and rain'],
    ['guardian.jsonl#12', null, 'The Guardian', null, 'guardian'],
  ])('reads %j in %j', (path, root, outlet, date, title) => {
    const clues = readPath(path, root)
    expect(clues).toMatchObject({ outlet, date })
    if (title !== null) expect(clues.title).toBe(title)
  })
})

describe('titles', () => {
  it('keeps short lines and headlines whole', () => {
    expect(titleFrom('Ferries\u00a0to  sail again', false)).toBe('Ferries to sail again')
    const headline = `Ferries ${'to sail again '.repeat(10)}today`
    expect(titleFrom(headline, false)).toBe(headline)
  })

  it('shortens a paragraph to its first sentence, or to whole words', () => {
    const sentence = 'Sen. Quill said that ferries would sail again.'
    expect(titleFrom(`${sentence} ${'More of it followed. '.repeat(10)}`, false)).toBe(sentence)
    const long = titleFrom(`${'word '.repeat(60)}end.`, false)
    expect(long).toMatch(/^(?:word )+word…$/)
    expect(long.length).toBeLessThanOrEqual(121)
    expect(titleFrom('😀'.repeat(200) + '.', false)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})

describe('languages', () => {
  it.each([
    [
      'de',
      'Die Fähren fahren ab Donnerstag wieder, sagte der Rat, und man hoffe, dass es dabei für die Insel auch bleibt.',
    ],
    [
      'fr',
      'Les bateaux reprendront jeudi, a déclaré le conseil du port, qui espère que la grève ne sera pas suivie d’une autre.',
    ],
    [
      'es',
      'Los barcos volverán a salir el jueves, dijo el consejo del puerto, que espera que no haya otra huelga en la isla.',
    ],
    [
      'id',
      'Dewan pelabuhan mengatakan bahwa kapal feri bisa berlayar lagi pada hari Kamis karena mogok telah selesai, dan mereka berharap tidak ada mogok lagi.',
    ],
    [
      'ru',
      'Паромы снова пойдут с четверга, сообщил совет порта, который надеется, что новой забастовки не будет.',
    ],
    [
      'uk',
      'Пороми знову підуть із четверга, повідомила рада порту, яка сподівається, що нового страйку вже не буде, її слова.',
    ],
    [
      'ar',
      'ستبحر العبارات مرة أخرى يوم الخميس، حسبما قال مجلس الميناء الذي يأمل ألا يكون هناك إضراب آخر في الجزيرة.',
    ],
    ['zh', '港务局表示，渡轮将于星期四恢复通航，结束为期九天的罢工。'],
    ['ja', '港湾局は、フェリーが木曜日から再開すると発表した。'],
    ['ko', '항만청은 목요일부터 여객선이 다시 운항한다고 밝혔다.'],
    [null, 'Fine.'],
    [null, '2022 – 7:5 (3:1)'],
    [
      null,
      'Kovar Ines, Marek Dolan, Petra Lind, Anouk Verbeek, Tomas Ruzic, Ilse Brandt, Noor Haddad, Lena Ostrow',
    ],
  ])('guesses %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language)
  })

  it('reads stated languages in any spelling', () => {
    expect(
      ['en_US', 'eng', 'English', 'pt-br', 'und', 'gibberish words', ''].map(readStatedLanguage),
    ).toEqual(['en-US', 'en', 'en', 'pt-BR', null, null, null])
  })
})
