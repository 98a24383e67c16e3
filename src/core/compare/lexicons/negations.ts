/** Words of negation in the languages that are compared by words beside English. Folded: lower case, without marks. */
export const NEGATIONS_BY_LANGUAGE: Readonly<Record<string, string>> = {
  fr: 'ne n pas jamais rien aucun aucune personne ni sans non nul nulle nullement',
  de: 'nicht nie niemals kein keine keinen keiner keinem keines nichts niemand ohne weder noch nein nirgends',
  es: 'no nunca jamas nada nadie ningun ninguna ninguno ni sin tampoco',
  id: 'tidak tak bukan jangan belum tanpa tiada',
  ru: 'не ни нет никогда ничего никто никакои нигде без нельзя',
  uk: 'не ні нема немає ніколи нічого ніхто ніде без',
}
