import { measureConflicts } from './injected-findings'
import { retoldPairs } from './retold-pairs'
import { translatedPairs } from './translated-pairs'

/* How many conflicts put into pairs of invented statements are found, and how many are found where there is none. */

measureConflicts('retold', retoldPairs())
measureConflicts('translated', translatedPairs())
