/**
 * English words that turn, weaken or strengthen a statement, as data. Verbs are given by their base form; they are
 * compared by stem, so that every inflection counts.
 */

/** Words that negate what they stand with. */
export const NEGATIONS =
  'not never no none nobody nothing nowhere neither nor without cannot hardly scarcely barely rarely seldom'

/** Verbs, nouns and adjectives that say no by themselves: "refused to sign" is "did not sign". By stem. */
export const IMPLICIT_NEGATIONS =
  'deny denial refuse refusal reject rejection decline fail failure lack absent absence avoid prevent prohibit ban forbid bar ' +
  'oppose unable unlikely impossible incapable unwilling refrain abstain withhold ineligible false wrong untrue ' +
  'useless ignore skip cease dislike misplaced'

/** Words that can stand where another text negates ("remain silent", "few came"), but say no only by what is around them. By stem. */
export const NEAR_NEGATIONS =
  'stop halt doubt exclude omit few withdraw cancel abandon contrary instead miss skip ignore neglect quit cease end unless except only ' +
  'devoid free void invalid stay yet still lose dismiss until remain empty zero against silent silence closed shut missing exempt immune non'

/** Phrases that say no as one word would. The first word is a stem's, the rest as they are. */
export const IMPLICIT_PHRASES = [
  'rule out',
  'call off',
  'turn down',
  'hold back',
  'give up',
  'back out',
  'short of',
  'rather than',
  'instead of',
  'apart from',
  'away from',
  'opposed to',
  'out of action',
  'out of order',
  'out of reach',
  'out of service',
  'out of work',
  'out of the question',
  'out of question',
  'behind closed doors',
  'other than',
]

/** Phrases that hold a word of negation and negate nothing, or only repeat one. Folded. */
export const IDLE_NEGATIONS = [
  'not only',
  'not just',
  'not merely',
  'not simply',
  'not least',
  'not to mention',
  'not so much',
  'not long ago',
  'not long after',
  'not far from',
  'not unlike',
  'no doubt',
  'without doubt',
  'without a doubt',
  'no fewer than',
  'no less than',
  'no more than',
  'no larger than',
  'no higher than',
  'no earlier than',
  'no bigger than',
  'no longer than',
  'like no other',
  'not more than',
  'not less than',
  'not fewer than',
  'no later than',
  'no matter',
  'no sooner',
  'no wonder',
  'nothing but',
  'nothing less than',
  'nothing short of',
  'nothing more than',
  'none other than',
  'whether or not',
  'or not',
  'if not',
  'why not',
  'last but not least',
  'cannot help but',
  'cannot but',
  'no one but',
  'not until',
  'not seen',
  'not since',
  'not wait to',
  'not wait for',
  'hardly wait',
  'not exceed',
  'not take long',
]

/** Phrases that negate nothing where the other text has no "never": "never before" is "for the first time". Folded. */
export const IDLE_UNLESS_REPEATED = ['never before']

/** Verbs whose negation is that of what follows: "does not think it is true" is "thinks it is untrue". By stem. */
export const RAISING = 'think believe expect suppose consider seem appear feel imagine view deem regard'

/** Words that are no contraries though one is the other with a prefix. By stem, the longer one. */
export const NO_CONTRARIES =
  'imprison improve import impress impart important inform invest intend intern infect income include increase indeed indoor display discover discharge discount distress dispatch distance discuss discourse misstep mission'

/** Words beside which another says what its contrary says: "against the constitution" is unconstitutional. Folded. */
export const TURNING = 'against out non violate violates violated breach breaches breached contrary anti less'

/** Words that a prefix other than un- turns; most that begin so are no contraries ("disease", "inform"). By stem. */
export const TURNED_WORDS =
  'disagree disapprove dissatisfy dissatisfaction discontent disloyal disinclined disqualify disconnect disprove dislike distrust disobey disregard disallow disown disappear discontinue disprove dishonest disbelieve discourage ' +
  'inactive inadequate incorrect inaccurate inconsistent incomplete ineffective inability insecure invalid invisible inconclusive insufficient ' +
  'immoral improper impatient imperfect impossible illegal illicit illegible illiterate illogical illegitimate irregular irrelevant irresponsible irreversible nonexistent'

/** Prefixes that turn a word into its contrary, where the rest is a word of the other text. */
export const CONTRARY_PREFIXES = 'un in im il ir dis non mis'

/** Words that are each other's contrary without a prefix: saying one is not saying the other. By stem. */
export const CONTRARIES = `
accept reject|agree refuse|agree disagree|allow ban|allow forbid|allow prohibit|approve reject|confirm deny|admit deny|acknowledge deny|support oppose|possible impossible
likely unlikely|able unable|legal illegal|rise fall|increase decrease|increase fall|rise drop|rise decline|win lose|open close|start stop|begin end|begin stop
succeed fail|pass fail|true false|guilty innocent|join leave|before after|more less|more fewer|above below|over under|always never|all none|everyone nobody
everything nothing|arrive leave|strengthen weaken|safe dangerous|present absent|for against|with without
`

/**
 * Words of which one says what the other does with "not" before it: "not drunk" is sober. Too many for `CONTRARIES`, as seeing both in two
 * texts tells nothing by itself. Words joined by `=` have the same opposites. By stem.
 */
export const ANTONYMS = `
drunk sober|break=collapse=burst=fail hold=withstand=survive|dead=die=perish alive=survive=live|open=reopen shut=close=closed|guilty innocent=acquit|find=locate missing=lost|arrive=reach late=delayed
attend=participate absent=boycott=miss|employed jobless=unemployed|full=fill empty=vacant|occupy=occupied empty=vacant=free|know=clear=certain=sure unknown=unclear=uncertain=mystery=open|legal=lawful=permit illegal=unlawful=banned
accept=agree=approve=allow=admit=grant reject=refuse=oppose=deny=block=ban=forbid=prohibit|comment=speak=say=answer=reply silent=silence=decline|win=victory lose=defeat=draw|pass=succeed=manage fail=failure|leave=depart=go stay=remain=keep
change=alter unchanged=same=stay=remain|increase=rise=raise=grow fall=drop=decrease=decline=unchanged=stagnate=freeze|happen=hold=take cancel=abandon=scrap|hurt=injure=wound=harm unhurt=unharmed=unscathed=safe|safe=secure dangerous=unsafe=risky
expect=foresee=anticipate surprise=unexpected|easy=simple difficult=hard|strong weak|good well=bad=poor|true=right=correct false=wrong|old young|cheap expensive|rich poor|long short|far near=close|many few|often rare=rarely|work broken=fault=idle=fail
function broken=fault=fail|move=budge still=stuck=stay|stop=end=cease continue=go=proceed=last|start=begin wait=delay=postpone|late early=punctual|forget remember=recall|forgive blame|hide show=reveal|ignore heed=notice|include=contain exclude=omit=lack=leave
have=possess lack|enough=sufficient lack=shortage=short=too|visible hidden=invisible|present absent|married single|public secret=private|aware=realise ignorant=unaware|believe=assume=think doubt=disbelieve|trust distrust=doubt|sell keep|resume=restart suspend=halt
pay owe=unpaid|solve=settle unsolved=open|complete=finish unfinished=pending|decide open=pending=undecided|sign=ratify refuse|obey=comply defy=violate=ignore|support=back oppose=against|wet dry|hot cold|loud quiet|calm nervous|peaceful violent
possible impossible|able unable|independent dependent|alone together|always rarely|similar different|same different|equal unequal|healthy ill=sick|clean dirty|fair unfair|rare common|normal abnormal=unusual|final provisional=appeal|binding appeal
`

/** Words that with "not" before them say when or how alone something is: "not until", "not before" beside "only after". Folded. */
export const LIMITS = 'until till before unless except only without first'

/** Words that say no of little beside them, and answer for nothing far off. Folded. */
export const QUIET = 'only until except unless against yet still'

/** Verbs that say no only of what follows them: "remain silent", but not "remain open". By stem. */
export const STATES = 'stay remain keep leave'

/** Modal verbs and what they say of their statement; words of one class say the same. */
export const MODALITY = {
  possible: 'may might could perhaps maybe possibly',
  certain: 'will shall would certainly definitely surely undoubtedly',
  advised: 'should ought',
  required: 'must needs obliged required',
  able: 'can able',
} as const

/** Words that make a statement weaker or hand the responsibility for it on. */
export const HEDGES =
  'reportedly allegedly apparently possibly probably presumably supposedly seemingly perhaps maybe likely purportedly ostensibly ' +
  'roughly approximately about around nearly almost somewhat largely mostly partly generally relatively fairly rather sort kind ' +
  'suggest seem appear believe think guess suppose estimate estimated alleged reported supposed so-called potential potentially practically virtually essentially'

/** Hedges that are one only before a number; elsewhere they mean something else. */
export const NUMBER_HEDGES = 'some about around nearly almost roughly approximately over estimated'

/**
 * Words of one meaning in rising strength; words joined by `=` are equally strong. By stem. A change along a scale is a change
 * of strength; of words that are not verbs of speech the scales name the commonest in news.
 */
export const SCALES = `
hint=imply suggest=advise=recommend propose=ask=request=invite call=appeal urge=press=exhort insist demand require order=command=instruct
worry=concern fear alarm dread panic
note=remark=mention warn=caution threaten
criticise=criticize=fault condemn=denounce=slam=blast
regret=lament deplore
irritate=annoy anger infuriate=enrage outrage
hurt=injure=wound kill murder=massacre=slaughter
incident=event clash=skirmish fighting=battle war
protest=demonstration unrest riot uprising revolt
say=state claim=allege=maintain
claim=allege=suspect confirm=prove
hope expect=anticipate promise=pledge=vow guarantee
consider=weigh=mull plan=intend decide=resolve
talk=discuss negotiate agree
like love adore
dislike hate loathe
bad terrible=awful=dreadful catastrophic=disastrous
good great excellent
big=large huge enormous=gigantic
important=significant crucial=vital=critical=essential
difficult=hard=tough impossible
problem=difficulty crisis catastrophe=disaster
some many most all
few none
sometimes often usually always
rarely=seldom never
slight=minor serious grave=severe
cool cold freezing
force=compel
`
