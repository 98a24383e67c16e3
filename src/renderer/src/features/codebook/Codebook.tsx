import { Button } from '@mantine/core'
import { IconPlus, IconTags } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { UsedCodebook } from '#services/codebook'
import { refreshCommands, runCommand } from '#store/command-registry'
import { selectItem, useCodebookView } from '#store/codebook'
import { EmptyState } from '#ui/EmptyState'
import { useTakeLostFocus } from '#ui/use-take-lost-focus'
import classes from './Codebook.module.css'
import { provideTags } from './commands'
import { LayerForm } from './LayerForm'
import { LayerList } from './LayerList'
import { DeleteTagDialog, MergeTagDialog } from './TagDialogs'
import { TagForm } from './TagForm'
import { TagTree } from './TagTree'

/** The codebook: tags in their tree, layers, and what is selected of them to edit. */
export function Codebook({ codebook }: { readonly codebook: UsedCodebook }) {
  const { tags, layers, usage } = codebook
  const selected = useCodebookView((state) => state.selected)
  const dialog = useCodebookView((state) => state.dialog)
  const tag = selected?.kind === 'tag' ? tags.find((one) => one.id === selected.id) : undefined
  const layer = selected?.kind === 'layer' ? layers.find((one) => one.id === selected.id) : undefined

  useEffect(() => {
    provideTags(tags)
    refreshCommands()
  }, [tags])
  const seen = useRef(tags)
  useEffect(() => {
    const has = (list: typeof tags, id: string) => list.some((one) => one.id === id)
    const { selected: item } = useCodebookView.getState()
    // What was deleted, or undone, is no longer there to edit; what was just made is not there yet.
    if (item?.kind === 'tag' && has(seen.current, item.id) && !has(tags, item.id)) selectItem(null)
    seen.current = tags
  }, [tags])

  const newTag = useRef<HTMLButtonElement>(null)
  // Where there are tags, their tree has taken it by now.
  useTakeLostFocus(newTag)

  const closeDialog = () => useCodebookView.setState({ dialog: null })
  return (
    <section className={classes['codebook']} data-place="codebook" aria-label="Codebook">
      <div className={classes['lists']}>
        <header className={classes['header']}>
          <h1 className={classes['title']}>Codebook</h1>
          <Button
            ref={newTag}
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => runCommand('codebook.new-tag')}
          >
            New tag
          </Button>
        </header>
        <div className={classes['scroll']}>
          <h2 className={classes['subtitle']} id="codebook-tags">
            Tags
          </h2>
          {tags.length === 0 ? (
            <p className={classes['none']}>
              No tags yet. A tag says what a passage is about; with a digit as its key it takes one key press.
            </p>
          ) : (
            <TagTree tags={tags} usage={usage} labelledBy="codebook-tags" />
          )}
          <h2 className={classes['subtitle']} id="codebook-layers">
            Layers
          </h2>
          <LayerList layers={layers} labelledBy="codebook-layers" />
        </div>
      </div>
      <div className={classes['detail']}>
        {tag ? (
          <TagForm key={tag.id} tag={tag} tags={tags} uses={usage[tag.id] ?? 0} />
        ) : layer ? (
          <LayerForm key={layer.id} layer={layer} />
        ) : (
          <EmptyState
            icon={<IconTags size="2rem" stroke={1.5} />}
            title="Nothing selected"
            actions={<Button onClick={() => runCommand('codebook.new-tag')}>New tag</Button>}
          >
            Select a tag or a layer to edit its name, colour, key and definition.
          </EmptyState>
        )}
      </div>
      {tag && <MergeTagDialog tag={tag} tags={tags} opened={dialog === 'merge'} onClose={closeDialog} />}
      {tag && <DeleteTagDialog tag={tag} opened={dialog === 'delete'} onClose={closeDialog} />}
    </section>
  )
}
