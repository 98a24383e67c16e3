import './patched-fetch'
import '#workers/export.worker'
