import type { CueLexicon } from './types'

/** English reporting words. */
export const ENGLISH: CueLexicon = {
  language: 'en',
  verbs: [
    {
      frames: ['quote', 'that'],
      lemmas:
        'say add state note explain argue claim insist maintain contend assert declare announce acknowledge concede allege ' +
        'conclude emphasize emphasise stress reiterate remark observe suggest recall bark thunder complain quip joke muse lament boast ' +
        'reply respond retort counter testify write tweet post text opine reason recount relate ' +
        'warn caution vow pledge promise swear predict confirm reveal disclose admit confess agree hint imply deny ' +
        'estimate speculate fume gush proclaim affirm attest aver posit surmise theorize clarify specify elaborate intimate brag ' +
        'interject exclaim whisper mutter shout yell scream chant sing cry growl grumble scoff sneer deadpan crack riff rant ' +
        'assure marvel fret rejoin chime blog bemoan answer charge gripe vent beam laugh sigh gasp roar howl implore intone grouse snark wisecrack ad-lib summarise underline guess preach demand propose mention report point stipulate ' +
        'concur venture volunteer chide scold recite repeat echo summarize underscore underline',
    },
    { frames: ['quote'], lemmas: 'continue begin read go interrupt snap shoot' },
    {
      frames: ['that'],
      lemmas: 'think believe hope fear suspect figure guess assume doubt presume reckon wish',
    },
    {
      frames: ['stated', 'np'],
      lemmas:
        'show suggest indicate signal highlight illustrate understand ' +
        'expect feel know realize learn discover feel regret recommend advocate envision foresee ' +
        'anticipate forecast calculate judge',
    },
    {
      frames: ['stated'],
      lemmas:
        'see hear project demonstrate find decide determine conclude prove hold rule require mean establish',
    },
    { frames: ['quote', 'tell', 'ask'], lemmas: 'tell' },
    {
      frames: ['tell', 'stated'],
      lemmas: 'inform remind convince persuade notify warn assure promise advise',
    },
    { frames: ['quote', 'ask', 'objInf'], lemmas: 'ask' },
    { frames: ['quote', 'ask'], lemmas: 'wonder inquire query question' },
    {
      frames: ['inf'],
      lemmas:
        'vow pledge promise threaten refuse decline offer agree hope intend plan want expect seek propose demand wish claim ' +
        'prefer aim decide choose long commit prepare opt swear love hesitate volunteer desire yearn',
    },
    {
      frames: ['objInf'],
      lemmas:
        'urge call_on encourage order advise beg implore press invite challenge instruct want direct expect exhort lobby persuade plead ' +
        'pressure request warn allow',
    },
    {
      frames: ['np'],
      lemmas:
        'deny reject dismiss criticize criticise condemn denounce blast slam praise applaud hail welcome support oppose endorse ' +
        'back defend attack assail question blame thank cite mention discuss describe outline detail ' +
        'express voice announce propose promise threaten demand request urge favor favour embrace ' +
        'mock ridicule rip decry deride lambaste lambast disparage disavow repudiate refute dispute rebuke rebut rebuff ' +
        'acknowledge admit concede recount recall reiterate repeat echo reveal disclose allege ' +
        'recommend advocate suggest predict forecast explain emphasize stress highlight underscore ' +
        'tout trumpet boast bemoan lament mourn regret love hate want consider fear prefer ' +
        'admire resent appreciate trust value want disapprove condone deplore ' +
        'protest fault scold chide berate castigate skewer excoriate chastise malign vilify insult savage knock ' +
        'list quote report issue publish reference invoke float pitch portray depict identify label ' +
        'compare liken accuse credit congratulate salute commend laud extol ' +
        'approve authorize oppose pan protest warn review study examine analyze evaluate assess rate rank ' +
        'promote champion push signal swear vow weigh debate ponder contemplate notice note',
    },
    {
      frames: ['as'],
      lemmas:
        'call describe portray depict label brand characterize cast deem consider view see dub nickname title know term regard name paint dismiss declare',
    },
    { frames: ['np', 'stated'], lemmas: 'accept recognize recognise doubt specify claim' },
  ],
  prepositional: {
    call: 'for on upon',
    point: 'to out',
    refer: 'to',
    allude: 'to',
    talk: 'about of',
    speak: 'about of out against',
    complain: 'about of',
    warn: 'of about against',
    focus: 'on',
    respond: 'to',
    object: 'to',
    react: 'to',
    push: 'for back',
    argue: 'for against',
    ask: 'for about',
    disagree: 'with',
    agree: 'with to on',
    side: 'with',
    insist: 'on',
    comment: 'on',
    boast: 'about of',
    brag: 'about',
    worry: 'about that',
    joke: 'about that',
    hint: 'at',
    lash: 'out',
    rail: 'against about',
    lobby: 'for against',
    campaign: 'for',
    vote: 'for against to',
    apologize: 'for',
    advocate: 'for',
    approve: 'of',
    disapprove: 'of',
    dream: 'of',
    think: 'of about',
    know: 'about of',
    hear: 'about of',
    learn: 'about of',
    write: 'about of',
    tell: 'of about',
    elaborate: 'on',
    touch: 'on',
    dwell: 'on',
    plead: 'for',
    press: 'for',
    hope: 'for',
    believe: 'in',
    care: 'about',
    look: 'to',
    take: 'issue aim',
    testify: 'about against',
    vouch: 'for',
    weigh: 'in',
    accuse: 'of',
  },
  nouns: {
    statement: 'that on about',
    claim: 'that about of to',
    assertion: 'that about',
    allegation: 'that of about',
    accusation: 'that of about',
    belief: 'that in',
    fear: 'that of about',
    hope: 'that of for to',
    concern: 'that about over',
    view: 'that of on',
    opinion: 'that of on about',
    argument: 'that for against about',
    suggestion: 'that of',
    proposal: 'to for that on',
    plan: 'to for',
    promise: 'to that of',
    pledge: 'to that of',
    vow: 'to that',
    threat: 'to that of',
    decision: 'to on that',
    desire: 'to for',
    support: 'for of',
    opposition: 'to',
    criticism: 'of that about over',
    attack: 'on against',
    comment: 'on about that',
    remark: 'on about that',
    question: 'about on over of',
    complaint: 'about that of against',
    call: 'for to on',
    demand: 'for that to',
    request: 'for to that',
    endorsement: 'of',
    praise: 'for of',
    announcement: 'that of on',
    prediction: 'that of about',
    warning: 'that of about to',
    denial: 'that of',
    admission: 'that of',
    conclusion: 'that',
    finding: 'that',
    report: 'that',
    idea: 'that',
    notion: 'that',
    insistence: 'that on',
    refusal: 'to',
    willingness: 'to',
    commitment: 'to',
    reluctance: 'to',
    intention: 'to of',
    expectation: 'that of for',
    doubt: 'about that',
    worry: 'about that over',
    anger: 'at over about',
    frustration: 'with over about that',
    skepticism: 'about of that',
    objection: 'to that',
    reaction: 'to',
    response: 'to',
    reference: 'to',
    sign: 'that of',
    evidence: 'that of',
    recommendation: 'that to for on',
    vision: 'of for',
    disapproval: 'of',
    approval: 'of',
    rejection: 'of',
    defense: 'of',
    condemnation: 'of',
    description: 'of',
    preference: 'for',
    outrage: 'over at about',
    speculation: 'that about',
    rumor: 'that about of',
    assumption: 'that',
    perception: 'that of',
    sentiment: 'that',
    charge: 'that of',
  },
  homographs:
    'states state points point figures figure reasons reason posts post rules rule documents issues reports report lists list notes note names name ' +
    'claims claim plans plan hopes hope fears fear views view calls call questions question attacks attack supports support demands demand ' +
    'requests request offers promises threats challenges charges ranks rates rate backs projects cases addresses address likes needs shows show ' +
    'doubt doubts blames blame praise criticism comments comment remarks remark estimates estimate forecast forecasts reviews review studies study ' +
    'protests protest debates debate references texts text tweets tweet cites sings reveals wishes wish order orders limits pushes push press',
  accordingTo:
    'according_to in_the_words_of in_the_opinion_of in_the_view_of as_per as_stated_by as_reported_by',
  that: 'that',
  complementisers: 'that whether if how why what who where when',
  pronouns: {
    masculine: 'he him his',
    feminine: 'she her hers',
    plural: 'they them their we us',
    other: 'it i you who which',
  },
  conjunctions:
    'and but or nor yet so because although though while whereas since unless until after before as if when whenever where wherever ' +
    'than whether that which who whom whose',
  prepositions:
    'of in to for with on at by from about over into through against under during before after between among amid without within along ' +
    'following across behind beyond despite toward towards upon off near outside inside since until via per like unlike alongside ahead',
  determiners:
    'a an the this that these those my your his her its our their some any no each every many several most few both all another other one two three ' +
    'four five six seven eight nine ten more such',
  auxiliaries:
    "is are was were be been being am has have had having do does did will would can could may might must shall should isn't aren't wasn't weren't " +
    "hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't mayn't mightn't mustn't shan't shouldn't 'd 'll 've 're 'm to not never",
  adverbs:
    'also then later now still again even just only once twice often always never not already recently repeatedly previously initially finally further instead ' +
    'simply merely first perhaps meanwhile earlier afterward afterwards too both however nonetheless nevertheless together ever today yesterday flat-out soon ' +
    'ago yet far much almost back once reportedly publicly',
  titles:
    'secretary-general mr mrs ms mr. mrs. ms. dr dr. sen sen. senator rep rep. representative gov gov. governor president vice-president minister chancellor secretary spokesman spokeswoman ' +
    'spokesperson prime premier king queen prince princess mayor judge justice general colonel captain lieutenant sergeant admiral chief director chairman chairwoman chair ' +
    'chairperson officer executive professor ambassador attorney lawyer officials official leader adviser advisor aide manager strategist analyst economist ' +
    'senators representatives former foreign defence defense finance deputy head congressman congresswoman speaker candidate nominee pope archbishop bishop rev. rev ' +
    'reverend sheriff commissioner counsel envoy diplomat editor author reporter correspondent',
  times:
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. today yesterday tomorrow tonight morning afternoon evening night week month year ' +
    'weekend earlier later last this next late early day recently',
}
