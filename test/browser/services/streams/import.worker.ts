import './patched-fetch'
import '#workers/import.worker'
