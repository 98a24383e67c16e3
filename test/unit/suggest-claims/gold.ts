import { HELD_BACK_FIXTURES } from './gold-held-back'
import { CORPUS } from './gold-corpus'
import { claim, none, type GoldText } from './gold-types'

/**
 * What a person calls a claim, written before the finder:
 *
 * - a clause that somebody could check against a record, a witness or a document: an event, a state of affairs, a number, a date, a
 *   comparison, a cause, a rule, a denial; by the outlet itself or by somebody it reports;
 * - not a question, opinion, wish, order, promise or prediction without a number or date, greeting, slogan, or scene-setting;
 * - its range is the clause without its attribution, the quotation marks around it and its final full stop; marks inside stay in pairs; a denial, an accusation and "counts 60
 *   boats" keep their subject and verb, as without them they would say something else;
 * - main clauses joined by a comma, a semicolon or a colon are claims of their own when each has its own subject.
 *
 * `reasons` lists what a reader sees in it; `either` in a text holds what two people would not agree on, which counts neither way.
 * Shaping texts were looked at while the finder was written, held-back ones only through their figures.
 */
const SHAPING_FIXTURES: readonly GoldText[] = [
  // Numbers, dates, changes
  claim('The harbour board sold 14 cranes in 2028.', ['quantity', 'date']),
  claim('Unemployment in Thule fell to 3.2 per cent in January.', ['quantity', 'date', 'change']),
  claim('Exports of herring rose 12% last year.', ['quantity', 'date', 'change']),
  claim('The tunnel cost €2.4 billion.', ['quantity']),
  claim('About 3,500 sailors work on the line.', ['quantity']),
  claim('Rents in Carrow have tripled since 2019.', ['date', 'change']),
  claim('The bridge was closed to lorries on Tuesday.', ['date']),
  claim('Two nurses and a driver were killed in the explosion.', []),
  claim('Water levels dropped by half a metre overnight.', ['quantity', 'change']),
  claim('Parliament passed the budget by 61 votes to 58.', ['quantity', 'named-actor']),
  // Comparison, superlative, cause, exclusion
  claim('The new ferry is slower than the one it replaces.', ['comparison']),
  claim('Women in the fleet earn less than men.', ['comparison']),
  claim('Diesel is twice as expensive on the islands as on the mainland.', ['comparison']),
  claim('It was the coldest night in Estrin since 1987.', ['superlative', 'date']),
  claim('Darrow has the largest fishing fleet on the coast.', ['superlative', 'named-actor']),
  claim('The pier collapsed because its bolts had rusted.', ['causal']),
  claim('The leak led to the closure of the cannery.', ['causal']),
  claim('No inspector has ever visited the island.', ['absolute']),
  claim('The ministry never answered the letter.', ['absolute']),
  // Named actors and events
  claim('Maresh Tolvane resigned as president of Ostmere.', ['named-actor']),
  claim('The Straits Commission has withdrawn its observers from Brann.', ['named-actor']),
  claim('Northern Light Lines bought the yard from its founder.', ['named-actor']),
  claim('Police in Carrow arrested the harbour master.', ['named-actor']),
  // Reported
  claim('The mayor said that 40 houses had burned down.', ['quantity', 'reported'], {
    exact: '40 houses had burned down',
    claimant: 'The mayor',
  }),
  claim('According to the port authority, traffic doubled in May.', ['date', 'change', 'reported'], {
    exact: 'traffic doubled in May',
    claimant: 'the port authority',
  }),
  claim('“We lost 11 boats that night,” Joana Feldmark said.', ['quantity', 'reported'], {
    exact: 'We lost 11 boats that night',
    claimant: 'Joana Feldmark',
  }),
  claim(
    '“Crime has fallen by a third. You should be proud,” Ilse Quorrin told the council.',
    ['quantity', 'change', 'reported'],
    {
      exact: 'Crime has fallen by a third',
      claimant: 'Ilse Quorrin',
    },
  ),
  claim('The canal, Andrey Kolvenik said, was dug by 9,000 prisoners.', ['quantity', 'reported'], {
    exact: 'The canal, Andrey Kolvenik said, was dug by 9,000 prisoners',
    claimant: 'Andrey Kolvenik',
  }),
  claim('Ostmere denied that its navy had fired on the launch.', ['denial', 'reported', 'named-actor'], {
    claimant: 'Ostmere',
  }),
  claim('Vey accused Ostmere of jamming the radios of 30 boats.', ['quantity', 'reported', 'named-actor'], {
    claimant: 'Vey',
  }),
  claim(
    'A survey by the Meridian Straits Institute found that 64 per cent of islanders want a bridge.',
    ['quantity', 'reported'],
    {
      exact: '64 per cent of islanders want a bridge',
      claimant: 'A survey by the Meridian Straits Institute',
    },
  ),
  // Coordination and neighbours
  claim('The mill burned down in 2020, and the owner left the country a week later.', ['date'], {
    exact: 'The mill burned down in 2020',
    either: ['the owner left the country a week later'],
  }),
  {
    ...claim('The yard employs 800 people; its rival in Darrow employs 1,100.', ['quantity'], {
      exact: 'The yard employs 800 people',
    }),
    claims: [
      { exact: 'The yard employs 800 people', reasons: ['quantity'], claimant: null },
      { exact: 'its rival in Darrow employs 1,100', reasons: ['quantity'], claimant: null },
    ],
  },
  claim('Is that fair? Vey paid 9 million crowns for the wreck.', ['quantity', 'named-actor'], {
    exact: 'Vey paid 9 million crowns for the wreck',
  }),
  claim('Police arrested 14 people on Sunday and said the search would go on.', ['quantity', 'date'], {
    exact: 'Police arrested 14 people on Sunday',
    either: ['the search would go on'],
  }),
  // Other languages: signals that need no word list
  claim('Nach Angaben der Reederei warten rund 100.000 Passagiere in Brann.', ['quantity'], {
    language: 'de',
    exact: 'warten rund 100.000 Passagiere in Brann',
    claimant: 'der Reederei',
  }),
  claim('La tempête a détruit 240 maisons à Estrin.', ['quantity'], { language: 'fr' }),
  claim('El puerto perdió 35 % de su tráfico.', ['quantity'], { language: 'es' }),

  // Questions
  none('Who paid for the 40 lanterns?'),
  none('“How many boats did Ostmere sink in 2019?” Joana Feldmark asked.'),
  none('Was it the largest storm in a century?'),
  // Opinions
  none('The plan is shameful.'),
  none('“I think it is a wonderful idea,” Andrey Kolvenik said.'),
  none('Nothing tastes better than fresh herring.'),
  none('The council should be ashamed of itself.'),
  none('In my view the old harbour was far more beautiful.'),
  none('“It is an absurd and dangerous policy,” the mayor said.'),
  none('He believes the minister is a decent man.'),
  none('The speech was dull, and the applause was polite.'),
  // Predictions, wishes, promises
  none('The islands will prosper again.'),
  none('Things may get worse before they get better.'),
  none('“We will win,” Ilse Quorrin said.'),
  none('The government wants to calm the markets.'),
  none('The union hopes for a quick agreement.'),
  none('If the ice holds, the road could open soon.'),
  // Greetings, orders, slogans
  none('Good morning and welcome aboard!'),
  none('Dear readers, thank you for your letters.'),
  none('Please fasten your seat belts.'),
  none('Read more about the ferry talks here.'),
  none('Click here to subscribe.'),
  none('“Let us go home,” she said.'),
  none('“Long live the harbour!” the crowd shouted.'),
  none('Call the desk before noon.'),
  none('“The whole plan is an insult to all of Carrow,” Ode said.'),
  none('It makes no sense to anybody.'),
  none('“The only way to save the quay is to talk,” Ode said.'),
  none('“We stay as close as possible,” she said.'),
  // Scene-setting, fragments, furniture
  none('A cold wind blew from the water.'),
  none('She smiled and shook her head.'),
  none('Gulls circled over the empty quay.'),
  none('The kettle was on.'),
  none('He looked tired.'),
  none('A long silence.'),
  none('There was applause.'),
  none('The minister did not elaborate.'),
  none('“No comment,” the spokesman said.'),
  none('“My uncle had two dogs and a canoe,” she said.'),
  none('Reporting by Pia Okonjo-Reuss; editing by Dunstan Appeliru'),
  none('Ferry Crews Vote on Third Strike of the Year'),
  none('Guten Morgen, liebe Hörer!', 'de'),
  none('¿Quién pagó los 40 faroles?', 'es'),
  none('C’était une belle soirée.', 'fr'),
]

/** Every text of the gold set, each judged in full: what is not listed as a claim, or as `either`, must not be suggested. */
export const GOLD: readonly GoldText[] = [
  ...CORPUS,
  ...SHAPING_FIXTURES.map((text): GoldText => ({ ...text, part: 'shaping' })),
  ...HELD_BACK_FIXTURES.map((text): GoldText => ({ ...text, part: 'held-back' })),
]
