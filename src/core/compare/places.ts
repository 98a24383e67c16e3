import { soundKey } from '../suggest/sound-key'

/**
 * Places and peoples: every form of one line has one key, so that "Russian troops" and "troops of Russia", Kiev and Kyiv
 * meet. Only forms that no common word shares; forms in upper case ("US", "UN") count in upper case alone.
 */
const PLACES = `
afghanistan afghan afghans|albania albanian albanians|algeria algerian algerians|angola angolan|argentina argentine argentinian argentines|armenia armenian armenians
australia australian australians|austria austrian austrians|azerbaijan azerbaijani azerbaijanis azeri|bahrain bahraini|bangladesh bangladeshi|belarus belarusian belarusians belorussia byelorussia
belgium belgian belgians|bolivia bolivian|bosnia bosnian bosnians herzegovina|brazil brazilian brazilians|britain british briton britons UK|bulgaria bulgarian bulgarians|cambodia cambodian
cameroon cameroonian|canada canadian canadians|chad chadian|chile chilean chileans|china chinese PRC|colombia colombian colombians|congo congolese DRC|croatia croatian croat croats|cuba cuban cubans
cyprus cypriot cypriots|czechia czech czechs|denmark danish dane danes|ecuador ecuadorian ecuadorean|egypt egyptian egyptians|eritrea eritrean|estonia estonian estonians|ethiopia ethiopian ethiopians
europe european europeans|finland finnish finn finns|france french frenchman|gaza gazan gazans|georgia georgian georgians|germany german germans|ghana ghanaian|greece greek greeks|guatemala guatemalan
haiti haitian haitians|honduras honduran|hungary hungarian hungarians|iceland icelandic|india indian indians|indonesia indonesian indonesians|iran iranian iranians|iraq iraqi iraqis|ireland irish
israel israeli israelis|italy italian italians|jamaica jamaican|japan japanese|jordan jordanian jordanians|kazakhstan kazakh kazakhs|kenya kenyan kenyans|korea korean koreans|kosovo kosovar
kuwait kuwaiti kuwaitis|kyrgyzstan kyrgyz|laos lao laotian|latvia latvian latvians|lebanon lebanese|liberia liberian|libya libyan libyans|lithuania lithuanian lithuanians|macedonia macedonian
malaysia malaysian malaysians|mali malian|mexico mexican mexicans|moldova moldovan moldovans|mongolia mongolian|morocco moroccan|mozambique mozambican|myanmar burma burmese|nepal nepali nepalese
netherlands dutch holland|nicaragua nicaraguan|niger nigerien|nigeria nigerian nigerians|norway norwegian norwegians|oman omani|pakistan pakistani pakistanis|palestine palestinian palestinians
panama panamanian|paraguay paraguayan|peru peruvian peruvians|philippines philippine filipino filipinos|poland polish pole poles|portugal portuguese|qatar qatari|romania romanian romanians
russia russian russians|rwanda rwandan|saudi saudis|scotland scottish scots|senegal senegalese|serbia serbian serb serbs|singapore singaporean|slovakia slovak slovaks|slovenia slovenian slovene
somalia somali somalis|spain spanish spaniard spaniards|sudan sudanese|sweden swedish swede swedes|switzerland swiss|syria syrian syrians|taiwan taiwanese|tajikistan tajik|tanzania tanzanian
thailand thai thais|tibet tibetan tibetans|tunisia tunisian tunisians|turkey turkiye turkish turks turk|turkmenistan turkmen|uganda ugandan|ukraine ukrainian ukrainians|uruguay uruguayan
uzbekistan uzbek|vatican|venezuela venezuelan venezuelans|vietnam vietnamese|wales welsh|yemen yemeni yemenis houthi houthis|zambia zambian|zimbabwe zimbabwean|africa african africans|asia asian asians
america american americans US USA|EU|UN|kyiv kiev kyyiv|kharkiv kharkov|lviv lvov|odesa odessa|mykolaiv nikolaev nikolayev|chernihiv chernigov|chornobyl chernobyl|luhansk lugansk|donbas donbass
beijing peking|mumbai bombay|kolkata calcutta|chennai madras|yangon rangoon|tehran teheran|astana nursultan|crimea crimean|chechnya chechen chechens|catalonia catalan catalans|kurdistan kurdish kurd kurds
muslim muslims moslem moslems islam islamic|christian christians christianity|jewish jew jews|NATO|hamas|hezbollah hizbollah hizbullah|taliban taleban|qaeda qaida|kremlin|brussels|WHO
`

const KEYS = new Map<string, string>()
for (const line of PLACES.trim().split(/[|\n]/u)) {
  const [first = '', ...others] = line.trim().split(' ')
  const key = `@${soundKey(first)}`
  for (const form of [first, ...others]) KEYS.set(form, key)
}

/** Places of two words. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['united states', 'america'],
      ['united kingdom', 'britain'],
      ['great britain', 'britain'],
      ['european union', 'EU'],
      ['united nations', 'UN'],
      ['saudi arabia', 'saudi'],
      ['saudi arabian', 'saudi'],
      ['czech republic', 'czechia'],
    ] as const
  ).map(([pair, form]) => [pair, KEYS.get(form) ?? form]),
)

/** The key of a place or its people, null where the word is none. `US`, `UN` and the like need their capitals. */
export function placeKey(word: string, surface: string): string | null {
  const first = surface.charCodeAt(0)
  if (first > 96 && first < 123) return null
  return (
    KEYS.get(surface.replace(/\./gu, '')) ??
    (word === 'us' || word === 'who' || word === 'un' ? null : (KEYS.get(word) ?? null))
  )
}

/** The key of a place that two folded words name together, such as "united states". */
export function placePairKey(first: string, second: string): string | null {
  return PAIRS.get(`${first} ${second}`) ?? null
}
