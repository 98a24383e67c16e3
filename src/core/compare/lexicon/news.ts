/**
 * Words that two translators of one news sentence choose between, where a general thesaurus is silent or too cautious. A
 * line is a class; a verb with its particle is written `put_off`. Close: one may stand for the other nearly anywhere.
 */
export const CLOSE_WORDS = `
good fine okay ok alright agreed yes yeah right sure understood
possibility chance opportunity prospect likelihood
propose suggest recommend offer advise
continue proceed go_on carry_on keep_on resume pursue press_on persist
talks negotiations dialogue discussions consultations conversation
soldiers troops servicemen
`

/** Of one field: in the same sentence they may say the same. */
export const FIELD_WORDS = `
talk dialogue negotiation diplomacy meeting exchange contact
`
