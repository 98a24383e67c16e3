import { Alert, Button, Progress, Switch, Table } from '@mantine/core'
import { IconAlertTriangle, IconSchool } from '@tabler/icons-react'
import { changeSettings, DEFAULT_SETTINGS, liveSettings } from '#services/settings'
import {
  cancelTraining,
  enableTagger,
  liveTagger,
  trainTagger,
  type Scores,
  type TaggerState,
} from '#services/tagger'
import { useLive } from '#services/use-live'
import { countOf } from '#ui/counts'
import { notifyDone, notifyError, orNotify } from '#ui/notify'
import classes from './LearningPanel.module.css'

/** What may be learnt from this corpus: trained here, compared with the rules, switched on and off. */
export function LearningPanel() {
  const tagger = useLive<TaggerState | null>(liveTagger(), null)
  return tagger && <Learning tagger={tagger} />
}

async function train(): Promise<void> {
  const trained = await trainTagger()
  if (trained.ok) notifyDone('Training is done. Compare it with the rules before you switch it on.')
  // What failed stays on the screen, but for what never began.
  else if (trained.error.kind === 'conflict') notifyError(trained.error)
}

/** The panel as it is drawn. */
export function Learning({ tagger }: { readonly tagger: TaggerState }) {
  const { state, progress, enabled, version, outdated, trainedAt, examples, heldBack, comparison, error } =
    tagger
  const isTraining = state === 'training'
  const hasModel = version !== null
  const { retrainWhenIdle } = useLive(liveSettings(), DEFAULT_SETTINGS)
  return (
    <div className={classes['learning']}>
      <h2 className={classes['title']}>Learn from the quotations you accepted</h2>
      <p className={classes['text']}>
        Crossread can learn from them how this corpus reports what people say, and suggest by that instead of
        by its rules; training and suggesting happen on this machine, and nothing leaves it.
      </p>
      {isTraining ? (
        <div className={classes['training']}>
          <Progress value={progress * 100} className={classes['progress'] ?? ''} aria-label="Training" />
          <span className={classes['percent']}>{Math.round(progress * 100)} %</span>
          <Button variant="default" onClick={cancelTraining}>
            Cancel training
          </Button>
        </div>
      ) : (
        <Button
          className={classes['button'] ?? ''}
          variant={hasModel ? 'default' : 'filled'}
          leftSection={<IconSchool size="1rem" aria-hidden />}
          onClick={() => void train()}
        >
          {hasModel ? 'Train again' : 'Train on accepted quotations'}
        </Button>
      )}
      {error && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle size="1rem" aria-hidden />}>
          {[error.message, error.kept, error.advice].filter(Boolean).join(' ')}
        </Alert>
      )}
      {hasModel && (
        <>
          {outdated && (
            <Alert icon={<IconAlertTriangle size="1rem" aria-hidden />}>
              Another version of Crossread learnt this. The rules suggest until you train again.
            </Alert>
          )}
          <dl className={classes['facts']}>
            <dt>Learnt from</dt>
            <dd>{countOf(examples, 'article')}</dd>
            <dt>Held back to compare</dt>
            <dd>{countOf(heldBack, 'article')}</dd>
            {trainedAt !== null && (
              <>
                <dt>Trained</dt>
                <dd>{formatTime(trainedAt)}</dd>
              </>
            )}
            <dt>Version</dt>
            <dd>{version}</dd>
          </dl>
          {comparison ? (
            <Comparison rules={comparison.rules} learned={comparison.learned} articles={heldBack} />
          ) : (
            <p className={classes['text']}>
              Too few articles are annotated to hold some back, so there is nothing to compare with.
            </p>
          )}
          <Switch
            label="Suggest by what was learnt"
            description="Holds from the next run of suggestions on. Off: by the rules."
            checked={enabled}
            disabled={isTraining || outdated}
            onChange={(event) => void orNotify(enableTagger(event.currentTarget.checked))}
          />
          <Switch
            label="Train again while nobody works"
            description="Once a hundred more annotations are decided. What was learnt before stays unless the new training does at least as well on the articles held back."
            checked={retrainWhenIdle}
            onChange={(event) =>
              void orNotify(changeSettings({ retrainWhenIdle: event.currentTarget.checked }))
            }
          />
        </>
      )}
    </div>
  )
}

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

function formatTime(iso: string): string {
  return time.format(new Date(iso))
}

const ROWS: readonly { readonly key: keyof Scores; readonly label: string }[] = [
  { key: 'content', label: 'Quotations found' },
  { key: 'exactContent', label: 'Exactly the words said' },
  { key: 'exactSource', label: 'Exactly the speaker’s words' },
  { key: 'exactCue', label: 'Exactly the cue' },
]

const PARTS = ['precision', 'recall', 'f1'] as const

interface ComparisonProps {
  readonly rules: Scores
  readonly learned: Scores
  readonly articles: number
}

/** Rules beside what was learnt, on articles that were not trained on; the better F1 of each row is marked. */
function Comparison({ rules, learned, articles }: ComparisonProps) {
  return (
    <div className={classes['wide']}>
      <Table className={classes['table'] ?? ''} verticalSpacing={4}>
        <Table.Caption className={classes['caption'] ?? ''}>
          On {countOf(articles, 'article')} held back. Precision: how many of the suggestions are right.
          Recall: how many of your quotations are suggested. F1 balances both. In percent.
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td rowSpan={2} />
            <Table.Th scope="colgroup" colSpan={3}>
              Rules
            </Table.Th>
            <Table.Th scope="colgroup" colSpan={3}>
              Learnt
            </Table.Th>
          </Table.Tr>
          <Table.Tr>
            {['rules', 'learned'].flatMap((side) =>
              ['Precision', 'Recall', 'F1'].map((part) => (
                <Table.Th key={`${side} ${part}`} scope="col">
                  {part}
                </Table.Th>
              )),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ROWS.map(({ key, label }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{label}</Table.Th>
              {[rules, learned].flatMap((scores, side) => {
                const other = side === 0 ? learned : rules
                return PARTS.map((part) => (
                  <Table.Td
                    key={`${side} ${part}`}
                    data-better={(part === 'f1' && scores[key].f1 > other[key].f1) || undefined}
                  >
                    {(scores[key][part] * 100).toFixed(0)}
                  </Table.Td>
                ))
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
