import type { Qualifier } from '../model/annotation'

/** English words of quantities, as data for `quantities.ts`. */

/** What stands before a number and says how it relates to the true one. Longer phrases win: "no more than". */
export const QUALIFIERS_BEFORE: readonly (readonly [Qualifier, readonly string[]])[] = [
  [
    'about',
    [
      'about',
      'around',
      'some',
      'roughly',
      'approximately',
      'approx.',
      'nearly',
      'almost',
      'close to',
      'an estimated',
      'estimated',
      'circa',
      'ca.',
      'in the region of',
      'in the order of',
      'somewhere around',
      '~',
      '≈',
    ],
  ],
  [
    'more-than',
    [
      'more than',
      'well over',
      'just over',
      'over',
      'above',
      'upwards of',
      'in excess of',
      'greater than',
      'exceeding',
      '>',
    ],
  ],
  [
    'less-than',
    [
      'less than',
      'fewer than',
      'just under',
      'well under',
      'under',
      'below',
      'just below',
      'just short of',
      '<',
    ],
  ],
  [
    'at-least',
    [
      'at least',
      'no fewer than',
      'not fewer than',
      'no less than',
      'not less than',
      'a minimum of',
      'as few as',
      'as little as',
      '≥',
    ],
  ],
  [
    'up-to',
    ['up to', 'at most', 'no more than', 'not more than', 'as many as', 'as much as', 'a maximum of', '≤'],
  ],
  ['exactly', ['exactly', 'precisely']],
]

/** What stands right after a number. */
export const QUALIFIERS_AFTER: readonly (readonly [Qualifier, readonly string[]])[] = [
  ['about', ['or so', 'or thereabouts']],
  ['at-least', ['or more', 'or above']],
  ['up-to', ['or fewer', 'or less']],
]

/** ISO 4217 code of what stands before an amount. A bare dollar is the American one, as in the agencies' style. */
export const CURRENCY_MARKS: ReadonlyMap<string, string> = new Map([
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['Rp', 'IDR'],
  ...[
    'USD',
    'EUR',
    'GBP',
    'JPY',
    'CHF',
    'CNY',
    'RUB',
    'UAH',
    'IDR',
    'INR',
    'AUD',
    'CAD',
    'SEK',
    'NOK',
    'PLN',
  ].map((code) => [code, code] as const),
])

/**
 * Units that are more than a counted noun, with the form all their spellings share. Two texts that count in one unit
 * must give the same word, whatever they print.
 */
export const UNITS: readonly (readonly [unit: string, ...spellings: string[]])[] = [
  ['%', '%', 'per cent', 'percent', 'pct'],
  ['percentage points', 'percentage points', 'percentage point', 'pct points'],
  ['seconds', 'seconds', 'second'],
  ['minutes', 'minutes', 'minute', 'mins', 'min'],
  ['hours', 'hours', 'hour', 'hrs', 'hr'],
  ['days', 'days', 'day'],
  ['weeks', 'weeks', 'week'],
  ['months', 'months', 'month'],
  ['years', 'years', 'year', 'yrs'],
  ['decades', 'decades', 'decade'],
  ['km', 'km', 'kilometres', 'kilometers', 'kilometre', 'kilometer'],
  ['m', 'm', 'metres', 'meters', 'metre', 'meter'],
  ['cm', 'cm', 'centimetres', 'centimeters', 'centimetre', 'centimeter'],
  ['mm', 'mm', 'millimetres', 'millimeters'],
  ['miles', 'miles', 'mile'],
  ['nautical miles', 'nautical miles', 'nautical mile'],
  ['feet', 'feet', 'foot', 'ft'],
  ['knots', 'knots', 'knot'],
  ['km²', 'km²', 'km2', 'sq km', 'square kilometres', 'square kilometers'],
  ['m²', 'm²', 'm2', 'square metres', 'square meters'],
  ['square miles', 'square miles'],
  ['hectares', 'hectares', 'hectare', 'ha'],
  ['acres', 'acres', 'acre'],
  [
    'km/h',
    'km/h',
    'kph',
    'kmh',
    'kilometres per hour',
    'kilometers per hour',
    'kilometres an hour',
    'kilometers an hour',
  ],
  ['m/s', 'm/s', 'metres per second', 'meters per second', 'metres a second', 'meters a second'],
  ['mph', 'mph', 'miles per hour', 'miles an hour'],
  ['kg', 'kg', 'kilograms', 'kilogrammes', 'kilos', 'kilogram', 'kilo'],
  ['g', 'grams', 'grammes'],
  ['tonnes', 'tonnes', 'tonne', 'metric tons', 'metric tonnes'],
  ['tons', 'tons', 'ton'],
  ['litres', 'litres', 'liters', 'litre', 'liter'],
  ['barrels', 'barrels', 'barrel'],
  ['MW', 'MW', 'megawatts', 'megawatt'],
  ['GW', 'GW', 'gigawatts', 'gigawatt'],
  ['MWh', 'MWh', 'megawatt-hours', 'megawatt hours'],
  ['°C', '°C', '°c', '°\u0421', 'degrees Celsius', 'degrees celsius', 'degree Celsius', 'degree celsius'],
  ['°F', '°F', 'degrees Fahrenheit', 'degree Fahrenheit'],
  ['degrees', 'degrees', 'degree', '°'],
  ['USD', 'US dollars', 'dollars', 'dollar'],
  ['EUR', 'euros', 'euro'],
  ['GBP', 'pounds sterling'],
  ['JPY', 'yen'],
  ['CNY', 'yuan', 'renminbi'],
  ['RUB', 'roubles', 'rubles', 'rouble', 'ruble'],
  ['UAH', 'hryvnias', 'hryvnia'],
  ['IDR', 'rupiah', 'rupiahs'],
  ['INR', 'rupees', 'rupee'],
  ['people', 'people', 'persons', 'person'],
  ['members', 'members', 'member'],
]

/** Counted nouns whose plural does not end in -s. */
export const UNMARKED_PLURALS: ReadonlySet<string> = new Set(
  (
    'people men women children policemen policewomen firemen fishermen seamen crewmen servicemen gunmen businessmen ' +
    'spokesmen lawmakers personnel police staff crew cattle sheep fish deer aircraft hovercraft spacecraft craft ' +
    'troops offspring dead wounded missing injured media data criteria phenomena teeth feet mice geese'
  ).split(' '),
)

/** Words no noun phrase goes across: between a number and its noun there are only adjectives and other nouns. */
export const PHRASE_ENDS: ReadonlySet<string> = new Set(
  (
    'a about above across after again against all along also although am among an and any are as at away be because ' +
    'been before behind being below beneath beside between beyond both but by can cannot could did do does down during each ' +
    'either else even ever every except for from had has have he her here him his how however if in inside into is it ' +
    'its just like many may me might more most much must my near neither no nor not now of off on once only onto or ' +
    'our out outside over per plus she should since so some still such than that the their them then there these they ' +
    'this those though through throughout till to too toward towards under until up upon us versus via was we were ' +
    'what when where whereas whether which while who whom whose why will with within without would yet you your ' +
    'ago apiece later earlier percent times respectively ' +
    'said says say told tells added noted claims claimed warned wrote died fled left came went took gave made got ' +
    'killed hurt injured remain remained agreed voted signed said stayed'
  ).split(' '),
)

/** Words before a number that make it a name: "Article 5", "page 4", "No. 10". Compared in lower case. */
export const LABELS: ReadonlySet<string> = new Set(
  (
    'article articles chapter section clause paragraph page pages line phase part volume version number no nr nos code ' +
    'room gate pier platform channel route road highway flight unit resolution figure table annex appendix item step ' +
    'level grade group war act episode season model type class zone sector district precinct battalion'
  ).split(' '),
)
