import type { CueLexicon } from './types'

/** French, German and Spanish reporting words: said, told and according-to patterns. Verb lists hold forms, not lemmas. */
export const FRENCH: CueLexicon = {
  language: 'fr',
  verbs: [
    {
      frames: ['quote', 'that'],
      lemmas:
        'dit disent disait déclaré déclare affirme affirmé affirmait ajoute ajouté ajoutait assure assuré assurait estime estimé estimait explique expliqué ' +
        'expliquait indique indiqué précise précisé souligne souligné annonce annoncé répond répondu répondait rappelle rappelé reconnaît reconnu ' +
        'confirme confirmé insiste insisté prévient prévenu soutient soutenu prétend prétendu écrit note noté promet promis admet admis conclut conclu ' +
        'raconte raconté lance lancé martelé martèle réagi avertit averti',
    },
    { frames: ['that'], lemmas: 'pense pensent croit croient juge jugé considère craint espère' },
    { frames: ['quote', 'ask'], lemmas: 'demande demandé interrogé interroge' },
    {
      frames: ['np'],
      lemmas:
        'dénonce dénoncé critique critiqué nie nié rejette rejeté accuse accusé salue salué condamne condamné réclame réclamé',
    },
  ],
  prepositional: {},
  nouns: {},
  homographs: 'note critique demande juge',
  accordingTo: "selon d’après d'après suivant",
  that: "que qu' qu’",
  complementisers: 'que si pourquoi comment',
  pronouns: {
    masculine: 'il lui t-il',
    feminine: 'elle t-elle',
    plural: 'ils elles nous',
    other: 'on je tu vous ce qui',
  },
  conjunctions: 'et mais ou donc car ni parce puisque quand lorsque comme si que qui dont où alors tandis',
  prepositions:
    'de du des à au aux en dans par pour sur avec sans sous vers chez contre depuis entre lors après avant devant pendant',
  determiners:
    "le la les l' un une ce cette ces son sa ses leur leurs mon ma mes notre nos votre vos plusieurs quelques chaque tout tous",
  auxiliaries:
    "a ont avait avaient est sont était étaient sera seront aurait auraient va vont peut doit ne n' pas s'est s’est se",
  adverbs: 'aussi encore déjà toujours ensuite également notamment toutefois cependant hier',
  titles:
    'président ministre premier chancelier porte-parole directeur chef secrétaire général maire député sénateur madame monsieur m. mme roi reine ambassadeur',
  times:
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier matin soir',
}

/** German reporting words. */
export const GERMAN: CueLexicon = {
  language: 'de',
  verbs: [
    {
      frames: ['quote', 'that'],
      lemmas:
        'sagt sagte sagten gesagt erklärt erklärte erklärten betont betonte meint meinte ergänzt ergänzte fügte antwortet antwortete berichtet berichtete ' +
        'behauptet behauptete versichert versicherte warnt warnte schreibt schrieb kündigte bestätigt bestätigte erläuterte äußerte unterstrich räumte ' +
        'bekräftigte mahnte forderte hieß teilte rief entgegnete erwiderte',
    },
    {
      frames: ['that'],
      lemmas: 'glaubt glaubte denkt dachte hofft hoffte fürchtet befürchtet vermutet findet',
    },
    { frames: ['quote', 'ask'], lemmas: 'fragt fragte' },
    {
      frames: ['np'],
      lemmas:
        'kritisiert kritisierte bestreitet bestritt verurteilt verurteilte lobt lobte dementierte fordert',
    },
  ],
  prepositional: {},
  nouns: {},
  homographs: '',
  accordingTo: 'laut zufolge nach_angaben_von nach_angaben_der nach_angaben_des nach_worten_von',
  that: 'dass daß',
  complementisers: 'dass daß ob warum wie',
  pronouns: { masculine: 'er ihm', feminine: 'sie ihr', plural: 'wir', other: 'es ich man du' },
  conjunctions:
    'und aber oder denn weil da wenn als während obwohl nachdem bevor damit sondern der die das welche welcher',
  prepositions:
    'von vom zu zum zur in im an am auf aus bei beim mit nach für durch gegen über unter um vor seit zwischen ohne wegen',
  determiners:
    'der die das den dem des ein eine einer eines einem einen dieser diese dieses sein seine ihr ihre kein keine mehrere einige viele alle',
  auxiliaries:
    'ist sind war waren hat haben hatte hatten wird werden wurde wurden sei seien habe würde würden kann können soll sollen muss müssen nicht',
  adverbs: 'auch noch schon immer dann zudem außerdem jedoch gestern heute nun weiter bereits',
  titles:
    'präsident präsidentin minister ministerin außenminister außenministerin kanzler kanzlerin bundeskanzler sprecher sprecherin regierungssprecher chef chefin direktor herr frau bürgermeister bürgermeisterin könig königin',
  times:
    'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember gestern heute',
}

/** Spanish reporting words. */
export const SPANISH: CueLexicon = {
  language: 'es',
  verbs: [
    {
      frames: ['quote', 'that'],
      lemmas:
        'dijo dice dicen dijeron dicho afirmó afirma afirman señaló señala aseguró asegura explicó explica añadió añade agregó agrega declaró declara indicó ' +
        'indica manifestó sostuvo sostiene insistió insiste destacó subrayó advirtió advierte anunció anuncia respondió responde contestó reconoció ' +
        'reconoce confirmó confirma apuntó comentó recordó escribió escribe concluyó prometió admitió negó precisó expresó',
    },
    { frames: ['that'], lemmas: 'cree creen piensa considera consideró opina teme espera' },
    { frames: ['quote', 'ask'], lemmas: 'preguntó pregunta' },
    { frames: ['np'], lemmas: 'criticó denunció rechazó condenó acusó elogió negó exigió pidió' },
  ],
  prepositional: {},
  nouns: {},
  homographs: 'pregunta espera dicho',
  accordingTo: 'según de_acuerdo_con en_palabras_de',
  that: 'que',
  complementisers: 'que si cómo por',
  pronouns: {
    masculine: 'él',
    feminine: 'ella',
    plural: 'ellos ellas nosotros',
    other: 'ello yo usted quien',
  },
  conjunctions:
    'y e pero o u ni porque aunque cuando mientras como si que quien quienes cuyo donde pues sino',
  prepositions: 'de del a al en por para con sin sobre contra desde hasta entre durante tras ante bajo hacia',
  determiners:
    'el la los las un una unos unas este esta estos estas ese esa su sus nuestro nuestra varios varias algunos algunas todo todos',
  auxiliaries:
    'ha han había habían es son era eran fue fueron está están será serán sería puede pueden debe no se le lo',
  adverbs: 'también además ya todavía siempre luego después entonces ayer hoy asimismo',
  titles:
    'presidente presidenta ministro ministra canciller portavoz director directora jefe jefa secretario secretaria general alcalde alcaldesa diputado senador señor señora rey reina',
  times:
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy',
}
