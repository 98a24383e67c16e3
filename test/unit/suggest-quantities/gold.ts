import type { Qualifier } from '#core/model/annotation'

/** A quantity a sentence states, as a person marks it. */
export interface GoldQuantity {
  readonly exact: string
  readonly value: number
  readonly unit: string | null
  readonly qualifier: Qualifier
}

/** A date a sentence states, as a person marks it. */
export interface GoldDate {
  readonly exact: string
  readonly value: string
}

/** An invented sentence with everything it states: what is not listed must not be found. */
export interface GoldSentence {
  readonly text: string
  readonly quantities: readonly GoldQuantity[]
  readonly dates: readonly GoldDate[]
}

/** The day the sentences were printed, a Wednesday. */
export const REFERENCE = '2031-03-05'

function q(
  exact: string,
  value: number,
  unit: string | null,
  qualifier: Qualifier = 'exactly',
): GoldQuantity {
  return { exact, value, unit, qualifier }
}

function d(exact: string, value: string): GoldDate {
  return { exact, value }
}

function of(text: string, ...found: readonly (GoldQuantity | GoldDate)[]): GoldSentence {
  return {
    text,
    quantities: found.filter((item) => 'unit' in item),
    dates: found.filter((item): item is GoldDate => !('unit' in item)),
  }
}

/** Written before the finders. Wordings are invented; the forms are those of news texts. */
export const GOLD: readonly GoldSentence[] = [
  // Plain numbers with qualifiers
  of('The strait is watched by some 100,000 troops.', q('some 100,000 troops', 100_000, 'troops', 'about')),
  of('Some 1,200 islanders signed.', q('Some 1,200 islanders', 1200, 'islanders', 'about')),
  of(
    'Officials count more than 100,000 passengers.',
    q('more than 100,000 passengers', 100_000, 'passengers', 'more-than'),
  ),
  of('More than 100,000 were stranded, she said.', q('More than 100,000', 100_000, null, 'more-than')),
  of('The union speaks for about 3,500 sailors.', q('about 3,500 sailors', 3500, 'sailors', 'about')),
  of('Around 60 boats turned back.', q('Around 60 boats', 60, 'boats', 'about')),
  of('It carried roughly 250 lorries a day.', q('roughly 250 lorries', 250, 'lorries', 'about')),
  of(
    'They repaired approximately 18 kilometres of cable.',
    q('approximately 18 kilometres', 18, 'km', 'about'),
  ),
  of('Nearly 4,000 homes lost power.', q('Nearly 4,000 homes', 4000, 'homes', 'about')),
  of('Almost 90 crew stayed aboard.', q('Almost 90 crew', 90, 'crew', 'about')),
  of('An estimated 12,000 people marched.', q('An estimated 12,000 people', 12_000, 'people', 'about')),
  of('Close to 700 officers were sent.', q('Close to 700 officers', 700, 'officers', 'about')),
  of('At least 14 people were hurt.', q('At least 14 people', 14, 'people', 'at-least')),
  of('No fewer than nine harbours closed.', q('No fewer than nine harbours', 9, 'harbours', 'at-least')),
  of('Up to 300 cars can board.', q('Up to 300 cars', 300, 'cars', 'up-to')),
  of('As many as 45 vessels waited outside.', q('As many as 45 vessels', 45, 'vessels', 'up-to')),
  of(
    'The deal covers no more than 20 crossings a week.',
    q('no more than 20 crossings', 20, 'crossings', 'up-to'),
  ),
  of('Fewer than 50 residents remain.', q('Fewer than 50 residents', 50, 'residents', 'less-than')),
  of('The repairs took less than 30 days.', q('less than 30 days', 30, 'days', 'less-than')),
  of('Just under 2,000 tickets were sold.', q('Just under 2,000 tickets', 2000, 'tickets', 'less-than')),
  of('Over 14,000 containers are missing.', q('Over 14,000 containers', 14_000, 'containers', 'more-than')),
  of(
    'Upwards of 600 fishermen blocked the quay.',
    q('Upwards of 600 fishermen', 600, 'fishermen', 'more-than'),
  ),
  of('Exactly 212 ballots were spoiled.', q('Exactly 212 ballots', 212, 'ballots')),
  of('The envoy listed 57 members.', q('57 members', 57, 'members')),
  of('The council has 31 seats.', q('31 seats', 31, 'seats')),
  of('Waiting times doubled for 10,000 Marran drivers.', q('10,000 Marran drivers', 10_000, 'drivers')),
  of('They sent 40 additional heavy trucks.', q('40 additional heavy trucks', 40, 'trucks')),
  of('There were 800 or so tents on the beach.', q('800 or so tents', 800, 'tents', 'about')),
  of('The hall seats 200 or more people.', q('200 or more people', 200, 'people', 'at-least')),
  of('The crowd was put at 5,000+ people.', q('5,000+ people', 5000, 'people', 'more-than')),
  of('It employs ~80 pilots.', q('~80 pilots', 80, 'pilots', 'about')),

  // Scales and abbreviations
  of('The rally drew 100k people.', q('100k people', 100_000, 'people')),
  of('Some 70 thousand litres leaked.', q('Some 70 thousand litres', 70_000, 'litres', 'about')),
  of('The port handles 1.2 million passengers.', q('1.2 million passengers', 1_200_000, 'passengers')),
  of('It cost 2,5 million euros, the translation says.', q('2,5 million euros', 2_500_000, 'EUR')),
  of('A fund worth $2bn was promised.', q('$2bn', 2e9, 'USD')),
  of('Repairs will cost €3.5 million.', q('€3.5 million', 3_500_000, 'EUR')),
  of('The fine was £40m.', q('£40m', 40_000_000, 'GBP')),
  of('They asked for US$ 750,000 in damages.', q('US$ 750,000', 750_000, 'USD')),
  of('The loan is worth 5 billion dollars.', q('5 billion dollars', 5e9, 'USD')),
  of('The budget grew by more than $1.1 trillion.', q('more than $1.1 trillion', 1.1e12, 'USD', 'more-than')),
  of('The ministry pledged EUR 12 million.', q('EUR 12 million', 12_000_000, 'EUR')),
  of('A tanker holds 30 thousand tonnes of fuel.', q('30 thousand tonnes', 30_000, 'tonnes')),
  of('The video had 3.4M views.', q('3.4M views', 3_400_000, 'views')),
  of('About 14.000 people fled, the agency wrote.', q('About 14.000 people', 14_000, 'people', 'about')),
  of('The map shows 1.000.000 trees.', q('1.000.000 trees', 1_000_000, 'trees')),
  of('The dam holds 250 000 tonnes.', q('250 000 tonnes', 250_000, 'tonnes')),
  of('The ticket costs $19.99.', q('$19.99', 19.99, 'USD')),

  // Parts, after reading output
  of('The water rose half a metre overnight.', q('half a metre', 0.5, 'm')),
  of('She waited about half an hour.', q('about half an hour', 0.5, 'hours', 'about')),
  of('He had half a mind to leave, and half a plan.'),
  of('Traffic fell by a third.', q('a third', 33.33, '%')),
  of('Fares went up by almost a quarter.', q('almost a quarter', 25, '%', 'about')),
  of('Two thirds of the boats stayed in.', q('Two thirds', 66.67, '%')),
  of('More than half of the crews agreed.', q('More than half', 50, '%', 'more-than')),
  of('The catch shrank by half.', q('half', 50, '%')),
  of('Three-quarters of the quay is closed.', q('Three-quarters', 75, '%')),
  of('A third man left, a quarter ended and half knew why.'),
  of('It cost a quarter of a million dollars.', q('a quarter of a million dollars', 250_000, 'USD')),

  // Shares
  of('Traffic fell by 40%.', q('40%', 40, '%')),
  of('Some 40 per cent of the catch was lost.', q('Some 40 per cent', 40, '%', 'about')),
  of('Turnout reached 61.5 percent.', q('61.5 percent', 61.5, '%')),
  of('Support rose by two percentage points.', q('two percentage points', 2, 'percentage points')),
  of('Fewer than ten per cent agreed.', q('Fewer than ten per cent', 10, '%', 'less-than')),
  of('Gas imports are up 7 %.', q('7 %', 7, '%')),

  // Durations and measures
  of('Talks must begin in the next 48 hours.', q('48 hours', 48, 'hours')),
  of('A 48-hour truce was agreed.', q('48-hour', 48, 'hours')),
  of('The three-day summit ended.', q('three-day', 3, 'days')),
  of('They sailed for six and a half hours.', q('six and a half hours', 6.5, 'hours')),
  of('The wall is 4 metres high.', q('4 metres', 4, 'm')),
  of('The island is 25 km away.', q('25 km', 25, 'km')),
  of('It burned 900 square kilometres of forest.', q('900 square kilometres', 900, 'km²')),
  of('Winds reached 120 km/h.', q('120 km/h', 120, 'km/h')),
  of('It was 38 degrees in the shade.', q('38 degrees', 38, 'degrees')),
  of('It fell to minus 5 degrees.', q('minus 5 degrees', -5, 'degrees')),
  of('The 12-member board resigned.', q('12-member', 12, 'members')),
  of('The 300-strong delegation arrived.', q('300-strong', 300, null)),
  of('A 45-year-old man was held.', q('45-year-old', 45, 'years')),

  // Spelled out
  of('Two dozen ships lay at anchor.', q('Two dozen ships', 24, 'ships')),
  of('About a dozen tugs helped.', q('About a dozen tugs', 12, 'tugs', 'about')),
  of('A hundred swimmers took part.', q('A hundred swimmers', 100, 'swimmers')),
  of('She waited a thousand days.', q('a thousand days', 1000, 'days')),
  of('Half a million people live there.', q('Half a million people', 500_000, 'people')),
  of('Twenty-three lifeboats were launched.', q('Twenty-three lifeboats', 23, 'lifeboats')),
  of('One hundred and five votes were cast.', q('One hundred and five votes', 105, 'votes')),
  of('They lost two thousand four hundred sheep.', q('two thousand four hundred sheep', 2400, 'sheep')),
  of(
    'At least three million letters were sent.',
    q('At least three million letters', 3_000_000, 'letters', 'at-least'),
  ),
  of(
    'More than a hundred thousand birds nest here.',
    q('More than a hundred thousand birds', 100_000, 'birds', 'more-than'),
  ),
  of('Seven sailors are missing.', q('Seven sailors', 7, 'sailors')),
  of('Twelve died in the fire.', q('Twelve', 12, null)),
  of('One and a half million tonnes were shipped.', q('One and a half million tonnes', 1_500_000, 'tonnes')),
  of('It needs one hour.', q('one hour', 1, 'hours')),
  of('Forty five buses came.', q('Forty five buses', 45, 'buses')),

  // Ranges: two quantities, the lower `at-least`, the upper `up-to`
  of(
    'Between 10 and 20 people were aboard.',
    q('Between 10', 10, 'people', 'at-least'),
    q('20 people', 20, 'people', 'up-to'),
  ),
  of(
    'It takes 10 to 15 minutes.',
    q('10', 10, 'minutes', 'at-least'),
    q('15 minutes', 15, 'minutes', 'up-to'),
  ),
  of(
    'They expect 200–300 visitors.',
    q('200', 200, 'visitors', 'at-least'),
    q('300 visitors', 300, 'visitors', 'up-to'),
  ),
  of('A loan of $2-3bn is planned.', q('$2', 2e9, 'USD', 'at-least'), q('3bn', 3e9, 'USD', 'up-to')),
  of(
    'Between two and three million people use it.',
    q('Between two', 2e6, 'people', 'at-least'),
    q('three million people', 3e6, 'people', 'up-to'),
  ),
  of('The toll rose from 11 to 15.', q('11', 11, null), q('15', 15, null)),

  // Several, and with dates
  of(
    'Of 240 rooms, 36 were flooded and about 9% are closed.',
    q('240 rooms', 240, 'rooms'),
    q('36', 36, null),
    q('about 9%', 9, '%', 'about'),
  ),
  of('In 2014 some 300 houses were lost.', d('2014', '2014'), q('some 300 houses', 300, 'houses', 'about')),
  of(
    'On Feb. 16 about 20 guards left.',
    d('Feb. 16', '2031-02-16'),
    q('about 20 guards', 20, 'guards', 'about'),
  ),

  // Not quantities
  of('He came first, she came 2nd, and the twenty-first runner gave up.'),
  of('The 16th fleet and the third squadron stayed.'),
  of('Flight MH17 and an F-16 were mentioned, as was COVID-19.'),
  of('See Article 5 and Resolution 2202.'),
  of('Channel 4 showed Pier 12.'),
  of('No one knew which one it was.'),
  of('Hundreds of thousands left; dozens stayed.'),
  of('Story Code : 979141'),
  of('Version 1.2.3 is out at https://ferry.example/2031/03/page7.'),
  of('The two met briefly.'),

  // Dates with day and month
  of('The bridge opens on Feb. 16.', d('Feb. 16', '2031-02-16')),
  of('The bridge opens on February 16.', d('February 16', '2031-02-16')),
  of('It closed on 28 February.', d('28 February', '2031-02-28')),
  of('It closed on the 28th of February.', d('28th of February', '2031-02-28')),
  of('It was signed on March 3, 2029.', d('March 3, 2029', '2029-03-03')),
  of(
    'It was signed on 3 March 2029, after midnight calls.',
    d('3 March 2029', '2029-03-03'),
    d('midnight', 'T00:00'),
  ),
  of('A storm hit on Nov. 9.', d('Nov. 9', '2030-11-09')),
  of('It was filed on 2031-02-27.', d('2031-02-27', '2031-02-27')),
  of('She wrote in remarks quoted Tuesday (4/3/2031).', d('Tuesday (4/3/2031)', '2031-03-04')),
  of('She wrote in remarks quoted Tuesday (4/3).', d('Tuesday (4/3)', '2031-03-04')),
  of('The paper is dated 15/2/2022.', d('15/2/2022', '2022-02-15')),
  of('The paper is dated 2/15/2022.', d('2/15/2022', '2022-02-15')),
  of('The paper is dated 15.02.2022.', d('15.02.2022', '2022-02-15')),
  of('It was printed on 03/04/2031.', d('03/04/2031', '2031-03-04')),
  of('Printed Tuesday, March 4, 2031.', d('Tuesday, March 4, 2031', '2031-03-04')),
  of('Tuesday 4 March 2031 - 13:58', d('Tuesday 4 March 2031 - 13:58', '2031-03-04T13:58')),
  of('The fair runs from March 8 to March 12.', d('March 8', '2031-03-08'), d('March 12', '2031-03-12')),
  of('The fair runs March 8-12.', d('March 8-12', '2031-03-08/2031-03-12')),
  of('The fair runs 8–12 March 2031.', d('8–12 March 2031', '2031-03-08/2031-03-12')),

  // Months and years
  of('The pact dates from February 2022.', d('February 2022', '2022-02')),
  of('The ban began in 2014.', d('2014', '2014')),
  of('Under the 1990 Vey Accord both sides share data.', d('1990', '1990')),
  of('It has been disputed since 1998, and will be until 2040.', d('1998', '1998'), d('2040', '2040')),
  of('A vote is due in May.', d('May', '2031-05')),
  of('Talks began in early January.', d('early January', '2031-01')),
  of('They may march in April.', d('April', '2031-04')),
  of('Prices rose in late 2030.', d('late 2030', '2030')),
  of('The port was dredged in the summer of 2028.', d('summer of 2028', '2028')),
  of('It was the worst storm of the 1990s.', d('1990s', '1990/1999')),
  of('The crisis of 2014-2016 is over.', d('2014-2016', '2014/2016')),
  of('Trade fell between 2019 and 2021.', d('2019', '2019'), d('2021', '2021')),

  // Relative to the day of printing
  of('She resigned yesterday.', d('yesterday', '2031-03-04')),
  of('Talks resume tomorrow.', d('tomorrow', '2031-03-06')),
  of('The quay is closed today.', d('today', '2031-03-05')),
  of('They spoke last night.', d('last night', '2031-03-04')),
  of('They spoke on Monday.', d('Monday', '2031-03-03')),
  of('They spoke on Wednesday.', d('Wednesday', '2031-03-05')),
  of('The minister said Friday that he agreed.', d('Friday', '2031-02-28')),
  of('They will meet on Friday.', d('Friday', '2031-03-07')),
  of('A session is scheduled for Monday.', d('Monday', '2031-03-10')),
  of('They return next Tuesday.', d('next Tuesday', '2031-03-11')),
  of('He left last Wednesday.', d('last Wednesday', '2031-02-26')),
  of('Shots were heard on Monday night.', d('Monday night', '2031-03-03')),
  of('It collapsed last week.', d('last week', '2031-W09')),
  of('An answer is due next week.', d('next week', '2031-W11')),
  of('It was agreed earlier this week.', d('this week', '2031-W10')),
  of('Exports fell last month.', d('last month', '2031-02')),
  of('Exports rose last year.', d('last year', '2030')),
  of('A census follows next year.', d('next year', '2032')),
  of('They spoke over the weekend.', d('over the weekend', '2031-03-01/2031-03-02')),
  of('It sank three days ago.', d('three days ago', '2031-03-02')),
  of('It sank two weeks ago.', d('two weeks ago', '2031-W08')),
  of('It sank 10 years ago.', d('10 years ago', '2021')),
  of('It was built the day before yesterday.', d('the day before yesterday', '2031-03-03')),

  // Times of day
  of('The siren sounded at 2:30 p.m. in Vey.', d('2:30 p.m.', 'T14:30')),
  of('The siren sounded at 14:30.', d('14:30', 'T14:30')),
  of('Doors close at 6 pm sharp.', d('6 pm', 'T18:00')),
  of('The quake struck at 0930 GMT.', d('0930 GMT', 'T09:30Z')),
  of('The ferry left at noon.', d('noon', 'T12:00')),
  of('They met at 10 a.m. on Monday.', d('10 a.m. on Monday', '2031-03-03T10:00')),
  of('They met on Monday at 10:15.', d('Monday at 10:15', '2031-03-03T10:15')),
  of('At 12:05 a.m. the lights went out.', d('12:05 a.m.', 'T00:05')),
  of('Logged 2031-03-04T08:00Z by the buoy.', d('2031-03-04T08:00Z', '2031-03-04T08:00Z')),

  // Not dates
  of('They may march, and the Sun sat low over Mon.'),
  of('The Sunday Times and Black Friday are names.'),
  of('April Jones and June Holt met August Vey.'),

  // Added after reading the finders' work on news texts
  of('If one adds boats, the sum is wrong; one-half is enough.'),
  of('They outnumber us 3-1, and won 4–2.'),
  of('The Gang of Eight met in World War Two.'),
  of('One, close the port. Two, call the mayor. Three, wait.'),
  of('That adds up to 185,000 over the decade.', q('185,000', 185_000, null)),
  of('It beat the previous two.'),
  of(
    'Four Marrans and 30 Keras villages are named.',
    q('Four Marrans', 4, 'Marrans'),
    q('30 Keras villages', 30, 'villages'),
  ),
  of('On Monday twelve died.', d('Monday', '2031-03-03'), q('twelve', 12, null)),
  of('Part 3 of 3 was seen by <a id="12345">one reader</a>.'),
  of('It was the last year of his term and the third week of talks.'),
  of('He laughed at Saturday Night Live.'),
  of('She spoke by phone on Monday and set the tone.', d('Monday', '2031-03-03')),
  of('The drill runs until Sunday.', d('Sunday', '2031-03-09')),
  // Shares of a per cent are one quantity
  of(
    'Salt made up less than half of 1 percent of the load.',
    q('less than half of 1 percent', 0.5, '%', 'less-than'),
  ),
  of('The fee rose by a quarter of 1 per cent.', q('a quarter of 1 per cent', 0.25, '%')),
  of(
    'It missed by a tenth of a percentage point.',
    q('a tenth of a percentage point', 0.1, 'percentage points'),
  ),
  of('Half of 40 boats sank.', q('Half', 50, '%'), q('40 boats', 40, 'boats')),
  // Some of so many are a share
  of('1 in 4 residents left.', q('1 in 4 residents', 25, '%')),
  of('It was about one of every nine voters.', q('about one of every nine voters', 11.11, '%', 'about')),
  of('Two out of ten boats sank.', q('Two out of ten boats', 20, '%')),
  of('She won 2 races in 10 minutes.', q('2 races', 2, 'races'), q('10 minutes', 10, 'minutes')),
  // Ranges of days are dates through and through
  of('The fair ran Feb. 19 to 22.', d('Feb. 19 to 22', '2031-02-19/2031-02-22')),
  of(
    'It ran from 19 to 22 February, and March 1 through 4, 2030.',
    d('19 to 22 February', '2031-02-19/2031-02-22'),
    d('March 1 through 4, 2030', '2030-03-01/2030-03-04'),
  ),
  of('It rose from Feb. 19 to 22 percent.', d('Feb. 19', '2031-02-19'), q('22 percent', 22, '%')),
  // A day that is prepared for, or of which something is still to be said, is to come
  of('She is preparing for Monday night’s debate.', d('Monday night', '2031-03-10')),
  of('Monday’s last debate will be held on the quay.', d('Monday', '2031-03-10')),
  of('Monday is to be the last day.', d('Monday', '2031-03-10')),
  of('Monday’s debate was held on the quay.', d('Monday', '2031-03-03')),
]
