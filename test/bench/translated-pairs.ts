import { pairsOf } from './retold-pairs'

/**
 * Invented news sentences, each as two translators working apart would put it; a line holds both, parted by a bar. They agree in
 * every number, date and denial. They were written without a look at what the rules of comparison know, and measured once before
 * any rule was changed: see docs/benchmarks.md for that first figure. Add none to flatter a rule; start another list instead.
 */
export const TRANSLATED = `
In the first round the governor received 47.3 percent of the vote, his challenger only 31. | The governor won 47.3 % of votes in the first ballot, whereas his rival got a mere 31.
The opposition has announced that it will not take part in the parliamentary election on 12 October. | The opposition has declared that it is not going to participate in the October 12 general election.
Parliament passed the bill with 214 votes in favour and 187 against. | The bill was approved by the chamber by 214 votes to 187.
"We have never had a conversation about money," the treasurer said on Monday. | "There was never any talk of money between us," the treasurer stated Monday.
The former chancellor, who governed from 1998 to 2006, died at the age of 81. | The ex-chancellor, in office between 1998 and 2006, has passed away aged 81.
According to the survey, two thirds of citizens are dissatisfied with the work of the government. | Two-thirds of the population are unhappy with the government's performance, the poll shows.
The foreign minister denied that his country had supplied the rebels with weapons. | The foreign minister rejected claims that his country had delivered arms to the rebels.
The meeting was not called off; it began an hour late. | The meeting did take place, although it started with a delay of one hour.
The coalition partners could not agree on a common candidate yesterday evening. | Last night, the parties in the coalition were unable to settle on a joint candidate.
The law is to enter into force on 1 January next year. | The legislation is due to take effect on January 1 of next year.
The president's term of office ends in May, and he is not allowed to stand for a third time. | In May the president's mandate expires; he may not run for a third term.
More than half of the deputies stayed away from the vote. | Over half of the members of parliament did not attend the vote.
The commission wants to halve emissions by 2035 compared with 1990. | By 2035, emissions are to be cut to half the level of 1990 if the commission has its way.
The mayor said that he had learned of the accusations only from the newspaper. | The mayor claimed that he did not hear about the allegations until he read the paper.
The ambassador was summoned at 8:30 on Friday morning. | On Friday, the ambassador was called in at 8.30 a.m.
No party achieved an absolute majority in the state election. | None of the parties obtained an absolute majority in the regional election.
"The border will stay open," the interior minister promised. | "We will keep the border open," the minister of the interior pledged.
Turnout was 58 percent, four points lower than five years ago. | At 58 percent, participation was four percentage points below the figure of five years before.
The government has rejected the demand for an independent inquiry. | The demand for an independent investigation was turned down by the government.
Since the beginning of the year, the party has lost every fifth member. | The party has seen one in five members leave since the start of the year.
The delegation will spend three days in the capital and then travel on to the coast. | The delegation is staying in the capital for three days before it moves on to the coast.
The envoy would not comment on the contents of the letter. | The envoy declined to comment on what the letter contained.
The prime minister has ruled out an increase in value-added tax. | There will be no rise in VAT, according to the prime minister.
Nobody can seriously want a return to those conditions, the archbishop said. | According to the archbishop, no one can seriously wish to go back to such a state of affairs.
The two heads of state last met in 2014. | It was in 2014 that the two presidents had their last meeting.
The striker scored in the 17th and 63rd minute and was substituted shortly afterwards. | The forward netted in minutes 17 and 63 before being taken off a little later.
The hosts won 3-1 and are now second in the table. | The home side claimed a 3:1 victory and have moved up to second place.
The defending champion lost 6-4, 3-6, 2-6 to a qualifier ranked 112th. | The title holder was beaten 4-6, 6-3, 6-2 by a qualifier who is number 112 in the world.
She ran the 400 metres in 49.8 seconds and missed the national record by two tenths. | With a time of 49.8 seconds over 400 metres, she was two tenths of a second short of the national record.
The club has not won a single match away from home this season. | This season, the club is yet to win an away game.
The coach's contract runs until the summer of 2027. | The manager is under contract until summer 2027.
Because of a knee injury, the captain cannot play for six weeks. | The captain will be out of action for six weeks with an injured knee.
The final was watched by 9.4 million viewers. | 9.4 million people saw the final on television.
In the second half the visitors did not have a single shot on goal. | The guests failed to produce even one attempt on target after the break.
It was her third gold medal at these championships after the victories on Thursday and Saturday. | After winning on Thursday and Saturday, she took her third gold of the championships.
The race was interrupted twice because of heavy rain. | Heavy rain caused the race to be stopped two times.
The federation banned the sprinter for four years and fined him 50,000 francs. | The sprinter was given a four-year ban by the association and must pay a fine of 50,000 francs.
The goalkeeper said he had not expected to be called up. | The keeper said that the nomination had come as a surprise to him.
Only one of the eight teams has won all of its games so far. | So far, just one out of eight sides has a perfect record.
The stadium holds 42,500 spectators and was sold out weeks ago. | The arena, with room for 42,500 fans, has been sold out for weeks.
The group's turnover rose by a quarter to 12.8 billion euros last year. | Last year the group increased its sales by 25 percent to €12.8 billion.
The bank earned twice as much in the first quarter as in the same period of the previous year. | In the first quarter, the bank doubled its profit compared with the same period a year earlier.
The carmaker wants to cut around 3,000 jobs, but there will be no compulsory redundancies. | Some 3,000 jobs are to go at the car manufacturer, though nobody will be dismissed.
The share price fell by up to 8 percent after the announcement. | After the news came out, shares dropped as much as 8 %.
Half of the shops in the old town have closed since 2020. | Since 2020, 50 percent of the stores in the old town have shut.
The board has not yet decided on the sale of the shipyard. | A decision about selling the shipyard is still to be taken by the management.
The company, founded in 1887, employs 640 people at two sites. | The firm dates from 1887 and has a workforce of 640 at two locations.
A litre of diesel now costs 1.69 euros on average, three cents more than a week ago. | Diesel currently sells at an average of €1.69 per litre, which is three cents up on last week.
The central bank left its key rate unchanged at 3.5 percent. | The key interest rate of the central bank stays at 3.5 percent.
Unemployment was at 5.9 percent in February, compared with 6.2 percent in January. | The jobless rate stood at 5.9 percent in February after 6.2 percent the month before.
The airline is not going to resume flights to the island before the end of March. | Flights to the island will not be restarted by the airline until late March.
In future, customers will have to pay between two and four euros per delivery. | A delivery will cost customers from 2 to 4 euros in the future.
The order is worth 1.3 billion dollars and will secure work for five years. | With a value of $1.3 billion, the order guarantees employment for the next five years.
The trade union demands 6.5 percent more pay for the 110,000 employees. | For the 110,000 workers, the union is calling for a 6.5 percent wage rise.
The supervisory board accepted the resignation of the chief executive on Tuesday. | On Tuesday, the CEO's resignation was accepted by the supervisory board.
The merger failed because the cartel office did not give its approval. | The merger fell through because the competition authority refused to approve it.
The factory has not produced any steel since November. | No steel has come out of the plant since November.
The new line is expected to carry 30,000 passengers a day from 2029. | From 2029 on, 30,000 people a day are expected to use the new line.
Each household will receive a one-off payment of 300 euros. | Every household is to get 300 euros once.
The price of wheat has nearly tripled within eighteen months. | In a year and a half, wheat has become almost three times as expensive.
According to the fire brigade, 26 people were rescued from the burning building. | Firefighters saved 26 people from the house that was on fire, they said.
At least nine people were killed and 54 injured, some of them seriously, when the train derailed. | No fewer than nine people died and 54 were hurt, some severely, in the derailment.
The earthquake with a magnitude of 5.8 shook the region shortly after 4 p.m. local time. | Shortly after 16:00 local time, a quake measuring 5.8 was felt in the region.
Rescue workers had still not reached three villages on Thursday. | As of Thursday, three villages remained cut off from the rescue teams.
The cause of the accident is not yet known. | It is still unclear what caused the accident.
About 1,200 residents had to leave their homes overnight. | Around 1,200 inhabitants were forced out of their houses during the night.
There was no danger to the population at any time, the operator said. | At no time was the population at risk, the operator stated.
Within 24 hours, 180 litres of rain fell per square metre. | 180 litres per square metre came down in the course of 24 hours.
The river reached its highest level in 60 years on Sunday night. | On Sunday night, the river stood higher than at any time in six decades.
The pilot had reported a problem with the engine ten minutes before the crash. | Ten minutes prior to the crash, the pilot spoke of trouble with an engine.
None of the 133 passengers was injured. | All 133 passengers escaped unhurt.
The search for the missing climbers was suspended because of fog. | Owing to fog, the search for the climbers who are missing was broken off.
The forest fire has destroyed around 900 hectares since Wednesday. | About 900 hectares of woodland have burned down since Wednesday.
Helicopters could not take off because of the strong wind. | Strong winds made it impossible for helicopters to take off.
A 14-year-old girl was pulled alive from the rubble after 52 hours. | After 52 hours a girl aged 14 was recovered alive from under the debris.
According to the police, the driver of the lorry was not drunk. | Police said that the truck driver was sober.
Three quarters of the houses in the valley are uninhabitable. | In the valley, 75 percent of the homes can no longer be lived in.
The alarm was raised at ten past two in the morning. | The alarm went off at 2:10 a.m.
The dam did hold, but water spilled over its crest for six hours. | The dam did not break, although water poured over the top for six hours.
It may take weeks until the last fires have been put out. | Weeks could pass before the final fires are extinguished.
The court sentenced the 34-year-old to seven and a half years in prison. | The 34-year-old man was given a jail term of seven and a half years by the court.
The defendant was acquitted of all charges on Wednesday. | On Wednesday, the accused was cleared on every count.
The prosecutor's office had asked for twelve years, the defence for acquittal. | Prosecutors had demanded twelve years, while the defence pleaded for him to go free.
The witness could not remember the colour of the car. | What colour the car was, the witness was unable to recall.
The judge did not allow the recording as evidence. | The recording was not admitted in evidence by the judge.
The verdict is not yet final; an appeal can be lodged within 30 days. | The judgment may be appealed within 30 days and is therefore not legally binding yet.
The accused denies having been at the scene of the crime. | The defendant says he was not at the crime scene.
The lawyer said that his client would not make a statement. | His client would remain silent, the lawyer said.
The trial begins on 23 June and is scheduled to last eleven days. | The proceedings will open on June 23, with eleven days of hearings planned.
The customs officers seized 1.6 tonnes of cocaine worth 90 million euros. | Customs confiscated cocaine weighing 1.6 tons with a value of 90 million euros.
The father of two had been on the run for almost seven months. | For nearly seven months, the man, who has two children, had evaded capture.
The judges held that the search of the flat had not been lawful. | The search of the apartment was unlawful, in the judges' opinion.
Police are looking for a man aged between 25 and 30 with a dark jacket. | The police are searching for a man in a dark jacket who is 25 to 30 years old.
Damages of 75,000 pounds were awarded to the widow. | The widow was granted compensation of 75,000 pounds.
In 2023, there were 412 burglaries in the town, 9 percent fewer than in the year before. | The town recorded 412 break-ins in 2023, down 9 per cent on the previous year.
The investigators do not believe that it was an accident. | Investigators do not assume that this was an accident.
The constitutional court declared the ban void. | The ban was struck down by the constitutional court.
The suspect was released because there was not enough evidence against him. | For lack of evidence the suspect was set free.
A jury of seven men and five women will decide the case. | The case will be decided by seven male and five female jurors.
It has not been possible to identify the second victim so far. | The second victim has not been identified up to now.
The painting was stolen in 1974 and surfaced at an auction last week. | Stolen in 1974, the picture turned up at an auction a week ago.
The museum expects 200,000 visitors during the exhibition, which opens on 4 April. | The exhibition opens its doors on April 4, and the museum reckons with 200,000 visitors.
One patient in ten has to wait longer than a year for an operation. | Ten percent of patients wait more than a year for surgery.
The vaccine did not cause serious side effects in any of the 4,300 test subjects. | In none of the 4,300 participants did the vaccine lead to severe side effects.
The hospital has 320 beds, of which 45 were not occupied last week. | Of the hospital's 320 beds, 45 stood empty last week.
Every third teacher is older than 55. | One third of all teachers are over the age of 55.
The schools will remain closed until 20 April. | Schools are to stay shut until April 20.
The comet will not be visible again until 2061. | Not before 2061 can the comet be seen again.
The average temperature in July was 1.4 degrees above the long-term mean. | July was 1.4 degrees warmer than the long-term average.
The researchers examined 76 samples from 13 lakes. | Seventy-six samples taken from thirteen lakes were studied by the scientists.
The library has not bought any new books for two years. | For two years now, no new books have been acquired by the library.
Rents in the city have doubled in the past ten years. | Over the last decade, rents in the city have gone up by 100 percent.
The singer cancelled her concerts on 7 and 8 March. | Her concerts on March 7 and 8 have been called off by the singer.
The bridge has been closed to lorries since last summer and will not be repaired before 2026. | Trucks have been barred from the bridge since the summer of last year; repairs are not going to start until 2026.
The ferry had 68 passengers and nine crew members on board. | Aboard the ferry were 68 passengers and a crew of nine.
Nothing indicates a technical defect, a spokeswoman for the railway said. | A railway spokeswoman said that there was no sign of a technical fault.
The farmers' association fears losses of up to 40 percent if it does not rain soon. | Should there be no rain soon, losses could amount to as much as 40 percent, the farmers' association fears.
The island has about 15,000 inhabitants, four times as many as in 1950. | Some 15,000 people live on the island, which is four times the number in 1950.
The tunnel is 57 kilometres long and was built in seventeen years. | It took seventeen years to build the tunnel, which has a length of 57 kilometres.
The winners will be announced on Sunday at 6 p.m. | On Sunday, at 18:00, the winners are to be made public.
"I am not afraid of anybody," the writer told reporters after the reading. | "I fear no one," the author said to journalists following the reading.
The peace talks are to be continued next week, probably on Wednesday. | Peace negotiations will go on next week, most likely on Wednesday.
The rescue operation lasted from half past nine in the evening until dawn. | The rescue went on from 9:30 p.m. until daybreak.
`

/** The pairs, in order. */
export function translatedPairs(): (readonly [string, string])[] {
  return pairsOf(TRANSLATED)
}
