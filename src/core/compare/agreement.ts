/**
 * How two stated values go together: `same` value; `compatible`, as both can be true of one thing ("more than 100" and 120);
 * `conflict`, as they cannot; `not-comparable` where they count or date different things.
 */
export type Agreement = 'same' | 'compatible' | 'conflict' | 'not-comparable'
