/**
 * English words by which a claim is told from other statements, as data for `claim-verbs.ts`, `claim-signs.ts` and
 * `claim-statements.ts`. Lower case; patterns of several words are in `claim-patterns.ts`.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter((word) => word !== ''))
}

/** Irregular pasts and participles; some are other words too, so that what stands before decides. */
export const IRREGULAR_PASTS = words(`
  cost became began begun blew bought bound bred broke broken brought built burnt came caught chose chosen clung crept cut dealt
  did done drank drawn drew driven drove drunk dug eaten ate fallen fed fell felt fled flew flown forbade forbidden forgot forgotten
  fought found froze frozen gave given gone got gotten grew grown had heard held hid hidden hit hung hurt kept knelt knew known laid
  lain lay led left lent let lit lost made meant met outgrew overcame overtaken overthrew paid put quit ran rang read ridden risen
  rode rose run sang sank sat saw seen sent set shook shaken shed shot shown shrank shrunk shut slain slept slid sold sought spent
  split spoke spoken spread sprang spun stole stolen stood stopped struck stuck stung sued sunk swam swept swollen sworn swung taken
  taught thought threw thrown told took tore torn underwent understood undertook upheld went wept withdrawn withdrew woke woken won
  wore worn wound wove woven written wrote
`)

/** Words in -ed that are no verbs, or seldom. */
export const NOT_PASTS = words(`
  hundred need indeed speed seed feed breed greed weed creed bleed exceed proceed succeed agreed-upon bed red shed led wed sled
  naked sacred wicked beloved rugged ragged united so-called embed seabed newlywed tired ashamed worried pleased delighted excited
  bored scared interested disappointed supposed used concerned
`)

/** Verbs of the present that news states facts with: base forms, from which the third person is built. */
export const FACT_VERBS = words(`
  account allow amount count arrive ban belong buy carry cause close come comprise connect consist consume contain control cost cover cross
  deliver depend deploy drive earn employ end enter exceed exist export face feed finance follow fund generate give go govern grow
  happen head hold host import include increase involve join keep kill lack last launch lead leave lie link live lose make
  manage measure meet move number operate open organise organize outnumber owe own pay permit pile play produce prohibit protect
  provide publish reach receive reduce refuse remain represent rest rise rule run sail sell send serve share sink sit stand start stay
  stop store supply suffer take total touch train travel treat turn use visit wait weigh win work
  accept appear become belong border bring build burn call cease collect contribute cut decline defend deny die double drop employ
  enforce expire fall fight finish fly form get halt import inspect invite issue land limit lower maintain monitor observe occupy
  oppose pass pump range rank recruit regulate reject release rely replace return search seize set shut sign store strike tally tax
  tend transport urge vary vote want warn wear worsen write
`)

/** Verbs of speech, sense, feeling and gesture: a past of theirs is no event to check. */
export const SCENE_VERBS = words(`
  said told spoke spoken talked asked joked added smiled laughed nodded shrugged sighed waved shook wept cried grinned frowned clapped
  applauded barked swayed glanced stared gazed blinked paused heard saw seen watched felt looked seemed appeared remembered
  thought knew known believed hoped wished liked loved wanted feared expected wondered understood meant stood sat waited stopped tried
  circled drifted glowed glittered shone echoed whispered shouted murmured muttered tasted smelled sounded deemed considered called
  named dubbed likened labelled labeled described spoke warned wondered refused elaborated commented gathered seemed used declined
`)

/** Uncountable nouns that begin a sentence without an article, and so look like names. */
export const MASS_NOUNS = words(`
  applause beer bread business coal coffee crime diesel electricity fish food fuel gas gold help insurance inflation investment light
  milk money music news nothing oil paper petrol power production rain research rice salt sand shipping silence smoke snow soup steel
  sugar tax tea time tourism trade traffic turnout water weather wheat wind work anybody anyone everybody everyone everything nobody
  neither none nor either both somebody someone something there here today yesterday tomorrow
`)

/** First words of what is said to the reader, not about the world. */
export const IMPERATIVES = words(`
  click read see call send please subscribe sign follow share watch listen visit note let let's download join write contact remember
  imagine consider look think stay don't do check try get help tell ask thank thanks welcome happy good dear hello hi goodbye
  congratulations scroll tap tune
`)

/** Cue verbs, by dictionary form, that say the contrary of their content. */
export const DENYING = words('deny reject dispute refute rebut repudiate contradict disavow')

/** Cue verbs that charge somebody with something. */
export const ACCUSING = words('accuse blame charge allege fault')

/** Cue verbs that state their object as a fact: "confirmed nine deaths". */
export const STATING = words(
  'confirm report record register count note list reveal disclose announce admit acknowledge claim cite document estimate find state',
)

/** Cue verbs that leave open whether the content is so. */
export const BELIEVING = words(
  'believe think hope fear feel wish guess suspect doubt assume presume expect imagine want worry suggest hint speculate',
)

/** Complementisers whose clause asks instead of states. */
export const ASKING = words(
  'whether if why how what who whom where when wieso warum ob pourquoi comment si por qué como mengapa apakah ли чи почему чому',
)

/** Words before "than" that compare nothing. */
export const NO_COMPARATIVE = words('other rather sooner different elsewhere no')

/** Words in -est that are no superlatives. */
export const NOT_SUPERLATIVE = words(
  'west forest interest rest test request protest priest guest harvest quest nest chest vest latest arrest contest conquest unrest crest fest ' +
    'midwest northwest southwest honest modest invest suggest digest manifest best',
)
