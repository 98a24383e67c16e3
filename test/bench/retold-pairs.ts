/**
 * Invented statements, each in two independent wordings that agree in every number, date and denial. A line holds both, parted by a
 * bar. Written for `compare-findings.bench.ts`: what differs between two honest reports of one thing is no conflict. Some lines
 * round, convert, spell out or leave out; nothing in them contradicts.
 */
export const RETOLD = `
More than 100,000 passengers are waiting on both shores of the sound. | Some 100,000 travellers are stuck on the two coasts of the sound.
The storm killed 12 people and injured 40 in the port of Brann. | Twelve people died and forty were hurt when the storm hit Brann.
The ministry will buy 24 patrol boats by March 2026. | By March 2026 two dozen patrol vessels are to be bought by the ministry.
Inflation rose to 7.4 per cent in April, the highest since 2009. | In April prices were up 7.4%, a rate not seen since 2009.
About 70 thousand households have been without power since Tuesday. | Since Tuesday around 70,000 homes have had no electricity.
The court sentenced the former mayor to eight years in prison. | An eight-year jail term was handed to the ex-mayor by the judges.
The bridge is 1.2 kilometres long and cost 340 million euros. | Some 340 million euros were spent on the bridge, which measures 1.2 km.
Talks will resume at 3 p.m. on Thursday in Estrin. | The negotiations are to continue in Estrin on Thursday at 15:00.
Nearly 2,000 soldiers took part in the exercise, which ended on 14 June. | The manoeuvres ended on June 14; almost 2,000 troops were involved.
The company said it would cut 1,500 jobs over the next three years. | Within three years 1,500 positions are to go, according to the company.
Police arrested 37 demonstrators near the parliament on Saturday night. | On Saturday night, 37 protesters were detained close to parliament.
At least 31 people were hurt when a patrol boat and a launch collided on 16 February. | On February 16 a launch hit a patrol boat and no fewer than 31 people suffered injuries.
The government has set aside $5 million for the victims' families. | Five million dollars were reserved by the government for relatives of the victims.
The reservoir is only 18% full after the driest winter in 40 years. | After the driest winter in four decades just 18 per cent of the reservoir's capacity is left.
The agreement was signed on 3 May 2019 and runs until 2030. | Signed on May 3, 2019, the accord is valid until 2030.
He spent 11 months in a cell without windows. | For eleven months he was kept in a windowless cell.
The fire destroyed 60 houses and forced 400 people to flee. | Sixty homes burned down and 400 residents had to leave.
The president will visit Carrow on 9 September to open the dam. | To inaugurate the dam, the president travels to Carrow on September 9.
One in five pupils did not return to school after the summer. | After the summer a fifth of pupils failed to come back to school.
The union has called a strike for Monday and Tuesday. | A two-day walkout on Monday and Tuesday was announced by the union.
Exports of wheat fell by 13 percent to 4.2 million tonnes. | Wheat exports dropped 13% to 4.2m tonnes.
The minister did not rule out new sanctions against the shipping line. | The minister left open whether further penalties would be imposed on the shipping company.
Vey denies that its navy entered the closed zone on Friday. | Vey says its navy did not go into the closed zone on Friday.
The two sides failed to agree on the return of prisoners. | The parties could not reach agreement about sending back prisoners.
The museum will not reopen before the end of the year. | The museum is to stay closed until the end of the year.
Not only fishermen but also farmers have lost their income. | Farmers as well as fishermen have been left with no income.
The mayor refused to sign the contract. | The mayor did not sign the contract.
There is no doubt that the dam was neglected for years. | It is clear that the dam had been neglected for years.
The envoy rejected the proposal as unacceptable. | The envoy did not accept the proposal.
Without a permit nobody may enter the island. | Entering the island is forbidden to anybody who lacks a permit.
The committee has never published its report. | The report of the committee has not been made public to this day.
She is unable to travel because of her illness. | Because she is ill she cannot travel.
The airport will remain closed until Wednesday at noon. | Until midday on Wednesday the airport stays shut.
The ship carried 3,400 tonnes of grain and a crew of 22. | With 22 crew on board, the vessel was loaded with 3,400 tons of grain.
A court in Brann ordered the company to pay €2.6bn. | The firm must pay 2.6 billion euros, a Brann court has ruled.
The quake of magnitude 6.1 struck at 04:20 on 2 January. | At 4:20 a.m. on January 2 an earthquake of magnitude 6.1 was felt.
The village lies 80 km from the capital and has 600 inhabitants. | Six hundred people live in the village, 50 miles outside the capital.
Ostmere gave the islanders 48 hours to answer. | The islanders have two days to reply, Ostmere said.
The vaccine will be tested on 500 volunteers from October. | Starting in October, 500 volunteers are to receive the trial vaccine.
The parliament voted by 212 to 140 for the reform. | With 212 votes in favour and 140 against, parliament passed the reform.
The bank raised its key rate by half a point to 4.5 percent. | The key rate goes up to 4.5% after the bank increased it by half a point.
Some 300 refugees were rescued off the coast on Sunday. | About 300 migrants were saved near the coast on Sunday.
The election will be held on 21 November. | Voters are called to the polls on November 21.
The tower was built in 1874 and rebuilt after the fire of 1921. | Erected in 1874, the tower had to be rebuilt following the 1921 fire.
The airline cancelled 130 flights because of the fog. | Because of fog, 130 flights were called off by the airline.
His lawyers have ten days to appeal. | The defence can appeal within ten days.
The drug costs $1,200 a month and helps only one patient in ten. | At 1,200 dollars per month, the medicine works for just one in ten patients.
The army withdrew from three villages on Wednesday. | On Wednesday troops pulled out of three villages.
The tunnel was to open in 2024 but is now planned for 2027. | Planned first for 2024, the tunnel will now open in 2027.
The factory employs 850 people and makes 90 engines a day. | Ninety engines leave the plant every day, where 850 workers are employed.
The poll shows the governor ahead with 46 percent. | The governor leads the survey at 46%.
The flood reached 4.3 metres, 30 cm above the record of 1954. | With a level of 4.3 meters the flood exceeded the 1954 record by 30 centimetres.
The ceasefire took effect at midnight and will last for ten days. | A truce of ten days began at midnight.
The archive holds 14,000 letters, of which 600 have been read. | Of the 14,000 letters in the archive, 600 have been read so far.
The hospital treated 90 wounded on the first day. | On the first day 90 injured people were treated at the hospital.
The city wants to plant 10,000 trees by the end of 2028. | By the end of 2028 the city intends to plant ten thousand trees.
The satellite was launched on 7 July after two delays. | After being delayed twice, the satellite lifted off on July 7.
The price of diesel has doubled in a week to $4 a litre. | A litre of diesel now costs four dollars, twice as much as a week ago.
The mission needs up to 600 more observers. | As many as 600 additional observers are required for the mission.
The council meets again on 12 December to decide on the budget. | A decision on the budget is expected when the council reconvenes on December 12.
The dam supplies 40% of the islands' electricity. | Forty per cent of the islands' power comes from the dam.
The workers have not been paid for five months. | For five months no wages have been paid to the workers.
The witness could not identify the man. | The witness was unable to say who the man was.
No one was hurt in the crash. | The crash caused no injuries.
The negotiator would neither confirm nor deny the offer. | The negotiator declined to comment on whether there was an offer.
The law bans smoking in parks. | Under the law, people may not smoke in parks.
Neither government has answered the letter of the parents. | The parents' letter was left unanswered by both governments.
The strike will continue until the demands are met. | As long as the demands are not met, the strike goes on.
The region lacks doctors and nurses. | There are not enough doctors and nurses in the region.
The pilot ignored two warnings before the crash. | The pilot paid no heed to two warnings before the plane went down.
It is impossible to repair the old lock before winter. | The old lock cannot be repaired before winter comes.
Only when the fog lifted could the ferry leave. | The ferry could not leave until the fog had lifted.
The insurers no longer cover trips through the sound. | Insurance companies have stopped covering voyages through the sound.
He said he would not run for a third term in 2027. | He ruled out a third candidacy in 2027.
The orchestra will play on 5, 6 and 8 May. | Concerts of the orchestra are set for May 5, 6 and 8.
The mine produced 1,234,000 tonnes in 2022. | In 2022 the mine's output was 1.2 million tonnes.
The debt stands at 61.7 billion crowns. | Debts amount to almost 62 billion crowns.
More than 60 boats are on the median line. | Up to 70 vessels are deployed along the median line.
The fund paid out about 105,000 grants. | The fund has given more than 100,000 grants.
The march drew 8,000 people, according to police. | Police counted some 8,000 marchers.
The glacier lost 4 metres of ice in a single year. | In one year alone the glacier shrank by four meters.
The train takes two and a half hours from Brann to Estrin. | From Brann, Estrin can be reached by train in 2.5 hours.
The suspect, 34, was arrested on Monday at his flat. | A 34-year-old suspect was taken into custody on Monday in his apartment.
The library owns half a million books. | Some 500,000 volumes are kept in the library.
The exhibition runs from 3 March to 30 June. | Between March 3 and June 30 the exhibition can be seen.
The crew of nine was saved after 26 hours in a raft. | After spending 26 hours in a raft all nine crew members were rescued.
He was born in Carrow in 1951 and moved to Brann in 1970. | A native of Carrow, born in 1951, he came to Brann in 1970.
The temperature reached 41.3 degrees on Thursday. | On Thursday it was 41.3 degrees.
The school, built for 300 children, now has 520. | Now 520 pupils attend the school, which was designed for 300.
The party lost 23 of its 71 seats. | Of the 71 seats it held, the party lost 23.
A second round of voting takes place on 4 October. | The runoff has been scheduled for October 4.
The plant was shut down on 28 August 2018 after a leak. | After a leak the plant had to close on August 28, 2018.
Rescue teams found 17 bodies by Wednesday evening. | By Wednesday evening seventeen bodies had been recovered.
The agency expects growth of 1.9% this year and 2.4% in 2027. | Growth is forecast at 1.9 percent for this year, and 2.4 per cent in 2027.
The car was going at 180 km/h when it left the road. | The vehicle came off the road at a speed of 180 kilometres per hour.
They have been married for 52 years and have six grandchildren. | Married for 52 years, the couple have six grandchildren.
The senate approved the treaty on Tuesday by 61 votes to 33. | On Tuesday, senators backed the treaty 61 to 33.
The ministers met for one hour and ten minutes. | The meeting of the ministers lasted 70 minutes.
The container held 3 tonnes of cocaine worth $90 million. | Three tons of cocaine with a value of 90 million dollars were in the container.
The opposition will boycott the vote on 15 January. | The vote of January 15 is going to be boycotted by the opposition.
The harbour was closed from Friday to Sunday. | From Friday until Sunday no ship could use the harbour.
The rocket hit a market at 9:15 in the morning. | At 9.15 a.m. a rocket struck a market.
The former spy lives abroad and has not spoken since 2012. | The ex-agent, who lives abroad, has been silent since 2012.
More than half of the voters stayed at home. | Over half of those entitled to vote did not turn out.
Her family does not believe the official account. | Her relatives doubt the official version.
The company denied having bribed officials. | The company said that it had not paid bribes to officials.
The judge dismissed the complaint for lack of evidence. | Because there was not enough evidence, the judge threw the complaint out.
The island has been without a doctor since January. | Since January there has been no doctor on the island.
The embassy advises against travel to the north. | Travellers should not go to the north, the embassy says.
It was not the first time that the lock failed. | The lock had broken down before.
The report does not name those responsible. | The names of those responsible are missing from the report.
The river can no longer be crossed at Oster Quay. | Crossing the river at Oster Quay has become impossible.
The governor stopped short of calling for new elections. | The governor did not go so far as to demand new elections.
Few believed that the line would ever be reopened. | Hardly anyone thought that the route would open again.
The drought has cost farmers 1.1 billion crowns. | Farmers have lost 1.1bn crowns because of the drought.
A third of the fleet, 14 ships, needs repair. | Fourteen vessels, one third of the fleet, are in need of repair.
The charity sent 250 tents and 3,000 blankets on Monday. | On Monday, 3,000 blankets and 250 tents were dispatched by the charity.
The concert hall will seat 1,800 and open in spring 2029. | Opening in the spring of 2029, the hall has room for an audience of 1,800.
The average wage rose from 2,100 to 2,250 crowns. | Average pay went up to 2,250 crowns, from 2,100.
The search covered 900 square kilometres of sea. | An area of 900 km² of sea was searched.
In 1998 the two countries signed a pact on fishing. | A fishing pact between both countries dates from 1998.
The reactor has been running at 60 percent since 11 August. | Since August 11 the reactor has operated at 60% of its capacity.
The winner receives 25,000 euros and a year in Estrin. | A year in Estrin and €25,000 go to the winner.
The earthquake left 4,000 people homeless. | Some 4,000 people lost their homes in the quake.
The law takes effect on 1 July. | From July 1 the law will be in force.
He was fined 750 crowns for speeding in 2023. | In 2023 he had to pay a fine of 750 crowns for driving too fast.
The museum recorded 2.3 million visits last year. | Last year the museum had 2.3m visitors.
The tanker with 140,000 barrels of oil ran aground on Wednesday. | On Wednesday a tanker carrying 140,000 barrels of oil was stranded.
The police commissioner promised 200 additional officers by autumn. | Two hundred more police officers will be hired by autumn, the commissioner pledged.
The satellite images date from 19 and 22 April. | The pictures were taken by satellite on April 19 and 22.
The ban has applied to all vessels over 12 metres since 2020. | Since 2020 all boats longer than 12 meters have been banned.
He called the plan expensive, slow and dangerous. | The plan was costly, slow and risky, he said.
The islanders are ready to discuss inspections of cargo. | People on the islands are prepared to talk about checks of freight.
The foreign minister suggested leaving the line to Vey open. | The line to Vey should be left open, the foreign minister suggested.
The navy will send three frigates to the strait next week. | Next week three frigates are to be sent to the strait by the navy.
The prime minister may resign after the vote. | It is possible that the prime minister resigns once the vote is over.
The neighbours heard shots shortly after ten in the evening. | Shots were heard by neighbours just after 10 p.m.
Children under six travel free of charge. | There is no charge for children younger than six.
The leak was found by a diver on the second day of the search. | A diver discovered the leak on the 2nd day of searching.
The bakery in Hall Street has been open every day since the war. | Ever since the war the bakery in Hall Street has opened daily.
The doctor warned that the illness could spread. | The disease might spread, the doctor warned.
Both governments welcomed the end of the blockade. | The end of the blockade was greeted by the two governments.
The winter festival attracts visitors from all over the country. | Visitors come to the winter festival from across the country.
The bishop urged both sides to show patience. | Patience was what the bishop asked of the two sides.
The bill must still pass the upper house. | The upper house has yet to approve the bill.
Farmers blocked the road to the capital with tractors. | With their tractors, farmers barred the way to the capital.
The inquiry found that the pilot had been drinking. | According to the inquiry the pilot was drunk.
She has written nine novels, the last of them in 2016. | Nine novels are hers; the latest appeared in 2016.
The port handles 5.6 million containers a year. | Every year 5.6m containers pass through the port.
The strike by 6,000 bus drivers entered its third week. | For a third week 6,000 bus drivers have been on strike.
The heat killed an estimated 1,900 people in July. | About 1,900 people are thought to have died of the heat in July.
The contract is worth less than $80 million. | The deal's value is under 80 million dollars.
Between 20 and 30 boats lost contact on Thursday night. | On Thursday night 20 to 30 boats could not be reached by radio.
The ridge is 2,410 metres high and lies 35 km inland. | At 2,410 meters the ridge rises 35 kilometres from the coast.
The opera was first performed on 12 April 1897. | April 12, 1897 saw the first performance of the opera.
The police have questioned 140 witnesses since the robbery on 6 March. | Since the March 6 robbery, 140 witnesses have been heard by police.
Prices for flats fell by 2.5 percent in the second quarter. | In the second quarter flats became 2.5% cheaper.
The court will announce its ruling at 10 a.m. on 17 May. | A verdict is due on May 17 at 10:00.
`

/** The lines of `list` as pairs. */
export function pairsOf(list: string): (readonly [string, string])[] {
  return list
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
    .flatMap(([a, b]) => (a !== undefined && b !== undefined ? [[a.trim(), b.trim()] as const] : []))
}

/** The pairs, in order. */
export function retoldPairs(): (readonly [string, string])[] {
  return pairsOf(RETOLD)
}

/** Speakers, each in two spellings that are one person's. */
export const SPOKEN_BY: readonly (readonly [string, string])[] = [
  ['Foreign Minister Andrey Kolvenik', 'Andrei Kolvenik'],
  ['Prime Minister Ilse Quorrin', 'Ilze Quorin'],
  ['Sergey Lodovan', 'Lodovan'],
  ['President Maresh Tolvane', 'Tolvane'],
  ['Dunstan Appeliru', 'union leader Dunstan Appeliru'],
  ['Mr Habermann', 'Otto Habermann'],
  ['J. Feldmark', 'Joana Feldmark'],
]

/** Speakers that none of those above is. */
export const OTHER_SPEAKERS = [
  'Teodor Vance-Imani',
  'Pia Okonjo',
  'Ruben Astaire',
  'Marta Jelinek',
  'Col. Henrik Dahl',
]
