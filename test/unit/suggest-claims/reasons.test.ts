import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CLAIM_WEIGHTS } from '#core/suggest/claim-weights'
import { describeReason } from '#core/suggest/reasons'

const FOLDER = fileURLToPath(new URL('../../../src/core/suggest', import.meta.url))

/** Every rule id that a module of core/suggest spells out. */
function rulesInCode(): string[] {
  const found = new Set<string>()
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file === 'reasons.ts') continue
    const code = readFileSync(`${FOLDER}/${file}`, 'utf8')
    for (const match of code.matchAll(/'((?:direct|indirect|mixed|marks|tagger)\.[a-z-]+)'/gu))
      if (match[1] !== undefined) found.add(match[1])
  }
  return [...found].sort()
}

describe('describeReason', () => {
  const rules = rulesInCode()

  it('sees the rules of the code', () => {
    expect(rules).toContain('direct.tail')
    expect(rules.length).toBeGreaterThan(30)
  })

  it.each(rules)('has a sentence for %s', (rule) => {
    expect(describeReason(rule)).not.toContain(rule)
    expect(describeReason(rule)).toMatch(/^\p{Lu}|^“/u)
  })

  it.each(Object.keys(CLAIM_WEIGHTS))('has words for the claim reason %s', (kind) => {
    const words = describeReason(`claim.${kind === 'quantity' ? 'date' : 'quantity'}+${kind}`)
    expect(words).toMatch(/^Worth checking: /u)
    expect(words).not.toContain('does not know')
  })

  it('shows weights, and what speaks against a claim apart', () => {
    expect(describeReason('claim.quantity+date+opinion')).toBe(
      'Worth checking: it has a number (+0.40) and a date or time (+0.25). Against it: words of opinion (−0.35).',
    )
  })

  it.each(['direct.sung', 'claim.quantity+rhyme', 'claim.', 'constructor', ''])(
    'names an unknown rule: %j',
    (rule) => {
      expect(describeReason(rule)).toBe(`Proposed by the rule “${rule}”, which this version does not know.`)
    },
  )
})
