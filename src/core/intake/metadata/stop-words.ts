/**
 * Commonest function words of languages in Latin script, by BCP 47 tag: enough to tell a news paragraph's language in
 * microseconds. Words shared by several languages count for each of them. `sh` stands for Bosnian, Croatian and
 * Serbian, which these words cannot tell apart: it only keeps them from being taken for a neighbour.
 */
const TABLE = `
en: a an or when while than into over also could can more out up she her we you what there if the of and to in is that for was on with as by at from his he said has have it be are not an which were had but this will they their who been its would after about
de: der die und das von zu mit den dem des ist im nicht ein eine auch auf für sich als es hat wird sind bei nach werden einen einer dass er sie aus haben wurde
fr: le la les de des et du un une est dans que qui pour par sur au aux avec pas plus ne ce il elle sont été cette ses son ont mais leur
es: el la los las de del y en que un una se por con para es al lo su ha como más fue pero sus han este esta entre sobre ser también
pt: o a os as de do da dos das e em que um uma no na para com por não se ao foi mais como seu sua são está pelo pela também ser
it: il lo la i gli le di del della dei delle e un una in che per con da non si è sono al alla nel nella ha anche come più suo ma
nl: de het een en van in is dat op te voor met zijn niet aan er ook als bij om naar door over heeft hij wordt maar uit zou werd
sv: i och att det en av som på är för med till den har inte om ett de var från vid kan men hade eller efter när sig sin skulle
da: nu mod også siger i og at det en af som på er for med til den har ikke om et de var fra ved kan men havde eller efter når sig sin skulle blev af
no: i å ble mot også nå sier og at det en av som på er for med til den har ikke om et de var fra ved kan men hadde eller etter når seg sin skulle ble
fi: ja on ei se että oli ovat hän mutta myös kun joka tai sen niin kuin mukaan ole jo sekä vuoden hänen jotka olisi oliko
pl: i w na z się nie do że jest o to od jak za po ale przez co dla są jego ma przed oraz został być może które który
cs: a v na se že je s z do o to i za by pro jako ale při nebo jeho jsou byl která který podle také aby bude po
sk: a v na sa že je s z do o to aj za by pre ako ale pri alebo jeho sú bol ktorá ktorý podľa tiež aby bude po
hu: a az és hogy nem is egy azt ez volt meg el csak de már mint még van lesz vagy szerint után kell lehet
ro: și de la în a cu pe care este nu un o din pentru că sunt mai fi fost prin au lui sau dar după
tr: ve bir bu da de için ile olarak olan çok daha sonra kadar gibi ancak dedi olduğu göre ise her ne
id: yang dan di dari ini itu dengan untuk pada tidak dalam adalah akan ke kepada juga oleh telah sebagai mengatakan bahwa karena lebih saat kata bisa tersebut menjadi mereka ada sementara
vi: và của là có trong được cho một các những với không này đã người khi từ đến về tại cũng
sh: je i u na se da su za od a s ne o koji će što kao iz ali bi bio prema nakon kako to
lt: ir yra kad į iš su bet tai buvo kaip po apie nuo dėl ar jis ne taip bus
lv: un ir no ka ar par uz bet kas tas bija lai kā pēc arī nav tika gan
ms: yang dan di dari ini itu dengan untuk pada tidak dalam adalah akan ke kepada juga oleh telah sebagai berkata bahawa kerana lebih katanya ialah beliau boleh tersebut menjadi mereka ada manakala
af: die van en in is het te op vir met nie dat wat om sy hy ook aan by as maar word deur na was hulle sal kan nog
ca: el la els les de del i que en un una per amb no es al ha com més va són als aquest també seva però ser dels
sl: je in na se da za v so ki z s pa bo tudi kot ali po od ne bi še pri iz kar že
sq: e të në i me për që nga një si u ka është dhe nuk më do te pas janë por tha kjo
et: ja on ei et oli see ka kui aga ning mis oma või ta seda pärast kes
`

const LANGUAGES: string[] = []
/** Word -> bit set of the languages' places in LANGUAGES. */
const BITS = new Map<string, number>()
for (const line of TABLE.trim().split('\n')) {
  const [language = '', words = ''] = line.split(': ')
  const bit = 1 << LANGUAGES.length
  LANGUAGES.push(language)
  for (const word of words.split(' ')) BITS.set(word, (BITS.get(word) ?? 0) | bit)
}

/** Share of function words (0..1) that running text in a language reaches easily. */
const ENOUGH = 0.18
/** The best language must have this many times the words of the runner-up, */
const CLEARLY = 1.5
/** or this many words more: near relatives (Danish and Norwegian) share most of their function words. */
const CLEARLY_MORE = 4
const FEWEST_WORDS = 12
/** Several languages under one tag. */
const UNTELLABLE = 'sh'

/** What function words say: `sure`, or who is in question when they leave it open. Empty without enough of them. */
export interface StopWordVerdict {
  readonly sure: string | null
  readonly candidates: readonly string[]
}

/** The language (BCP 47) whose function words clearly prevail in a sample of Latin script, or the likeliest few. */
export function languageByStopWords(sample: string): StopWordVerdict {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < FEWEST_WORDS) return { sure: null, candidates: [] }
  const counts = new Uint16Array(LANGUAGES.length)
  for (const word of words) {
    for (let bits = BITS.get(word) ?? 0; bits !== 0; bits &= bits - 1) {
      const index = 31 - Math.clz32(bits & -bits)
      counts[index] = (counts[index] ?? 0) + 1
    }
  }
  let best = 0
  for (let index = 1; index < counts.length; index++)
    if ((counts[index] ?? 0) > (counts[best] ?? 0)) best = index
  const most = counts[best] ?? 0
  if (most < words.length * ENOUGH) return { sure: null, candidates: [] }
  let second = 0
  counts.forEach((count, index) => {
    if (index !== best && count > second) second = count
  })
  const clear = most >= second * CLEARLY || most >= second + CLEARLY_MORE
  const language = LANGUAGES[best] ?? UNTELLABLE
  return {
    sure: clear && language !== UNTELLABLE ? language : null,
    candidates: LANGUAGES.filter((_, index) => (counts[index] ?? 0) > most - CLEARLY_MORE),
  }
}
