import type { FindingStatus } from '#core/model/comparison'
import type { FindingView } from '#services/comparison'
import type { AppCommand } from '#store/commands'
import { activeFinding, decide, editNote, moveFinding, openEvidence } from './finding-actions'

const hasFinding = (): boolean => activeFinding() !== null

function withActive(run: (view: FindingView) => void): () => void {
  return () => {
    const view = activeFinding()
    if (view) run(view)
  }
}

const decision = (status: FindingStatus, label: string, key: string): AppCommand => ({
  id: `findings.${status}`,
  label,
  keys: [key],
  menu: 'story',
  group: 9,
  enabled: () => {
    const view = activeFinding()
    return view !== null && view.status !== status
  },
  run: withActive((view) => void decide(view, status)),
})

/** Commands of the findings of a story; keys that decide are those of the review where both have them. */
export const findingCommands: readonly AppCommand[] = [
  {
    id: 'findings.next',
    label: 'Next finding',
    keys: ['j'],
    menu: 'story',
    group: 9,
    enabled: hasFinding,
    run: () => moveFinding(1),
  },
  {
    id: 'findings.previous',
    label: 'Previous finding',
    keys: ['k'],
    menu: 'story',
    group: 9,
    enabled: hasFinding,
    run: () => moveFinding(-1),
  },
  decision('confirmed', 'Confirm the finding', 'a'),
  decision('dismissed', 'Dismiss the finding', 'x'),
  decision('open', 'Open the finding again', 'o'),
  {
    id: 'findings.note',
    label: 'Write a note on the finding',
    keys: ['n'],
    menu: 'story',
    group: 9,
    enabled: hasFinding,
    run: withActive(editNote),
  },
  {
    id: 'findings.article',
    label: 'Open the article at the finding’s words',
    keys: ['Enter'],
    menu: 'story',
    group: 9,
    enabled: hasFinding,
    run: withActive((view) => {
      const [first] = view.finding.evidence
      if (first) openEvidence(view, first)
    }),
  },
]
