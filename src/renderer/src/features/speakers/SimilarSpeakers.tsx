import { Button } from '@mantine/core'
import type { SpeakerPair } from '#core/suggest/similar-speakers'
import { tellApart, type SpeakerUse } from '#services/speakers'
import { askToMerge } from '#store/speakers'
import { countOf } from '#ui/counts'
import { notifyError } from '#ui/notify'
import classes from './SimilarSpeakers.module.css'
import { offerUndo } from './undo'

interface SimilarSpeakersProps {
  readonly pairs: readonly SpeakerPair[]
  readonly speakers: readonly SpeakerUse[]
}

/** Pairs shown at a time: each that is decided makes room. */
const SHOWN = 50

async function keepApart(one: SpeakerUse, other: SpeakerUse): Promise<void> {
  const told = await tellApart(one.speaker.id, other.speaker.id)
  if (told.ok) await offerUndo(`${one.speaker.name} and ${other.speaker.name} stay two.`)
  else notifyError(told.error)
}

/** Records of similar names, each pair to be merged or told apart by a person. */
export function SimilarSpeakers({ pairs, speakers }: SimilarSpeakersProps) {
  const byId = new Map(speakers.map((use) => [use.speaker.id, use]))
  return (
    <div className={classes['similar']}>
      <h2 className={classes['title']}>May be one speaker</h2>
      <p className={classes['text']}>
        Their names sound alike. Nothing is merged before you say so; you can undo it.
      </p>
      <ul className={classes['pairs']} aria-label="Similar names">
        {pairs.slice(0, SHOWN).map(({ a, b }) => {
          const [one, other] = [byId.get(a), byId.get(b)]
          if (!one || !other) return null
          return (
            <li key={`${a} ${b}`} className={classes['pair']}>
              <Name use={one} />
              <Name use={other} />
              <div className={classes['buttons']}>
                <Button size="compact-sm" onClick={() => askToMerge([a, b])}>
                  Merge…
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => void keepApart(one, other)}>
                  Not the same
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Name({ use: { speaker, accepted, suggested } }: { readonly use: SpeakerUse }) {
  return (
    <span className={classes['name']}>
      <bdi>{speaker.name}</bdi>
      <span className={classes['uses']}>
        {countOf(accepted + suggested, 'quotation or claim', 'quotations and claims')}
      </span>
    </span>
  )
}
