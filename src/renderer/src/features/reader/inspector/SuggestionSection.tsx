import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { Reason } from '#core/model/annotation'
import { describeReason } from '#core/suggest/reasons'
import { KeyHint } from '#ui/KeyHint'
import { formatScore } from '../format'
import type { AnnotationActions } from './annotation-actions'
import classes from './Inspector.module.css'

interface SuggestionSectionProps {
  readonly reason: Reason | undefined
  readonly actions: Pick<AnnotationActions, 'accept' | 'reject'>
}

/** Why the program suggests this, and what a person decides. */
export function SuggestionSection({ reason, actions }: SuggestionSectionProps) {
  return (
    <section className={classes['suggestion']} aria-label="Suggestion">
      <h3 className={classes['legend']}>
        Suggested{reason && <span className={classes['quiet']}>, {formatScore(reason.score)} sure</span>}
      </h3>
      {reason && <p>{describeReason(reason.rule)}</p>}
      <div className={classes['row']}>
        <Button
          leftSection={<IconCheck size="1rem" aria-hidden />}
          rightSection={<Key name="a" />}
          aria-keyshortcuts="a"
          onClick={() => void actions.accept()}
        >
          Accept
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size="1rem" aria-hidden />}
          rightSection={<Key name="x" />}
          aria-keyshortcuts="x"
          onClick={() => void actions.reject()}
        >
          Reject
        </Button>
      </div>
      <p className={classes['quiet']}>Whatever you change below accepts it with the change.</p>
    </section>
  )
}

/** The key beside the words; `aria-keyshortcuts` tells those who cannot see it. */
function Key({ name }: { readonly name: string }) {
  return (
    <span aria-hidden>
      <KeyHint keys={name} />
    </span>
  )
}
