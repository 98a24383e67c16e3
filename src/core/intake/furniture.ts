import type { Block } from '../model/article'
import type { TextRange } from '../model/range'

/**
 * Furniture is told by whole blocks and by wording alone; a paragraph that merely mentions comments, cookies or
 * subscriptions is none. Rules are anchored, so each is linear, and blocks longer than the longest notice are not
 * looked at.
 */
const LONGEST_NOTICE = 400
/** A block longer than this is a paragraph of the report: what stands after the last one may repeat the title. */
const SHORTEST_PROSE = 100
/** Blocks at either end in which navigation, tags and author codes count. */
const EDGE = 12

/** What a block is furniture by: wording that counts anywhere in the article. */
const ANYWHERE: readonly RegExp[] = [
  // Lines of dashes, stars, dots: separators. No letter, no digit.
  /^[-–—_*•·.~=#|+\s]{1,80}$/u,
  /^\[?(?:advertisement|advert|ad|sponsored(?: content)?|promoted(?: content)?|anzeige|werbung|publicidad|publicité|publicidade|pubblicità|iklan|реклама|reklam[ae]?|advertentie|annons|mainos)\]?[.:]?$/iu,
  /^(?:advertisement\s*[-–—:|]\s*)?(?:(?:story|article|scroll|content) continues (?:below|after)(?: (?:the |this )?(?:ad|advertisement|advert|video|photo))?|continue reading(?: (?:the main|below|this) ?(?:story|article)?)?|scroll (?:down )?to continue(?: reading| with content)?)[.:]?$/iu,
  /^(?:\d{1,6}|no|one|view(?: all)?|show|hide|load|post|leave|add|write|join|see|read)(?: an?| your| the| all| more)? ?(?:comments?|repl(?:y|ies)|conversation)(?: \(?\d{1,6}\)?)?[.!:]?$/iu,
  /^(?:leave a reply|comments?(?: are)? (?:closed|off|disabled)|comments? ?\(?\d{1,6}\)?|be the first to comment|join the (?:discussion|conversation))[.!:]?$/iu,
  /^(?:«|<|←|‹)? ?(?:previous|next|older|newer)(?: (?:posts?|articles?|story|stories|page|entry|entries))(?: ?(?:»|>|→|›|\||\/|«)? ?(?:previous|next|older|newer) (?:posts?|articles?|story|stories|page|entry|entries))? ?(?:»|>|→|›)?$/iu,
  /^(?:story|news|article|content|post) ?(?:code|id|no\.?|number) ?[:#：]? ?[\w-]{2,24}$/iu,
  /^(?:share|tweet|pin it|like|follow|e-?mail|print)(?: (?:this|on|via|with|by|to|the|us|it|post|story|article|page|news|friends|link|copy|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|e-?mail|messenger|print))*[:!]?$/iu,
  /^(?:(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|e-?mail|messenger|tumblr|flipboard|line|copy link|print|share|tweet|youtube|tiktok|vk|viber|skype|google ?\+|rss)(?:[\s,|•·/]+(?=\S)|$)){2,}$/iu,
  /^(?:read|see|watch|listen|learn) (?:also|more|next|now|full story)(?: (?:here|on this|about this)[^.]{0,60})?(?:[:：].{0,200}|[.…»>→]{0,3})$/iu,
  /^(?:also (?:read|see|watch)|related(?: (?:articles?|stories|news|posts?|content|topics?|links?|coverage|reading))?|recommended(?: (?:for you|stories|reading|articles?))?|more (?:on this(?: story| topic)?|stories|news|from [^.:]{2,40})|most (?:read|popular|viewed)|trending(?: now)?|don[’']t miss|you (?:may|might) (?:also )?(?:like|be interested in)|editor[’']s picks?|must reads?|top stories|latest (?:news|stories))(?: ?[:：].{0,200})?$/iu,
  /^(?:baca juga|lihat juga|lea también|lee también|te puede interesar|leia também|leia mais|lire aussi|à lire aussi|voir aussi|lesen sie auch|mehr zum thema|leggi anche|lees ook|läs också|читайте также|читайте також|смотрите также|czytaj także|ayrıca okuyun)(?: ?[:：].{0,200})?$/iu,
  /^(?:by (?:continuing|using|clicking|browsing)|we (?:and our partners )?use|this (?:site|website|page|web site) uses|our (?:site|website) uses)\b(?=.{0,200}\bcookies?\b).{0,380}$/iu,
  /^(?:accept|reject|manage|allow)(?: all| my)? (?:cookies|cookie settings|preferences)(?: (?:settings|preferences))?$|^cookie (?:policy|notice|settings|preferences|consent)$/iu,
  /^(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d\b.{0,160}$/iu,
  /^this material may not be published, broadcast, rewritten,? or redistributed\b.{0,80}$/iu,
  /^(?:skip to (?:main )?content|back to top|loading\.{0,3}|\d{1,3}[ -]min(?:ute)?s? read|click to (?:expand|enlarge|play|share)|listen to (?:this )?article|play video|enlarge(?: this)? image)[.…]?$/iu,
]
/** The rest of a copyright line may stand before the words. */
const RIGHTS = /\ball rights reserved\b.{0,60}$/iu
const LONGEST_RIGHTS = 160
/** Calls to subscribe, sign up, follow: an order to the reader, and what it is about. */
const CALL =
  /^(?:please |to |now |don[’']t miss out[.!,:]? )?(?:subscribe|sign up|sign in|log in|register|join|download|get|follow|like|click|tap|support|donate|unlock|become)\b/iu
const CALLED_FOR =
  /\b(?:newsletters?|inbox|e-?mail (?:alerts?|updates|address)|free trial|subscri(?:be|bers?|ptions?) (?:to|for|now|today|here|only|and)|subscription|unlimited (?:digital )?access|our (?:app|channel|page|podcast|journalism|newspaper|telegram|youtube|mailing list)|us on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|google news)|on (?:twitter|facebook|instagram|telegram) ?(?:@|$)|(?:twitter|facebook|instagram)\s*(?::\s*)?@|here (?:to|for)|a (?:member|subscriber)|to (?:continue|read more|comment)|account)\b/iu
const LONGEST_CALL = 200
/** "Subscribe" and the like alone on a line. */
const BARE_CALL =
  /^(?:subscribe|sign up|sign in|log ?in|register|donate)(?: (?:now|today|here|free))?[.!:]?$/iu
/** Words that the paragraphs of a report have and a call to the reader has not: reporting verbs and speech. */
const REPORTING = /["“”„«»]|\b(?:said|says|told|asked|urged|according|announced|added|warned)\b/iu

/** Wording that is furniture only near the start or the end of the article. */
const AT_EDGES: readonly RegExp[] = [
  /^(?:home|menu|search|news|navigation|close|breaking news|live|contact us|about us|terms of (?:use|service)|privacy policy|advertise(?: with us)?)$/iu,
  /^home ?[>»/›|] ?.{1,120}$/iu,
  /^(?:tags?|topics?|filed under|keywords?|categories|category|posted in|labels?|schlagworte|etiquetas|mots-clés|теги|метки)\s*[:：].{0,200}$/iu,
]
/** Wording that is furniture only at the end. */
const AT_END: readonly RegExp[] = [
  // Initials of writer and editor: "(tfa)", "(kms/ard)". Agencies in capitals are a credit.
  /^[([][a-z]{2,4}(?:\/[a-z]{2,4}){0,3}[)\]]$/u,
  /^\(?(?:end(?:s)?|ends item|more to follow|more to come|###|-30-)\)?\.?$/iu,
]
const SOURCE_LINE =
  /^\(?(?:sources?|sumber|quellen?|fuentes?|fontes?|fonti|источник|джерело)\s*[:：]\s*(.{2,80}?)\)?$/iu

/** The outlet or credit that a "Source: …" line names; null for any other line. */
export function readSourceLine(line: string): string | null {
  if (line.length > 100) return null
  const name = SOURCE_LINE.exec(line)?.[1]?.trim() ?? null
  // A sentence after the colon is the report speaking of its source.
  return name === null || /[.!?]$|["“”]/u.test(name) ? null : name
}

/** True when the line by itself, wherever it stands, is furniture. */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST_NOTICE) return false
  if (ANYWHERE.some((rule) => rule.test(line)) || BARE_CALL.test(line)) return true
  if (line.length <= LONGEST_RIGHTS && RIGHTS.test(line)) return true
  return line.length <= LONGEST_CALL && CALL.test(line) && CALLED_FOR.test(line) && !REPORTING.test(line)
}

/**
 * The blocks of an article that are furniture, as ranges in order. `frontMatter` is the end of metadata at the top of
 * a Markdown file, 0 for none. Time stamps, bylines and agency credits are metadata of the report and stay; a title
 * repeated after the last paragraph and a "Source: …" line at either end go.
 */
export function findFurniture(text: string, blocks: readonly Block[], frontMatter: number): TextRange[] {
  const title = titleLine(text, blocks)
  const lastProse = blocks.findLastIndex(({ start, end }) => end - start > SHORTEST_PROSE)
  return blocks
    .filter((block, index) => {
      if (block.end <= frontMatter) return true
      if (block.end - block.start > LONGEST_NOTICE) return false
      const line = text.slice(block.start, block.end)
      if (isFurniture(line)) return true
      const nearEnd = index >= blocks.length - EDGE
      if (!nearEnd && index >= EDGE) return false
      if (AT_EDGES.some((rule) => rule.test(line)) || readSourceLine(line) !== null) return true
      if (!nearEnd || index === 0) return false
      return (
        AT_END.some((rule) => rule.test(line)) ||
        (index > lastProse && lastProse > 0 && normal(line) === title)
      )
    })
    .map(({ start, end }) => ({ start, end }))
}

/** The first line that could be repeated as a title, in comparable form. */
function titleLine(text: string, blocks: readonly Block[]): string | null {
  const first = blocks[0]
  if (!first || first.end - first.start > LONGEST_NOTICE / 2) return null
  return normal(text.slice(first.start, first.end))
}

function normal(line: string): string {
  return line.replace(/\s+/gu, ' ').trim().toLowerCase()
}
