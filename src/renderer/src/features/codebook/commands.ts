import type { Tag } from '#core/model/codebook'
import { createTag, describeTagRemoval } from '#services/codebook'
import type { AppCommand } from '#store/commands'
import { renameTag, setClosed, useCodebookView } from '#store/codebook'
import { notifyError } from '#ui/notify'
import { deleteTagWithUndo } from './TagDialogs'

let tags: readonly Tag[] = []

/** Tells the commands which tags there are; the screen does so as they change. */
export function provideTags(present: readonly Tag[]): void {
  tags = present
}

function selectedTag(): Tag | undefined {
  const { selected } = useCodebookView.getState()
  return selected?.kind === 'tag' ? tags.find((tag) => tag.id === selected.id) : undefined
}

/** Makes a tag under a name that is free there, and puts the focus on the name. */
async function addTag(parent: string | null): Promise<void> {
  const taken = new Set(tags.filter((tag) => tag.parent === parent).map((tag) => tag.name))
  let name = 'New tag'
  for (let number = 2; taken.has(name); number += 1) name = `New tag ${number}`
  const made = await createTag({ name, parent })
  if (!made.ok) {
    notifyError(made.error)
    return
  }
  if (parent !== null) setClosed(parent, false)
  renameTag(made.value.id)
}

/** Asks first when a deletion touches annotations or other tags; otherwise undo is enough. */
async function askToDelete(tag: Tag): Promise<void> {
  const { annotations, children } = await describeTagRemoval(tag.id)
  if (annotations + children > 0) useCodebookView.setState({ dialog: 'delete' })
  else await deleteTagWithUndo(tag)
}

const isTagSelected = (): boolean => selectedTag() !== undefined

/** Commands of the codebook. */
export const codebookCommands: readonly AppCommand[] = [
  {
    id: 'codebook.new-tag',
    label: 'New tag',
    keys: ['n', 'Insert'],
    menu: 'corpus',
    group: 3,
    run: () => void addTag(selectedTag()?.parent ?? null),
  },
  {
    id: 'codebook.new-child',
    label: 'New tag below',
    keys: ['Shift+N'],
    menu: 'corpus',
    group: 3,
    enabled: isTagSelected,
    run: () => void addTag(selectedTag()?.id ?? null),
  },
  {
    id: 'codebook.rename-tag',
    label: 'Rename tag',
    keys: ['F2'],
    menu: 'corpus',
    group: 3,
    enabled: isTagSelected,
    run: () => {
      const tag = selectedTag()
      if (tag) renameTag(tag.id)
    },
  },
  {
    id: 'codebook.merge-tag',
    label: 'Merge tag into…',
    keys: ['m'],
    menu: 'corpus',
    group: 3,
    enabled: () => isTagSelected() && tags.length > 1,
    run: () => useCodebookView.setState({ dialog: 'merge' }),
  },
  {
    id: 'codebook.delete-tag',
    label: 'Delete tag…',
    keys: ['Delete'],
    menu: 'corpus',
    group: 3,
    enabled: isTagSelected,
    run: () => {
      const tag = selectedTag()
      if (tag) void askToDelete(tag)
    },
  },
]
