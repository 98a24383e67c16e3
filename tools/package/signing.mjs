import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../setup/paths.mjs'

/** Ways to prove to Apple who asks for a notarisation: all variables of one of them. */
const NOTARISING = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
]

/**
 * What the environment lets the packages be. Without a signature nothing is notarised.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ isSigned: boolean, isNotarised: boolean }}
 */
export function signing(env) {
  const isSigned = Boolean(env['CSC_LINK'] || env['CSC_NAME'])
  return { isSigned, isNotarised: isSigned && NOTARISING.some((names) => names.every((name) => env[name])) }
}

/**
 * What is said before packages for that system are built, so that nobody gives out what a system will warn of.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {'mac' | 'win' | 'linux'} system
 * @returns {string}
 */
export function describeSigning(env, system) {
  const { isSigned, isNotarised } = signing(env)
  if (system === 'linux')
    return 'Packages for Linux are not signed; SHA256SUMS of a release has their checksums.'
  if (!isSigned) {
    return `The packages are NOT SIGNED: CSC_LINK is not set. ${system === 'mac' ? 'macOS' : 'Windows'} will warn whoever opens them.`
  }
  if (system === 'win') return 'The packages are signed.'
  return isNotarised
    ? 'The packages are signed and notarised.'
    : 'The packages are signed but NOT NOTARISED: neither APPLE_API_KEY with _KEY_ID and _ISSUER nor APPLE_ID with its password and team is set. macOS will warn whoever opens them.'
}

/**
 * Where the project and its releases are: of a fork that builds releases of its own, the fork.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string}
 */
export function homepage(env) {
  const repository = env['GITHUB_REPOSITORY']
  if (repository) return `https://github.com/${repository}`
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).homepage
}
