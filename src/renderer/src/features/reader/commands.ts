import type { ArticleStatus } from '#core/model/article'
import type { Codebook } from '#core/model/codebook'
import { setStatus } from '#services/articles'
import type { AppCommand } from '#store/commands'
import { focusInspector, openFind, useReader } from '#store/reader'
import {
  activeAnnotation,
  applyTag,
  deleteActive,
  markSelection,
  moveBoundary,
  orSay,
  selectedRange,
  setPart,
  takeSpeakerFromText,
  walk,
} from './actions'
import { stepFind } from './find-steps'
import { openReader, textSession } from './open-reader'
import { renderedAnnotation, showActiveRenderings } from './renderings/actions'
import { suggestionCommands } from './suggestion-commands'
import { isWriting } from './turns'

const isOpen = (): boolean => openReader() !== null
// While an action is written nobody knows what will be active; the command decides when its turn comes.
const hasActive = (): boolean => isWriting() || activeAnnotation() !== null
const hasQuotation = (): boolean => isWriting() || activeAnnotation()?.quotation !== undefined
const hasFind = (): boolean => isOpen() && useReader.getState().find.query !== ''

function mark(as: ArticleStatus): () => void {
  return () => {
    const reader = openReader()
    if (reader) void orSay(setStatus([reader.article.id], as))
  }
}

/** Commands of the reader that do not depend on the codebook. */
export const readerCommands: readonly AppCommand[] = [
  {
    id: 'reader.find',
    label: 'Find in the article',
    keys: ['Mod+F'],
    menu: 'edit',
    group: 3,
    enabled: isOpen,
    run: openFind,
  },
  {
    id: 'reader.find-next',
    label: 'Find next',
    keys: ['F3', 'Mod+G'],
    menu: 'edit',
    group: 3,
    enabled: hasFind,
    run: () => stepFind(1),
  },
  {
    id: 'reader.find-previous',
    label: 'Find previous',
    keys: ['Shift+F3', 'Mod+Shift+G'],
    menu: 'edit',
    group: 3,
    enabled: hasFind,
    run: () => stepFind(-1),
  },
  {
    id: 'reader.next-article',
    label: 'Next article',
    keys: [']'],
    menu: 'article',
    group: 1,
    enabled: isOpen,
    run: () => openReader()?.onNext(),
  },
  {
    id: 'reader.previous-article',
    label: 'Previous article',
    keys: ['['],
    menu: 'article',
    group: 1,
    enabled: isOpen,
    run: () => openReader()?.onPrevious(),
  },
  {
    id: 'reader.status-todo',
    label: 'Mark article as to do',
    keys: ['Alt+1'],
    menu: 'article',
    group: 2,
    enabled: isOpen,
    run: mark('todo'),
  },
  {
    id: 'reader.status-in-progress',
    label: 'Mark article as in progress',
    keys: ['Alt+2'],
    menu: 'article',
    group: 2,
    enabled: isOpen,
    run: mark('in-progress'),
  },
  {
    id: 'reader.status-done',
    label: 'Mark article as done',
    keys: ['Alt+3'],
    menu: 'article',
    group: 2,
    enabled: isOpen,
    run: mark('done'),
  },
  {
    id: 'reader.focus-text',
    label: 'Go to the text',
    keys: ['t'],
    menu: 'view',
    group: 5,
    enabled: isOpen,
    run: () => textSession()?.focus(),
  },
  {
    id: 'reader.renderings',
    label: 'Show how other sources render it',
    keys: ['o'],
    menu: 'story',
    group: 1,
    enabled: () => renderedAnnotation() !== null,
    run: showActiveRenderings,
  },
  {
    id: 'annotate.speaker-span',
    label: 'Set the speaker’s words',
    keys: ['s'],
    menu: 'annotate',
    group: 3,
    enabled: hasQuotation,
    run: () => void setPart('speaker'),
  },
  {
    id: 'annotate.cue',
    label: 'Set the words of saying (cue)',
    keys: ['w'],
    menu: 'annotate',
    group: 3,
    enabled: hasQuotation,
    run: () => void setPart('cue'),
  },
  {
    id: 'annotate.content-piece',
    label: 'Add further words that were said',
    keys: ['Plus'],
    menu: 'annotate',
    group: 3,
    enabled: hasQuotation,
    run: () => void setPart('content'),
  },
  {
    id: 'annotate.speaker-from-text',
    label: 'Take the speaker from the speaker’s words',
    keys: ['Shift+S'],
    menu: 'annotate',
    group: 3,
    enabled: () => isWriting() || (activeAnnotation()?.quotation?.speakerSpan ?? null) !== null,
    run: () => void takeSpeakerFromText(),
  },
  {
    id: 'annotate.next',
    label: 'Next annotation',
    keys: ['.'],
    menu: 'annotate',
    group: 4,
    enabled: isOpen,
    run: () => void walk(1),
  },
  {
    id: 'annotate.previous',
    label: 'Previous annotation',
    keys: [','],
    menu: 'annotate',
    group: 4,
    enabled: isOpen,
    run: () => void walk(-1),
  },
  {
    id: 'annotate.start-earlier',
    label: 'Move the start a word back',
    keys: ['u', '{'],
    menu: 'annotate',
    group: 5,
    enabled: hasActive,
    run: () => void moveBoundary({ edge: 'start', forward: false }),
  },
  {
    id: 'annotate.start-later',
    label: 'Move the start a word on',
    keys: ['i', '}'],
    menu: 'annotate',
    group: 5,
    enabled: hasActive,
    run: () => void moveBoundary({ edge: 'start', forward: true }),
  },
  {
    id: 'annotate.end-earlier',
    label: 'Move the end a word back',
    keys: ['Shift+U', '<'],
    menu: 'annotate',
    group: 5,
    enabled: hasActive,
    run: () => void moveBoundary({ edge: 'end', forward: false }),
  },
  {
    id: 'annotate.end-later',
    label: 'Move the end a word on',
    keys: ['Shift+I', '>'],
    menu: 'annotate',
    group: 5,
    enabled: hasActive,
    run: () => void moveBoundary({ edge: 'end', forward: true }),
  },
  {
    id: 'annotate.edit',
    label: 'Edit the annotation in the inspector',
    keys: ['e'],
    menu: 'annotate',
    group: 6,
    enabled: isOpen,
    run: () => focusInspector(),
  },
  {
    id: 'annotate.note',
    label: 'Write a note',
    keys: ['m'],
    menu: 'annotate',
    group: 6,
    enabled: hasActive,
    run: () => focusInspector('note'),
  },
  {
    id: 'annotate.tags',
    label: 'Choose tags',
    keys: ['g'],
    menu: 'annotate',
    group: 6,
    enabled: hasActive,
    run: () => focusInspector('tags'),
  },
  {
    id: 'annotate.delete',
    label: 'Delete the annotation',
    keys: ['Delete', 'Backspace'],
    menu: 'annotate',
    group: 7,
    enabled: hasActive,
    run: () => void deleteActive(),
  },
  ...suggestionCommands,
]

/** Commands for the layers and for the tags that have a key; they come anew with each change of the codebook. */
export function codebookCommands({ layers, tags }: Codebook): readonly AppCommand[] {
  return [
    ...layers.map((layer): AppCommand => ({
      id: `annotate.layer.${layer.id}`,
      label: `Mark as ${layer.name.toLowerCase()}`,
      keys: layer.shortcut === null ? [] : [layer.shortcut],
      menu: 'annotate',
      group: 1,
      enabled: isOpen,
      run: () => void markSelection(layer.id),
    })),
    ...tags.flatMap((tag): AppCommand[] =>
      tag.shortcut === null
        ? []
        : [
            {
              id: `annotate.tag.${tag.id}`,
              label: `Tag: ${tag.name}`,
              keys: [tag.shortcut],
              menu: 'annotate',
              group: 2,
              enabled: () => hasActive() || selectedRange() !== null,
              run: () => void applyTag(tag.id),
            },
          ],
    ),
  ]
}
