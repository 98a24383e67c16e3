import type { CueLexicon } from './types'

/** Indonesian, Russian and Ukrainian reporting words: said, told and according-to patterns. Verb lists hold forms, not lemmas. */
export const INDONESIAN: CueLexicon = {
  language: 'id',
  verbs: [
    {
      frames: ['quote', 'that'],
      lemmas:
        'kata ujar tutur ucap sebut jelas tegas ungkap papar imbuh tambah katanya ujarnya tuturnya ucapnya jelasnya tegasnya ungkapnya imbuhnya tambahnya ' +
        'mengatakan menyatakan menyebut menyebutkan menjelaskan menegaskan mengungkapkan menambahkan memaparkan menuturkan mengakui membantah menulis ' +
        'berkata bilang menilai mengklaim memperingatkan mengumumkan menjawab melaporkan berjanji mengaku',
    },
    { frames: ['tell'], lemmas: 'memberitahu' },
    { frames: ['that'], lemmas: 'yakin percaya berharap menduga' },
    { frames: ['quote', 'ask'], lemmas: 'bertanya tanya' },
    { frames: ['np'], lemmas: 'mengecam mengkritik menuduh menolak memuji menuntut' },
  ],
  prepositional: {},
  nouns: {},
  homographs: '',
  accordingTo: 'menurut berdasarkan_keterangan',
  that: 'bahwa kalau',
  complementisers: 'bahwa kalau apakah mengapa bagaimana',
  pronouns: { masculine: '', feminine: '', plural: 'mereka kami kita', other: 'dia ia beliau saya aku' },
  conjunctions:
    'dan tetapi tapi atau namun karena sebab jika ketika saat sementara meski meskipun sehingga agar supaya yang',
  prepositions: 'di ke dari pada kepada dalam untuk oleh dengan tentang terhadap sejak hingga antara bagi',
  determiners: 'sebuah seorang para ini itu tersebut beberapa semua setiap banyak',
  auxiliaries: 'adalah telah sudah akan sedang masih tidak bukan belum bisa dapat harus pernah',
  adverbs: 'juga lagi kemudian lalu kembali kemarin hari',
  titles:
    'presiden menteri luar negeri perdana gubernur wali kota juru bicara jenderal direktur kepala ketua sekretaris bapak ibu pak bu wakil mantan',
  times:
    'senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember kemarin',
}

/** Russian reporting words. */
export const RUSSIAN: CueLexicon = {
  language: 'ru',
  verbs: [
    {
      frames: ['quote', 'that'],
      lemmas:
        'сказал сказала сказали говорит говорят говорил говорила заявил заявила заявили заявляет отметил отметила отмечает добавил добавила подчеркнул подчеркнула ' +
        'сообщил сообщила сообщили сообщает пояснил пояснила объяснил объяснила ответил ответила признал признала утверждает утверждают утверждал ' +
        'рассказал рассказала написал написала пишет считает указал указала напомнил напомнила подтвердил подтвердила предупредил предупредила уточнил уточнила пообещал обещал',
    },
    { frames: ['that'], lemmas: 'думает полагает полагают надеется уверен уверена опасается' },
    { frames: ['quote', 'ask'], lemmas: 'спросил спросила спрашивает' },
    {
      frames: ['np'],
      lemmas: 'отверг отвергла осудил осудила раскритиковал обвинил обвинила опроверг потребовал',
    },
  ],
  prepositional: {},
  nouns: {},
  homographs: '',
  accordingTo: 'по_словам по_мнению по_данным согласно как_сообщает',
  that: 'что чтобы',
  complementisers: 'что чтобы ли почему как',
  pronouns: { masculine: 'он его', feminine: 'она её ее', plural: 'они мы', other: 'я вы кто' },
  conjunctions: 'и а но или да если когда пока хотя потому поскольку так что который которая которые где',
  prepositions: 'в во на с со из от до по к ко о об у за для при через над под между без про после перед',
  determiners: 'этот эта это эти тот та те его её их наш свой все многие некоторые несколько',
  auxiliaries: 'был была было были будет будут не может могут есть ранее',
  adverbs: 'также тоже ещё еще уже затем потом вчера сегодня ранее позже',
  titles:
    'президент министр премьер премьер-министр глава пресс-секретарь представитель директор председатель генерал губернатор мэр депутат сенатор посол секретарь',
  times:
    'понедельник вторник среду четверг пятницу субботу воскресенье января февраля марта апреля мая июня июля августа сентября октября ноября декабря вчера сегодня',
}

/** Ukrainian reporting words. */
export const UKRAINIAN: CueLexicon = {
  language: 'uk',
  verbs: [
    {
      frames: ['quote', 'that'],
      lemmas:
        'сказав сказала сказали каже кажуть говорить говорив говорила заявив заявила заявили заявляє зазначив зазначила зазначає додав додала підкреслив підкреслила ' +
        'повідомив повідомила повідомили повідомляє пояснив пояснила відповів відповіла визнав визнала стверджує стверджують розповів розповіла ' +
        'написав написала пише вважає наголосив наголосила нагадав нагадала підтвердив підтвердила попередив попередила уточнив уточнила пообіцяв',
    },
    { frames: ['that'], lemmas: 'думає сподівається впевнений впевнена побоюється' },
    { frames: ['quote', 'ask'], lemmas: 'запитав запитала питає' },
    { frames: ['np'], lemmas: 'відкинув засудив засудила розкритикував звинуватив звинуватила спростував' },
  ],
  prepositional: {},
  nouns: {},
  homographs: '',
  accordingTo: 'за_словами на_думку за_даними згідно як_повідомляє',
  that: 'що щоб',
  complementisers: 'що щоб чи чому як',
  pronouns: { masculine: 'він його', feminine: 'вона її', plural: 'вони ми', other: 'я ви хто' },
  conjunctions: 'і й та а але або якщо коли поки хоча бо тому оскільки що який яка які де',
  prepositions: 'в у на з із зі від до по к о об за для при через над під між без про після перед',
  determiners: 'цей ця це ці той та ті його її їх їхній наш свій всі багато деякі кілька',
  auxiliaries: 'був була було були буде будуть не може можуть є раніше',
  adverbs: 'також теж ще вже потім згодом вчора сьогодні раніше пізніше',
  titles:
    "президент міністр прем'єр прем'єр-міністр глава голова речник речниця представник директор генерал губернатор мер депутат сенатор посол секретар",
  times:
    "понеділок вівторок середу четвер п'ятницю суботу неділю січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня вчора сьогодні",
}
