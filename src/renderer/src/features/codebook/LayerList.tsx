import type { Layer } from '#core/model/codebook'
import { selectItem, useCodebookView } from '#store/codebook'
import { KeyHint } from '#ui/KeyHint'
import classes from './LayerList.module.css'

interface LayerListProps {
  readonly layers: readonly Layer[]
  readonly labelledBy: string
}

/** The layers of the corpus, each with its colour and key. */
export function LayerList({ layers, labelledBy }: LayerListProps) {
  const selected = useCodebookView((state) => state.selected)
  return (
    <ul className={classes['list']} aria-labelledby={labelledBy}>
      {layers.map((layer) => (
        <li key={layer.id}>
          <button
            type="button"
            className={classes['layer']}
            aria-pressed={selected?.kind === 'layer' && selected.id === layer.id}
            onClick={() => selectItem({ kind: 'layer', id: layer.id })}
          >
            <span className={classes['swatch']} style={{ backgroundColor: layer.color }} aria-hidden />
            <span className={classes['name']}>{layer.name}</span>
            {layer.shortcut !== null && <KeyHint keys={layer.shortcut} />}
          </button>
        </li>
      ))}
    </ul>
  )
}
