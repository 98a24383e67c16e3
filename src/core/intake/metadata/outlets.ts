/** An outlet by the name people know, with the short forms and domains that stand for it in file names and data. */
interface KnownOutlet {
  readonly name: string
  /** Lower case, words joined by `-`. */
  readonly short: readonly string[]
  readonly hosts: readonly string[]
}

/**
 * `name: short forms; domains`. Short forms that are ordinary words ("time", "post") are marked with `*`: they count only where an outlet
 * is expected, beside a date or as a folder's whole name.
 */
const TABLE = `
ABC News: abc-news abc*; abcnews.go.com abcnews.com
Aftenposten: aftenposten; aftenposten.no
AFP: afp agence-france-presse; afp.com
Al Arabiya: alarabiya al-arabiya; alarabiya.net
Al Jazeera: aljazeera al-jazeera ajz; aljazeera.com aljazeera.net
Anadolu Agency: anadolu aa*; aa.com.tr
Antara: antara antaranews; antaranews.com
AP: ap* associated-press apnews; apnews.com ap.org
Asahi Shimbun: asahi; asahi.com
Axios: axios; axios.com
Bangkok Post: bangkok-post bangkokpost; bangkokpost.com
BBC: bbc bbc-news bbcnews; bbc.co.uk bbc.com
Bild: bild*; bild.de
Bloomberg: bloomberg bbg; bloomberg.com
Boston Globe: boston-globe bostonglobe; bostonglobe.com
Breitbart: breitbart; breitbart.com
BuzzFeed News: buzzfeed buzzfeed-news; buzzfeednews.com buzzfeed.com
CBC: cbc; cbc.ca
CBS News: cbs cbs-news cbsnews; cbsnews.com
Chicago Tribune: chicago-tribune chicagotribune; chicagotribune.com
China Daily: china-daily chinadaily; chinadaily.com.cn
CNBC: cnbc; cnbc.com
CNBC Indonesia: cnbc-indonesia cnbcindonesia; cnbcindonesia.com
CNN: cnn; cnn.com edition.cnn.com
CNN Indonesia: cnn-indonesia cnnindonesia; cnnindonesia.com
Corriere della Sera: corriere corriere-della-sera; corriere.it
Daily Mail: daily-mail dailymail; dailymail.co.uk
Daily Telegraph: daily-telegraph telegraph* dtel; telegraph.co.uk
Dawn: dawn*; dawn.com
Der Spiegel: spiegel der-spiegel spon; spiegel.de
Detik: detik detikcom; detik.com
Deutsche Welle: dw deutsche-welle; dw.com
Die Welt: die-welt welt*; welt.de
Die Zeit: die-zeit zeit*; zeit.de
dpa: dpa; dpa.com
EFE: efe; efe.com
El Mundo: el-mundo elmundo; elmundo.es
El País: el-pais elpais; elpais.com
Euronews: euronews; euronews.com
FAZ: faz frankfurter-allgemeine; faz.net
Financial Times: ft financial-times financialtimes; ft.com
Forbes: forbes; forbes.com
Fox News: fox-news foxnews fox*; foxnews.com
France 24: france24 france-24; france24.com
Global Times: global-times globaltimes; globaltimes.cn
Globe and Mail: globe-and-mail globeandmail; theglobeandmail.com
Haaretz: haaretz; haaretz.com
HuffPost: huff-post huffpost huffington-post huffingtonpost hufpo; huffpost.com huffingtonpost.com
Il Sole 24 Ore: il-sole-24-ore ilsole24ore; ilsole24ore.com
Independent: the-independent independent*; independent.co.uk
Interfax: interfax; interfax.ru interfax.com
Irish Times: irish-times irishtimes; irishtimes.com
Izvestia: izvestia; iz.ru
Jakarta Post: jakarta-post jakartapost; thejakartapost.com
Japan Times: japan-times japantimes; japantimes.co.jp
Kommersant: kommersant; kommersant.ru
Kompas: kompas; kompas.com
Korea Herald: korea-herald koreaherald; koreaherald.com
Kyiv Independent: kyiv-independent kyivindependent; kyivindependent.com
Kyiv Post: kyiv-post kyivpost; kyivpost.com
La Repubblica: la-repubblica repubblica; repubblica.it
Le Figaro: le-figaro lefigaro figaro; lefigaro.fr
Le Monde: le-monde lemonde; lemonde.fr
Los Angeles Times: la-times latimes los-angeles-times lat*; latimes.com
Mail & Guardian: mail-and-guardian; mg.co.za
Meduza: meduza; meduza.io
Moscow Times: moscow-times moscowtimes; themoscowtimes.com
NBC News: nbc nbc-news nbcnews; nbcnews.com
NDTV: ndtv; ndtv.com
New York Post: ny-post nypost new-york-post; nypost.com
New York Times: nyt nytimes ny-times new-york-times newyorktimes; nytimes.com
Newsweek: newsweek; newsweek.com
Nikkei: nikkei; nikkei.com asia.nikkei.com
Novaya Gazeta: novaya-gazeta novayagazeta; novayagazeta.ru novayagazeta.eu
NPR: npr; npr.org
NZZ: nzz neue-zuercher-zeitung; nzz.ch
Politico: politico; politico.com politico.eu
Pravda: pravda*; pravda.ru
Radio Free Europe/Radio Liberty: rferl rfe-rl; rferl.org
Reuters: reuters rtrs; reuters.com
RIA Novosti: ria-novosti rianovosti ria*; ria.ru
RT: rt* russia-today; rt.com
Scotsman: the-scotsman scotsman; scotsman.com
Sky News: sky-news skynews; news.sky.com
South China Morning Post: scmp south-china-morning-post; scmp.com
Sputnik: sputnik sputniknews; sputniknews.com
Straits Times: straits-times straitstimes; straitstimes.com
Süddeutsche Zeitung: sz* sueddeutsche sueddeutsche-zeitung; sueddeutsche.de
Sydney Morning Herald: smh sydney-morning-herald; smh.com.au
Tagesschau: tagesschau; tagesschau.de
TASS: tass itar-tass; tass.com tass.ru
Tempo: tempo*; tempo.co
The Atlantic: the-atlantic theatlantic atlantic*; theatlantic.com
The Economist: the-economist economist*; economist.com
The Guardian: the-guardian theguardian guardian*; theguardian.com
The Hill: the-hill thehill; thehill.com
The Hindu: the-hindu thehindu; thehindu.com
The Sun: the-sun thesun sun*; thesun.co.uk
The Times: the-times thetimes times*; thetimes.co.uk
Time: time* time-magazine; time.com
Times of India: times-of-india timesofindia toi; timesofindia.indiatimes.com
Toronto Star: toronto-star torontostar; thestar.com
Ukrainska Pravda: ukrainska-pravda ukrpravda; pravda.com.ua
Ukrinform: ukrinform; ukrinform.net ukrinform.ua
UPI: upi; upi.com
USA Today: usa-today usatoday; usatoday.com
Vedomosti: vedomosti; vedomosti.ru
Voice of America: voa voa-news voanews; voanews.com
Vox: vox*; vox.com
Wall Street Journal: wsj wall-street-journal wallstreetjournal; wsj.com
Washington Post: wapo wash-post washpost washington-post washingtonpost wp*; washingtonpost.com
Washington Times: washington-times washtimes wash-times; washingtontimes.com
Western Journalism: west-journal western-journalism; westernjournalism.com westernjournal.com
Xinhua: xinhua xinhuanet; xinhuanet.com news.cn
Yahoo News: yahoo-news; news.yahoo.com
Yonhap: yonhap; yna.co.kr
`

const OUTLETS: readonly KnownOutlet[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [, name = '', short = '', hosts = ''] = /^(.+?): (.+); (.+)$/.exec(line) ?? []
    return { name, short: short.split(' '), hosts: hosts.split(' ') }
  })
const SURE = new Map<string, string>()
const WORDS = new Map<string, string>()
const NAMES = new Map<string, string>()
const HOSTS = new Map<string, string>()
for (const { name, short, hosts } of OUTLETS) {
  NAMES.set(keyOf(name), name)
  for (const form of short) (form.endsWith('*') ? WORDS : SURE).set(form.replace('*', ''), name)
  for (const host of hosts) HOSTS.set(host, name)
}

/**
 * The outlet a short form stands for, null when it is not known. `expected`: the form stands where an outlet is
 * expected, so that a form which is also an ordinary word counts.
 */
export function outletByShortForm(form: string, expected: boolean): string | null {
  const key = keyOf(form)
  return SURE.get(key) ?? NAMES.get(key) ?? (expected ? (WORDS.get(key) ?? null) : null)
}

/** The outlet of a name as a dateline or credit writes it ("Reuters", "CNBC Indonesia"), null when it is not known. */
export function outletByName(name: string): string | null {
  return NAMES.get(keyOf(name)) ?? NAMES.get(keyOf(`the ${name}`)) ?? null
}

/** The outlet of a web address or host: its known name, else the host without `www.`; null when it is neither. */
export function outletByAddress(address: string): string | null {
  const found = /^(?:https?:\/\/)?(?:[^/?#@\s]*@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?:[/?#]|$)/i.exec(
    address,
  )
  if (!found) return null
  const host = (found[1] ?? '').toLowerCase().replace(/^(?:www|m|amp|mobile)\./, '')
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const name = HOSTS.get(rest)
    if (name) return name
  }
  return host
}

function keyOf(form: string): string {
  return form
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
