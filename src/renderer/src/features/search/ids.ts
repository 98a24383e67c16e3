/** The field that a query is written in. */
export const QUERY_INPUT_ID = 'corpus-search'

/** The articles found. */
export const RESULTS_ID = 'search-results'

/** The lines of the concordance. */
export const LINES_ID = 'search-lines'
