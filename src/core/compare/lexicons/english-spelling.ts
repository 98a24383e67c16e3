/** British spellings as data: what differs between two spellings of one English word is no difference of wording. */

/** British (or older) form and American form, where no rule of `spelling.ts` makes one of the other. */
export const SPELLING_PAIRS = `
centre center|theatre theater|metre meter|kilometre kilometer|litre liter|fibre fiber|calibre caliber|lustre luster|spectre specter|sombre somber
defence defense|offence offense|licence license|pretence pretense|practise practice|practised practiced|practising practicing
grey gray|programme program|programmes programs|cheque check|cheques checks|plough plow|aluminium aluminum|manoeuvre maneuver|manoeuvres maneuvers
judgement judgment|acknowledgement acknowledgment|ageing aging|sceptic skeptic|sceptical skeptical|scepticism skepticism|mould mold|storey story|storeys stories
kerb curb|gaol jail|gaoled jailed|towards toward|afterwards afterward|backwards backward|forwards forward|upwards upward|downwards downward
whilst while|amongst among|amidst amid|learnt learned|spelt spelled|burnt burned|dreamt dreamed|spoilt spoiled|leant leaned|leapt leaped
encyclopaedia encyclopedia|paediatric pediatric|anaesthetic anesthetic|archaeology archeology|foetus fetus|diarrhoea diarrhea|mediaeval medieval
tyre tire|tyres tires|pyjamas pajamas|draught draft|draughts drafts|enquiry inquiry|enquiries inquiries|enrol enroll|fulfil fulfill|instalment installment
skilful skillful|wilful willful|moustache mustache|sulphur sulfur|artefact artifact|cosy cozy|ok okay|per percent|adviser advisor|advisers advisors
spokeswoman spokesperson|spokesman spokesperson|spokesmen spokespersons|chairman chairperson|chairwoman chairperson|persons people
mister mr|doctor dr|senator sen|representative rep|governor gov|general gen|government govt|jan january|feb february|mar march|apr april|jun june|jul july
aug august|sept september|sep september|oct october|nov november|dec december|mon monday|tues tuesday|tue tuesday|wed wednesday|thurs thursday|thu thursday|fri friday
tv television|ussr soviet-union
`

/** Stems whose final l is doubled in British spelling before an ending: travelled, signalling. */
export const DOUBLED_L =
  'travel cancel label model signal fuel level counsel quarrel marvel dial total channel tunnel panel rival duel jewel equal pedal initial funnel shovel libel shrivel unravel'

/** Endings in -ise that no American spells with -ize. */
export const ALWAYS_ISE = 'rise wise cise vise mise chise prise raise noise poise praise'

/** Places with two names in use, and the sounds that transliteration does not make one. Lower case, without accents. */
export const PLACE_PAIRS = `
kiev kyiv|kharkov kharkiv|odessa odesa|lvov lviv|dnieper dnipro|chernobyl chornobyl|donbass donbas|nikolaev mykolaiv|lugansk luhansk|peking beijing|bombay mumbai
burma myanmar|rangoon yangon|saigon hochiminh|calcutta kolkata|madras chennai|turkiye turkey|belorussia belarus|czechia czech|holland netherlands|ceylon lanka
`
