const NEEDED = [20, 19]

/**
 * Ends the process with a clear message on a Node that is too old.
 * @param {string} [version] such as `20.19.0`
 */
export function checkNode(version = process.versions.node) {
  const message = nodeProblem(version)
  if (message === null) return
  console.error(message)
  process.exit(2)
}

/**
 * What is wrong with a version of Node; null when it will do.
 * @param {string} version
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = NEEDED
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return null
  return `Crossread needs Node ${NEEDED.join('.')} or later; this is ${version}. Install it from https://nodejs.org and start again.`
}
