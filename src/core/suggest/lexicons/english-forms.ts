import type { Inflection } from './types'

/** Irregular English verbs among the cue verbs: past and participle, and a participle of its own after `/`. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'say:said tell:told write:wrote/written read:read think:thought know:knew/known hear:heard feel:felt find:found see:saw/seen ' +
    'understand:understood foresee:foresaw/foreseen mean:meant hold:held swear:swore/sworn sing:sang/sung speak:spoke/spoken ' +
    'put:put make:made give:gave/given take:took/taken lay:laid set:set seek:sought teach:taught learn:learned dream:dreamed ' +
    'bring:brought forbid:forbade/forbidden forget:forgot/forgotten retell:retold foretell:foretold begin:began/begun ' +
    'quip:quipped rip:ripped brag:bragged spell:spelled show:showed/shown choose:chose/chosen mislead:misled let:let withdraw:withdrew/withdrawn ' +
    'admit:admitted commit:committed regret:regretted permit:permitted prefer:preferred refer:referred infer:inferred ' +
    'plan:planned rap:rapped pan:panned slam:slammed blog:blogged plug:plugged omit:omitted submit:submitted ' +
    'rebut:rebutted concur:concurred confer:conferred hint:hinted chat:chatted tout:touted ban:banned defer:deferred ' +
    'go:went/gone come:came/come keep:kept get:got/gotten have:had do:did/done leave:left throw:threw/thrown draw:drew/drawn ' +
    'strike:struck shoot:shot fight:fought win:won lead:led shed:shed push:pushed uphold:upheld overlook:overlooked ' +
    'fling:flung cast:cast cry:cried reply:replied imply:implied testify:testified deny:denied decry:decried clarify:clarified ' +
    'specify:specified certify:certified verify:verified justify:justified signify:signified vilify:vilified identify:identified ' +
    'worry:worried'
  )
    .split(' ')
    .map((entry) => entry.split(':') as [string, string]),
)

const DOUBLING = new Set(
  'quip rip nod wrap brag rap admit commit regret permit prefer refer infer plan rap pan slam blog plug omit submit rebut concur confer chat ban defer forget put set let get begin forbid win shed'.split(
    ' ',
  ),
)

/** The spellings of an English verb, with what each may be. */
export function inflectEnglish(lemma: string): ReadonlyMap<string, ReadonlySet<Inflection>> {
  const forms = new Map<string, Set<Inflection>>()
  const add = (form: string, inflection: Inflection): void => {
    const known = forms.get(form)
    if (known) known.add(inflection)
    else forms.set(form, new Set([inflection]))
  }
  const consonantY = /[^aeiou]y$/u.test(lemma)
  add(lemma, 'base')
  add(
    consonantY ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`,
    'third',
  )
  const stem = DOUBLING.has(lemma) ? lemma + (lemma.at(-1) ?? '') : lemma
  add(/[^eoy]e$/u.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stem}ing`, 'gerund')
  const irregular = IRREGULAR[lemma]
  const regular = lemma.endsWith('e') ? `${lemma}d` : consonantY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
  const [past, participle] = (irregular ?? regular).split('/') as [string, string?]
  add(past, 'past')
  add(participle ?? past, 'participle')
  return forms
}
