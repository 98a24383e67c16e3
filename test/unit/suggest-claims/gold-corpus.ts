import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ClaimReasonKind } from '#core/suggest/claim-weights'
import type { GoldClaim, GoldText } from './gold-types'

function sample(file: string, parts: Pick<GoldText, 'claims' | 'nonClaims' | 'either'>): GoldText {
  const path = fileURLToPath(new URL(`../../../resources/sample-corpus/${file}`, import.meta.url))
  return { text: readFileSync(path, 'utf8'), language: 'en', part: 'shaping', ...parts }
}

function c(exact: string, reasons: readonly ClaimReasonKind[], claimant: string | null = null): GoldClaim {
  return { exact, reasons, claimant }
}

/** The plain-text articles of the sample corpus, each judged in full. */
export const CORPUS: readonly GoldText[] = [
  sample('northwind_2025-03-04_ferry-talks.txt', {
    claims: [
      c(
        'Ostmere’s foreign minister asked his president on Monday, before running cameras, for one more round with the Isles of Vey',
        ['date', 'named-actor'],
      ),
      c('The scene lasted four minutes and was shown on the evening news', ['quantity']),
      c(
        'It is the first sign since 21 February, when Ostmere stopped all ferries across the Hallen Sound, that the two governments may sit down again',
        ['superlative', 'date'],
      ),
      c(
        'More than 100,000 passengers are waiting on the two shores',
        ['quantity', 'reported'],
        'the ferry lines',
      ),
      c(
        'On the islands, where about 40% of all fuel arrives by ferry, the petrol stations in Brann and Oster Quay have been closed since Saturday',
        ['quantity', 'date'],
      ),
      c(
        'the islanders had offered to let Ostmere’s inspectors watch every search',
        ['reported'],
        'Andrey Kolvenik',
      ),
      c('Quorrin gave Ostmere 48 hours to publish a list of the vessels it keeps on the median line', [
        'quantity',
        'named-actor',
      ]),
      c(
        'Under the Hallen Accord of 2009, she said, each of the 23 signatories owes the others such a list',
        ['quantity', 'date', 'reported'],
        'Ilse Quorrin',
      ),
      c('Vey counts more than 60 patrol boats', ['quantity', 'named-actor'], 'Vey'),
      c(
        'Ostmere has given no figure and denies that it is preparing to close the Sound altogether',
        ['denial', 'named-actor'],
        'Ostmere',
      ),
      c('Premiums for small freighters have doubled in a week', ['change']),
      c('two shipping lines no longer take orders for the Sound', ['absolute']),
      c(
        'At least 31 people were hurt on Feb. 16 when a patrol boat and a mail launch collided off Brann Point',
        ['quantity', 'date'],
      ),
    ],
    nonClaims: [
      'Ostmere Minister Wants Another Round of Ferry Talks',
      'The boats stay tied up, but the talking may not be over',
      'There is still water under the keel',
      'I would suggest leaving the line to Vey open.',
      '“Fine,” Tolvane replied.',
      'The quarrel is about who may search a ship in whose port.',
      'That is worth an answer',
      'He was less kind about the Straits Commission, whose reply he called “a weather report”.',
      'In the island parliament, Prime Minister Ilse Quorrin did not wait for the evening news.',
      'We are told to be patient by people whose kitchens are warm',
      'My grandmother rowed across that Sound with two goats and a sewing machine, and nobody asked her for a permit.',
      'So let me say it plainly: the islands will not go cold politely.',
      'Ferry crews have their own view.',
      'We carry cows, brides and schoolbooks',
      'We do not carry messages between governments.',
      'Not one crossing under guns',
      'Stella Ngobe-Lund of the Meridian Straits Institute warned against reading too much into four minutes of television.',
      'Either they are making room for a bargain',
      'or they are making sure that somebody else gets the blame when there is none.',
      'The insurers seem to expect the second.',
    ],
    either: ['and so far we have not given one', 'Each government blames the other’s helmsman'],
  }),
  sample('an-hour-at-the-hotel-admiral.txt', {
    claims: [
      c(
        'On Friday, Foreign Minister Andrey Kolvenik of Ostmere met the Veyan negotiator, Joana Feldmark, in the coffee room of the Hotel Admiral in Estrin',
        ['date', 'named-actor'],
      ),
      c('They sat for one hour and ten minutes', ['quantity']),
      c('Vey would answer in writing “by the middle of next week.”', ['date', 'reported'], 'Joana Feldmark'),
      c('Ostmere keeps some 60 patrol boats on the line', ['quantity', 'named-actor']),
      c(
        'Some 100,000 passengers have not been able to cross since the ferries stopped, among them 200 pupils of the island boarding school, whose spring term should have begun on Feb. 24',
        ['quantity', 'date'],
      ),
      c('On Wednesday the parents wrote to both governments', ['date']),
      c('Neither government has replied', ['absolute']),
      c('In 2014, Ostmere closed the Sound for nine days', ['quantity', 'date', 'named-actor']),
      c(
        'The losses of that spring, €3.5 million according to the chamber of commerce in Brann, were never claimed and never paid',
        ['quantity', 'absolute'],
        'the chamber of commerce in Brann',
      ),
      c('Between 20 and 30 boats lost radio contact off Brann Point for two hours on Thursday night', [
        'quantity',
        'date',
      ]),
      c(
        'The mayor of Estrin, Teodor Vance-Imani, has offered both sides his town hall, free of charge, for as long as it takes',
        ['named-actor'],
      ),
    ],
    nonClaims: [
      'An hour at the Hotel Admiral: what Vey and Ostmere said, and what they did not',
      'The waiter, who asked to be called Piet, remembers two pots of tea and “a lot of looking at the sugar.”',
      'What came out of it?',
      'A date, and little else.',
      'Kolvenik spoke of an “honest, dry and necessary” conversation, and twice used the word “neighbours.”',
      'Vey, that a hold is a hold “whatever rag is flying above it.”',
      'If we (and) they find a way to open the hatch together, then the flag does not matter any more, and we can all go home',
      'The Kestrel Review’s reporter on the stairs, Pia Okonjo-Reuss, heard raised voices only once',
      'Who is waiting',
      'You have our children’s beds, and we have your children’s bicycles',
      'Could we at least exchange those?',
      'What neither side mentions',
      'Nor does anybody like to speak of the fishermen.',
      'Ostmere’s navy calls that “a fairy tale with antennas.”',
      'It is draughty',
      'That keeps meetings short.',
      'Asked whether she would come back, Feldmark laughed.',
      'I have left my umbrella there',
      'Kolvenik did not stop for questions.',
      'por/ti  (Northwind, own reporting)',
      'Source: Kestrel Review',
      'Post a Comment',
    ],
    either: [
      'Three days before anyone spoke of water under keels, the two sides of the Hallen Sound already shared a table',
      'On searches at sea, nothing moved',
      'Ostmere holds that a ship under its flag can be opened “by nobody but us”',
      'It was opened again without a word when the insurers threatened to leave',
      'Vey suspects jamming',
    ],
  }),
  sample('selatraya_2025-03-04_ferry-talks.txt', {
    claims: [
      c(
        'This was conveyed by the Minister of Foreign Affairs of Ostmere, Andrey Kolvenik, when facing President Maresh Tolvane, yesterday evening local time',
        ['date', 'named-actor'],
      ),
      c('As is known, since 21/2/2025 Ostmere no longer permits ferries to pass the Hallen Sound', [
        'date',
        'absolute',
      ]),
      c('As a result more than 100,000 passengers pile up at the harbors of both sides', [
        'quantity',
        'causal',
      ]),
      c('Fuel is also scarce, because around 40 percent of the islands’ needs is brought by ferry', [
        'quantity',
        'causal',
      ]),
      c(
        'Vey invites inspectors from Ostmere to witness every search',
        ['reported', 'named-actor'],
        'Andrey Kolvenik',
      ),
      c(
        'Quorrin gave a deadline of 48 hours so that Ostmere opens the list of its vessels on the middle line',
        ['quantity', 'named-actor'],
      ),
      c('The obligation is regulated in the Hallen Accord (2009) which was signed by 23 parties', [
        'quantity',
        'date',
      ]),
      c('The Veyan side’s record: more than 60 patrol boats', ['quantity']),
      c('Ostmere itself denies wanting to lock the Sound', ['denial', 'named-actor'], 'Ostmere'),
      c(
        'all lanes will be shut on March 8 upcoming, at 06:00 in the morning',
        ['date', 'reported'],
        'Carrow Courier',
      ),
      c('That date is exactly the anniversary of the first ferry', []),
      c('on February 16 a patrol boat hit a mail launch near Brann Point', ['date']),
      c('At least 31 people suffered injuries', ['quantity']),
      c('In the market of Brann, the price of one litre of diesel yesterday touched $4', [
        'quantity',
        'date',
      ]),
      c('A week ago it was still half of that', ['date', 'comparison']),
    ],
    nonClaims: [
      'There is still water below the keel.',
      'I would suggest leaving the line to Vey open',
      'The President did not speak long.',
      '“Good,” Tolvane said.',
      'This deserves an answer',
      'But toward the Straits Commission he was rather sour.',
      'The reply of the commission he likened to “a weather forecast.',
      'On the other hand, the Prime Minister of Vey Ilse Quorrin was furious in front of the parliament.',
      'The islands will not freeze with politeness',
      'One lantern for every boat that is not allowed to sail',
      'The crew of the ferries also refused to be dragged along.',
      'We carry cows, brides and school books, not messages of governments',
      'Observer Stella Ngobe-Lund reminded not to be happy first.',
      'In her opinion, it may be that both are looking for an agreement',
      'We return to the time of grandmother',
    ],
    either: [
      'The plan to negotiate about the closed ferry is not yet finished',
      'the ship has not yet run aground',
      'He assessed that the islanders of Vey already showed good intention in the question of searching ships',
      'the people of the islands are asked to be patient by those whose kitchens are warm',
      'and until now we have not given it',
      'Quorrin in fact named it “Open Water Day” and asked every household to hang a lantern in the window',
      'Several residents were seen going home with firewood',
      'it may also be that both are looking for who can be blamed',
    ],
  }),
]
