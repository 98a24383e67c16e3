import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { StoryProposal } from '#core/model/comparison'
import { refreshCommands, runCommand } from '#store/command-registry'
import { countOf } from '#ui/counts'
import { KeyHint } from '#ui/KeyHint'
import { provideProposal } from './commands'
import { describeProposalReason } from './proposal-reasons'
import { articleFacts, rowsOf, type RowsById } from './rows'
import classes from './Stories.module.css'

interface ProposalFormProps {
  readonly proposal: StoryProposal
  readonly rows: RowsById
}

/** One proposal: why it was made, and what of it to keep. */
export function ProposalForm({ proposal, rows }: ProposalFormProps) {
  const [name, setName] = useState(proposal.name)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const articles = proposal.articles.filter((id) => !left.has(id))
  useEffect(() => {
    provideProposal({ proposal, name, articles: proposal.articles.filter((id) => !left.has(id)) })
    refreshCommands()
    return () => provideProposal(null)
  }, [proposal, name, left])

  const toggle = (id: string, isKept: boolean) => {
    const next = new Set(left)
    if (isKept) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <div className={classes['form']}>
      <div>
        <h2 className={classes['heading']} dir="auto">
          {proposal.name}
        </h2>
        <p className={classes['quiet']}>Proposed, {Math.round(proposal.score * 100)} % sure</p>
      </div>
      <section className={classes['section']} aria-labelledby="proposal-reasons">
        <h3 className={classes['subtitle']} id="proposal-reasons">
          Why these articles seem to report one event
        </h3>
        <ul className={classes['reasons']}>
          {proposal.reasons.map((reason) => (
            <li key={`${reason.sign} ${reason.shared}`}>{describeProposalReason(reason)}</li>
          ))}
        </ul>
      </section>
      <TextInput
        label="Name of the story"
        value={name}
        dir="auto"
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') runCommand('stories.accept')
        }}
      />
      <fieldset className={classes['choices']}>
        <legend className={classes['subtitle']}>Articles, oldest first</legend>
        {rowsOf(proposal.articles, rows).map((row) => (
          <Checkbox
            key={row.article.id}
            label={row.article.title}
            description={articleFacts(row)}
            checked={!left.has(row.article.id)}
            onChange={(event) => toggle(row.article.id, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <div className={classes['buttons']}>
        <Button
          leftSection={<IconCheck size="1rem" aria-hidden />}
          rightSection={
            <span aria-hidden>
              <KeyHint keys="a" />
            </span>
          }
          aria-keyshortcuts="a"
          disabled={articles.length < 2 || name.trim() === ''}
          onClick={() => runCommand('stories.accept')}
        >
          Make a story of {countOf(articles.length, 'article')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size="1rem" aria-hidden />}
          rightSection={
            <span aria-hidden>
              <KeyHint keys="x" />
            </span>
          }
          aria-keyshortcuts="x"
          onClick={() => runCommand('stories.dismiss')}
        >
          Dismiss
        </Button>
      </div>
    </div>
  )
}
