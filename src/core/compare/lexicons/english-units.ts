/** Units and counted nouns as data: what can be compared with what. Units are named as `core/suggest` gives them. */

/** Unit -> what it measures and how many of the first unit of that kind it is. */
export const MEASURES: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  '%': ['share', 1],
  'percentage points': ['share', 1],
  seconds: ['time', 1 / 3600],
  minutes: ['time', 1 / 60],
  hours: ['time', 1],
  days: ['time', 24],
  weeks: ['time', 168],
  months: ['long time', 1],
  years: ['long time', 12],
  decades: ['long time', 120],
  mm: ['length', 1e-6],
  cm: ['length', 1e-5],
  m: ['length', 1e-3],
  km: ['length', 1],
  miles: ['length', 1.609344],
  'nautical miles': ['length', 1.852],
  feet: ['length', 3.048e-4],
  'm²': ['area', 1e-6],
  'km²': ['area', 1],
  'square miles': ['area', 2.589988],
  hectares: ['area', 0.01],
  acres: ['area', 0.00404686],
  'km/h': ['speed', 1],
  'm/s': ['speed', 3.6],
  mph: ['speed', 1.609344],
  knots: ['speed', 1.852],
  g: ['mass', 1e-6],
  kg: ['mass', 1e-3],
  tonnes: ['mass', 1],
  tons: ['mass', 1],
  litres: ['volume', 1],
  barrels: ['oil', 1],
  MW: ['power', 1],
  GW: ['power', 1000],
  MWh: ['energy', 1],
  '°C': ['temperature', 1],
  '°F': ['temperature', 1],
  degrees: ['temperature', 1],
}

/** Nouns that count the same things, a line each. Compared by stem. */
export const COUNTED_ALIKE = `
troops soldiers servicemen servicemembers forces personnel military fighters combatants
people persons individuals humans
dead killed deaths fatalities casualties victims bodies
wounded injured hurt casualties victims injuries
ships vessels boats craft
planes aircraft jets airplanes aeroplanes warplanes airliners
homes houses households dwellings residences apartments flats families
children kids youngsters minors
pupils students schoolchildren learners
police officers policemen policewomen cops
attackers assailants gunmen militants insurgents terrorists rebels extremists
migrants refugees asylum-seekers displaced
cars vehicles automobiles
trucks lorries
countries nations states
companies firms businesses enterprises corporations
members signatories parties countries nations states
passengers travellers travelers commuters
protesters demonstrators marchers activists
workers employees staff staffers jobs labourers laborers personnel
seats mandates
votes ballots
talks negotiations rounds
houses buildings structures
villages settlements hamlets communities
towns cities municipalities
rockets missiles projectiles
attacks strikes raids assaults
hospitals clinics
residents inhabitants locals citizens villagers
customers clients consumers
suspects detainees prisoners inmates arrests
players athletes competitors
doctors physicians medics
tests experiments trials
cases infections patients
farmers growers peasants
lawmakers legislators deputies parliamentarians mps
ministers officials
soldiers peacekeepers
shops stores outlets
books volumes titles works
letters documents papers files
crowns kroner kronor korunas
sides parties governments countries
coasts shores banks
years winters summers seasons
buses coaches
jobs positions posts workplaces
bodies corpses remains
marchers protesters demonstrators
frigates warships destroyers
spectators visitors guests viewers tourists
points points
goals goals
`

/** Nouns that count people of any kind, beside those above that do; "31 people" and "31 wounded" count alike. Compared by stem. */
export const PEOPLE =
  'people persons individuals men women dead killed deaths fatalities casualties victims wounded injured hurt children kids pupils students passengers ' +
  'travellers travelers residents inhabitants locals citizens civilians villagers workers employees staff migrants refugees protesters demonstrators troops soldiers ' +
  'police officers policemen suspects detainees prisoners inmates members patients customers others participants visitors tourists voters families ' +
  'crew crewmen sailors miners farmers fishermen teachers doctors journalists lawmakers legislators deputies survivors hostages displaced missing'
