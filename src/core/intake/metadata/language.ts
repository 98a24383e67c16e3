import { francAll } from 'franc-min'
import { languageByStopWords } from './stop-words'

/** How much text is looked at, in code units: language is plain after a paragraph, and detection costs by length. */
const SAMPLE = 600
/** Fewer letters than this are no evidence between languages of one script. */
const FEWEST_LETTERS = 60
/** How far the runner-up must stay behind (franc's scores are relative: the best has 1). */
const CLEARLY_BEHIND = 0.93

/** ISO 639-3, as franc answers, to BCP 47.. */
const TAGS: ReadonlyMap<string, string> = new Map(
  `arb:ar azj:az bel:be bho:bho bos:bs bul:bg ceb:ceb ces:cs ckb:ckb deu:de eng:en fra:fr fuv:ff hau:ha hin:hi hrv:hr
  hun:hu ibo:ig ilo:ilo ind:id ita:it jav:jv kaz:kk kin:rw lin:ln mai:mai mar:mr nld:nl npi:ne nya:ny pes:fa plt:mg
  pol:pl por:pt qug:qu ron:ro run:rn rus:ru som:so spa:es srp:sr sun:su swe:sv swh:sw tgl:tl tur:tr ukr:uk urd:ur
  uzn:uz vie:vi yor:yo zlm:ms zul:zu`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** Scripts that one language has to itself, or that need a closer look. */
const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['kn', /\p{Script=Kannada}/gu],
  ['ml', /\p{Script=Malayalam}/gu],
  ['gu', /\p{Script=Gujarati}/gu],
  ['pa', /\p{Script=Gurmukhi}/gu],
  ['si', /\p{Script=Sinhala}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
]

/** The language of a text as a BCP 47 tag, null when it is not sure enough. */
export function guessLanguage(text: string): string | null {
  for (const sample of samplesOf(text)) {
    const language = languageOf(sample)
    if (language !== null) return language
  }
  return null
}

function languageOf(sample: string): string | null {
  if (isPlainLatin(sample)) return ofLatin(sample)
  const counts = new Map(SCRIPTS.map(([name, pattern]) => [name, sample.match(pattern)?.length ?? 0]))
  const [script, letters] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])
  if (letters === 0) return null
  // A tenth of kana among Han characters is Japanese: Chinese has none at all.
  const kana = counts.get('kana') ?? 0
  if (script === 'kana' || (script === 'zh' && kana * 10 > letters)) return letters >= 4 ? 'ja' : null
  switch (script) {
    case 'Latin':
      return ofLatin(sample)
    case 'Cyrillic':
      return letters < FEWEST_LETTERS ? null : (ofCyrillic(sample) ?? byTrigrams(sample))
    case 'Arabic':
      return letters < FEWEST_LETTERS ? null : (ofArabic(sample) ?? byTrigrams(sample))
    case 'Devanagari':
      return letters < FEWEST_LETTERS ? null : byTrigrams(sample)
    case 'Hebrew':
      // Yiddish writes digraphs and vowel points that Hebrew prose does not.
      return letters < FEWEST_LETTERS / 2
        ? null
        : /[\u05f0-\u05f2]|\u05d0[\u05b7\u05b8]/u.test(sample)
          ? 'yi'
          : 'he'
    default:
      return letters >= 8 ? script : null
  }
}

/**
 * A stated language as BCP 47: a tag in any spelling ("en_US", "eng") or an English name of a language ("Indonesian").
 * Null when it is neither.
 */
export function readStatedLanguage(value: string): string | null {
  const text = value.trim().replaceAll('_', '-')
  const named = NAMES.get(text.toLowerCase())
  if (named) return named
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(text)) return null
  try {
    const tag = Intl.getCanonicalLocales(text)[0] ?? ''
    return tag === 'und' || tag === 'mul' || tag === '' ? null : tag
  } catch {
    return null
  }
}

const NAMES: ReadonlyMap<string, string> = new Map(
  `arabic:ar bengali:bn bulgarian:bg catalan:ca chinese:zh croatian:hr czech:cs danish:da dutch:nl english:en
  estonian:et finnish:fi french:fr german:de greek:el hebrew:he hindi:hi hungarian:hu indonesian:id italian:it
  japanese:ja korean:ko latvian:lv lithuanian:lt malay:ms norwegian:no persian:fa farsi:fa polish:pl portuguese:pt
  romanian:ro russian:ru serbian:sr slovak:sk slovenian:sl spanish:es swahili:sw swedish:sv tamil:ta thai:th turkish:tr
  ukrainian:uk urdu:ur vietnamese:vi`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/**
 * Stretches to look at, the likeliest first: after the first lines, which may hold names and furniture in another
 * language; then the middle and the start, where the first is a list of names.
 */
function samplesOf(text: string): readonly string[] {
  if (text.length <= SAMPLE * 2) return [text.slice(0, SAMPLE)]
  return [SAMPLE / 2, text.length >> 1, 0].map((start) => text.slice(start, start + SAMPLE))
}

/** True for letters of Latin script with punctuation of any kind: the common case, told without counting scripts. */
function isPlainLatin(sample: string): boolean {
  return !/[\u0370-\u1dff\u2c80-\ufe0e]/.test(sample)
}

function ofLatin(sample: string): string | null {
  const { sure, candidates } = languageByStopWords(sample)
  if (sure !== null) return sure
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const found = letters >= FEWEST_LETTERS ? byTrigrams(sample) : null
  // Trigrams know fewer languages, and take one they do not know for its neighbour.
  return candidates.length === 0 || (found !== null && candidates.includes(found)) ? found : null
}

/** Letters that only one of the languages writes; Russian is what has its own letters and none of the others'. */
function ofCyrillic(sample: string): string | null {
  const lower = sample.toLowerCase()
  if (/[әғқңұһ]/u.test(lower)) return 'kk'
  if (lower.includes('ў')) return 'be'
  if (/[їєґ]/u.test(lower)) return 'uk'
  if (/[ѓќѕ]/u.test(lower)) return 'mk'
  if (/[љњђћџј]/u.test(lower)) return 'sr'
  if (lower.includes('і')) return null
  if (/[ыэё]/u.test(lower)) return 'ru'
  return lower.includes('ъ') ? 'bg' : null
}

function ofArabic(sample: string): string | null {
  if (/[ٹڈڑےں]/u.test(sample)) return 'ur'
  if (/[پچژگ]/u.test(sample)) return 'fa'
  return /[ةيى]/u.test(sample) ? 'ar' : null
}

function byTrigrams(sample: string): string | null {
  const [best, second] = francAll(sample)
  if (!best || best[0] === 'und' || (second && second[1] > CLEARLY_BEHIND)) return null
  return TAGS.get(best[0]) ?? null
}
