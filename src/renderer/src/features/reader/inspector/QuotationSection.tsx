import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Quotation, QuotationType } from '#core/model/annotation'
import type { Span } from '#core/model/range'
import type { Speaker } from '#core/model/speaker'
import { IconButton } from '#ui/IconButton'
import type { AnnotationActions } from './annotation-actions'
import classes from './Inspector.module.css'
import { SpeakerSelect } from './SpeakerSelect'

interface QuotationSectionProps {
  readonly quotation: Quotation
  readonly speakers: readonly Speaker[]
  readonly actions: AnnotationActions
}

const TYPES: { value: QuotationType; label: string }[] = [
  { value: 'direct', label: 'Direct' },
  { value: 'mixed', label: 'Mixed' },
  { value: 'indirect', label: 'Indirect' },
]

/** Who said it, in which words the article says so, and what was said. */
export function QuotationSection({ quotation, speakers, actions }: QuotationSectionProps) {
  const { speakerSpan, cue, content, speaker } = quotation
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label="Type of quotation"
        value={quotation.type}
        data={TYPES}
        onChange={(type) => void actions.setType(type)}
      />
      <div className={classes['section']}>
        <SpeakerSelect
          label="Speaker"
          value={speaker}
          speakers={speakers}
          onChange={(id) => void actions.setSpeaker(id)}
          onAdd={(name) => void actions.addSpeaker(name)}
          field="first"
        />
        {speakerSpan && speaker === null && (
          <Button variant="light" onClick={() => void actions.takeSpeakerFromText()}>
            Take “{speakerSpan.exact}” as the speaker
          </Button>
        )}
      </div>
      <fieldset className={classes['section']}>
        <legend className={classes['legend']}>In the text</legend>
        <PartRow
          name="Speaker’s words"
          span={speakerSpan}
          onPick={() => void actions.pick('speaker')}
          onClear={() => void actions.clearPart('speaker')}
        />
        <PartRow
          name="Cue"
          span={cue}
          onPick={() => void actions.pick('cue')}
          onClear={() => void actions.clearPart('cue')}
        />
      </fieldset>
      <fieldset className={classes['section']}>
        <legend className={classes['legend']}>What was said</legend>
        <ol className={classes['list']}>
          {content.map((piece, index) => (
            <li key={piece.start} className={classes['row']}>
              <span className={classes['spanText']} dir="auto">
                {piece.exact}
              </span>
              {content.length > 1 && (
                <IconButton
                  label={`Remove piece ${index + 1}`}
                  onClick={() => void actions.removePiece(index)}
                >
                  <IconX size="1rem" />
                </IconButton>
              )}
            </li>
          ))}
        </ol>
        <Button
          variant="default"
          leftSection={<IconPlus size="1rem" aria-hidden />}
          onClick={() => void actions.pick('content')}
        >
          Add further words
        </Button>
      </fieldset>
    </>
  )
}

interface PartRowProps {
  readonly name: string
  readonly span: Span | null
  readonly onPick: () => void
  readonly onClear: () => void
}

function PartRow({ name, span, onPick, onClear }: PartRowProps) {
  return (
    <div role="group" aria-label={name}>
      <div className={classes['quiet']}>{name}</div>
      <div className={classes['row']}>
        {span ? (
          <span className={classes['spanText']} dir="auto">
            {span.exact}
          </span>
        ) : (
          <span className={`${classes['grow']} ${classes['unset']}`}>not marked</span>
        )}
        <Button variant="default" aria-label={`Pick in the text: ${name.toLowerCase()}`} onClick={onPick}>
          Pick in the text
        </Button>
        {span && (
          <IconButton label={`Clear ${name.toLowerCase()}`} onClick={onClear}>
            <IconX size="1rem" />
          </IconButton>
        )}
      </div>
    </div>
  )
}
