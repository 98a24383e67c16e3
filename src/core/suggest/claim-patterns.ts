import type { AnchoredPattern } from './anchored-patterns'

/**
 * English phrases by which a claim is told from other statements, as data for `claim-signs.ts`. They are looked for in a statement's words,
 * in lower case, joined by single spaces with one at either end.
 */

/** A pattern of single words and of phrases. A phrase is a source that begins with a plain word and ends before a space. */
function sign(words: string, ...phrases: readonly string[]): AnchoredPattern {
  const alternatives = [...words.split(/\s+/u), ...phrases].filter((one) => one !== '')
  return {
    pattern: new RegExp(`(?<= )(?:${alternatives.join('|')}) `, 'gu'),
    begins: alternatives.map((one) => /^[a-z]+|^./u.exec(one)?.[0] ?? one),
  }
}

/** Statements that judge. */
export const OPINION = sign(
  `
  shameful shame disgrace disgraceful outrageous wonderful terrible horrible awful beautiful ugly elegant clever stupid absurd
  ridiculous brilliant excellent fantastic lovely decent unfair fair sad sadly happy proud ashamed boring dull best worst
  better worse bad nice silly foolish tragic magnificent impressive disappointing pathetic ludicrous delicious charming cruel
  evil noble honest honestly frankly unfortunately obviously great greatest perfect nonsense unacceptable embarrassing
  courageous heroic cowardly irresponsible reckless incredible amazing awesome horrific appalling interesting important good
  wrong liar liars unfit disaster nonsensical crooked phony insult insulting disgusting laughable hypocrite hypocrites hypocritical hypocrisy idiotic idiot idiots loser losers vile hateful bigoted despicable deplorable unthinkable inspiring sensational phenomenal horrendous dreadful delightful gorgeous preposterous mediocre shocking scary disturbing dishonest untrustworthy incompetent bizarre gutsy humiliating astounding refreshing deserve deserves
  `,
  'in my (?:view|opinion|mind)',
  'in (?:his|her|their) (?:view|opinion)',
  'i (?:think|believe|feel|guess|suppose|hope|know)',
  'we (?:think|believe|feel|hope)',
  'to blame',
  'make (?:no|perfect) sense',
  'makes (?:no|perfect) sense',
)

/** Statements of what ought to be so. "should have begun" states a plan, not a duty. */
export const DUTY = sign(
  'ought please shall',
  'let us',
  "let 's",
  'has to',
  'have to',
  'had better',
  "it (?:is|'s) time",
  'supposed to',
  'must(?: not)?',
  'should(?: not|(?! have ))',
  'need to',
  'needs to',
)

/** Statements of what somebody wants; how many want it is a fact. */
export const WISH = sign(
  'hope hopes hoped hoping wish wishes want wants wanted',
  'would (?:like|rather)',
  'i would',
)

/** Statements of what is to come. */
export const PREDICTION = sign(
  "will won't 'll ’ll would wouldn't promise promises vow vows pledge pledges",
  "won 't",
  'going to',
)

/** Statements that leave open whether it is so. */
export const HEDGE = sign(
  'may might could perhaps maybe possibly probably seem seems seemed likely unlikely apparently somehow arguably',
  'appear to',
  'appears to',
  'appeared to',
)

/** Conditions that are not said to hold. */
export const HYPOTHETICAL = sign('if unless suppose imagine whenever')

/** A speaker's own life. */
export const PERSONAL = sign('i me my mine myself')

const OTHER_THING = '(?:as|the|that|of that|what|its|their)'

/** Comparisons by "than" are read from tokens (`claim-signs.ts`); these by other words. */
export const COMPARISON = sign(
  'unlike outnumber outnumbers outnumbered exceed exceeds exceeded',
  ...['twice', 'double', 'triple', 'half'].map((times) => `${times} ${OTHER_THING}`),
  // "five times as"
  `times(?<=\\S times) ${OTHER_THING}`,
  'half of (?:that|what|its|their)',
  'as (?!well|long|soon|far|many as|much as|if)\\S+ as(?! (?:possible|ever|usual|you))',
  'compared (?:with|to)',
  'comparable (?:with|to)',
  ...['equal', 'equivalent', 'similar', 'identical'].map((like) => `${like} to`),
)

/** Extremes, beside words in -est after a determiner. */
export const SUPERLATIVE = sign(
  'unprecedented record-high record-low record-number record-breaking',
  ...['the', 'its', 'their', 'his', 'her', "'s", '’s'].map(
    (owner) => `${owner} (?:second |third )?(?:most|least) (?!of )\\S+`,
  ),
  'the only(?! (?:way|thing|reason|hope|question|option|choice|answer))',
  'a record',
  'all-time record',
  'new record',
  'record (?:high|low|number|breaking)',
  ...['first', 'last'].map(
    (end) =>
      `${end} (?:\\S+ ){0,6}(?:since|ever|in history|in (?:\\S+ )?(?:\\S+ )?(?:years|decades|months|weeks))`,
  ),
  'for the first time',
)

/** One thing said to bring about another. */
export const CAUSAL = sign(
  'because cause caused causes causing triggered triggers triggering sparked prompted',
  ...[
    'due',
    'owing',
    'thanks',
    'led',
    'leads',
    'leading',
    'lead',
    'attributed',
    'contributed',
    'contributes',
  ].map((cause) => `${cause} to`),
  'as a (?:result|consequence)',
  ...['result', 'results', 'resulted', 'resulting'].map((effect) => `${effect} in`),
  ...['stem', 'stems', 'stemmed'].map((root) => `${root} from`),
  'brought about',
  'on account of',
)

/** Quantities said to move, by words that say little else. */
export const CHANGE = sign(
  `
  triple tripled triples halve halved halves quadruple quadrupled climbed climbs soared soars plunged plunges slumped slumps surged surges
  plummeted dwindled decrease decreased decreases increased increases shrank shrunk shrinks worsened widened narrowed slowed accelerated
  `,
  ...['double', 'doubled', 'doubles', 'doubling'].map((form) => `${form}(?! down)`),
  ...['have', 'has', 'had'].map((have) => `${have} (?:risen|fallen|grown|dropped|declined)`),
)

const MOVES =
  'rose risen rises rising fell fallen falls falling dropped drops grew grown grows declined declines rise fall drop growth increase ' +
  'decrease decline cut cuts up down'

/** Rising and falling, which people and silence do too: it counts where something says how far, or since when. */
export const CHANGE_BY_DEGREE: AnchoredPattern = {
  pattern: new RegExp(
    `(?<= )(?:${MOVES.replaceAll(' ', '|')}) (?:\\S+ ){0,3}?(?:by (?!the)|from (?:\\d|[$€£])|to (?:\\d|[$€£]|zero|half|record)|since|faster|\\d\\S*%|\\d\\S* (?:%|per|percent|points?)|(?:in|of) (?:the )?(?:last|past) |in (?:20|19)\\d\\d)`,
    'gu',
  ),
  begins: MOVES.split(' '),
}

/** All or none. */
export const ABSOLUTE = sign(
  'never nobody none neither nothing nowhere always every entirely',
  'no one',
  'no longer',
  'not (?:a single|one)',
  'without exception',
  'all (?!this|that|of us|in all|about|over|right)\\S+',
  'no (?!comment|doubt|matter|more than|less than|fewer than|longer)\\S+',
)

/** Who wrote the article: no statement of it. */
export const CREDIT = sign(
  '',
  'reported from',
  'reporting by',
  'contributed (?:reporting|to this|to the|from)',
  'edited by',
  'editing by',
  'is a (?:staff )?(?:writer|reporter|columnist)',
)
