import { describe, expect, it } from 'vitest'
import { createAnnotation, liveAnnotations, updateAnnotation } from '#services/annotations'
import { removeArticles } from '#services/articles'
import {
  createTag,
  deleteTag,
  describeTagRemoval,
  editLayer,
  editTag,
  liveCodebook,
  mergeTags,
} from '#services/codebook'
import { undo } from '#services/history'
import { addAlias, addSpeaker, liveSpeakers, renameSpeaker } from '#services/speakers'
import { now, until, valueOf, withOpenCorpus } from './fake-main'

async function annotate(article: string, ...tags: readonly string[]) {
  return valueOf(
    await createAnnotation({ article, layer: 'highlight', ranges: [{ start: 0, end: 3 }], tags }),
  )
}

const tagsOf = async (article: string) => (await now(liveAnnotations(article))).map(({ tags }) => tags)

describe('tags', () => {
  it('gets a colour of the palette and its place in the tree', () =>
    withOpenCorpus([], async () => {
      const parent = valueOf(await createTag({ name: ' Number ' }))
      const child = valueOf(await createTag({ name: 'Troops', parent: parent.id, shortcut: '1' }))
      const other = valueOf(await createTag({ name: 'Aid' }))
      expect(parent).toMatchObject({ name: 'Number', parent: null, color: '#e69f00' })
      expect((await now(liveCodebook())).tags).toEqual([other, parent, child])
      expect((await now(liveCodebook())).layers.map(({ id }) => id)).toEqual([
        'highlight',
        'quotation',
        'claim',
      ])
    }))

  it('refuses a name twice in one place, a key twice, a cycle, a bad colour and a key that is no digit', () =>
    withOpenCorpus([], async () => {
      const parent = valueOf(await createTag({ name: 'A', shortcut: '1' }))
      const child = valueOf(await createTag({ name: 'B', parent: parent.id }))
      const refusals = [
        [await createTag({ name: 'a' }), 'conflict'],
        [await createTag({ name: 'C', shortcut: '1' }), 'conflict'],
        [await editTag(parent.id, { parent: child.id }), 'invalid-input'],
        [await createTag({ name: 'C', color: 'red' }), 'invalid-input'],
        [await createTag({ name: 'C', shortcut: 'x' }), 'invalid-input'],
        [await createTag({ name: '  ' }), 'invalid-input'],
        [await createTag({ name: 'C', parent: 'gone' }), 'not-found'],
      ] as const
      for (const [refused, kind] of refusals) expect(refused).toMatchObject({ ok: false, error: { kind } })
      expect(await createTag({ name: 'a', parent: parent.id })).toMatchObject({ ok: true })
    }))

  it('counts their use, removed articles and rejected annotations left out', () =>
    withOpenCorpus(['abc', 'def'], async ([one, two]) => {
      const tag = valueOf(await createTag({ name: 'A' }))
      const first = await annotate(one?.id ?? '', tag.id)
      await annotate(one?.id ?? '', tag.id)
      await annotate(two?.id ?? '', tag.id)
      await until(liveCodebook(), ({ usage }) => usage[tag.id] === 3)
      valueOf(await updateAnnotation(first.id, 'Reject', (a) => ({ ...a, status: 'rejected' })))
      await until(liveCodebook(), ({ usage }) => usage[tag.id] === 2)
      valueOf(await removeArticles([two?.id ?? '']))
      await until(liveCodebook(), ({ usage }) => usage[tag.id] === 1)
    }))

  it('merges one into another: annotations and tags below it go over, and come back', () =>
    withOpenCorpus(['abc'], async ([article]) => {
      const id = article?.id ?? ''
      const from = valueOf(await createTag({ name: 'From' }))
      const into = valueOf(await createTag({ name: 'Into' }))
      const below = valueOf(await createTag({ name: 'Below', parent: from.id }))
      await annotate(id, from.id)
      await annotate(id, from.id, into.id)
      valueOf(await mergeTags(from.id, into.id))
      expect(await tagsOf(id)).toEqual([[into.id], [into.id]])
      expect((await now(liveCodebook())).tags).toEqual([into, { ...below, parent: into.id }])
      expect(await mergeTags(into.id, below.id)).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
      expect(await undo()).toEqual({ ok: true, value: 'Merge tag From into Into' })
      expect((await tagsOf(id)).toSorted()).toEqual([[from.id], [from.id, into.id]].toSorted())
    }))

  it('says what deleting takes along, and does just that', () =>
    withOpenCorpus(['abc', 'def'], async ([one, two]) => {
      const tag = valueOf(await createTag({ name: 'A' }))
      const below = valueOf(await createTag({ name: 'B', parent: tag.id }))
      const other = valueOf(await createTag({ name: 'C' }))
      await annotate(one?.id ?? '', tag.id, other.id)
      const rejected = await annotate(two?.id ?? '', below.id)
      valueOf(await updateAnnotation(rejected.id, 'Reject', (a) => ({ ...a, status: 'rejected' })))
      await annotate(two?.id ?? '', other.id)
      expect(await describeTagRemoval(tag.id)).toEqual({ annotations: 2, children: 1 })
      valueOf(await deleteTag(tag.id))
      expect((await now(liveCodebook())).tags).toEqual([other])
      expect(await tagsOf(one?.id ?? '')).toEqual([[other.id]])
      await until(liveCodebook(), ({ usage }) => usage[tag.id] === undefined && usage[other.id] === 2)
    }))
})

it('edits a layer, and refuses a key that another has', () =>
  withOpenCorpus([], async () => {
    valueOf(await editLayer('claim', { name: 'Fact', shortcut: 'f' }))
    expect((await now(liveCodebook())).layers.at(-1)).toMatchObject({
      id: 'claim',
      name: 'Fact',
      shortcut: 'f',
    })
    expect(await editLayer('claim', { shortcut: 'q' })).toMatchObject({
      ok: false,
      error: { kind: 'conflict' },
    })
  }))

describe('speakers', () => {
  it('answers the one that is known by a name or an alias already', () =>
    withOpenCorpus([], async () => {
      const lavrov = valueOf(await addSpeaker('Sergey Lavrov'))
      valueOf(await addAlias(lavrov.id, 'the foreign minister'))
      valueOf(await addAlias(lavrov.id, 'Sergei Lavrov'))
      expect(valueOf(await addSpeaker('  sergei lavrov '))).toMatchObject({ id: lavrov.id })
      expect(await now(liveSpeakers())).toMatchObject([
        { aliases: ['the foreign minister', 'Sergei Lavrov'] },
      ])
    }))

  it('renames one, and refuses the name of another', () =>
    withOpenCorpus([], async () => {
      const one = valueOf(await addSpeaker('Zelensky'))
      valueOf(await addSpeaker('Lavrov'))
      expect(await renameSpeaker(one.id, 'lavrov')).toMatchObject({ ok: false, error: { kind: 'conflict' } })
      valueOf(await renameSpeaker(one.id, 'Volodymyr Zelenskyy'))
      expect((await now(liveSpeakers())).map(({ name }) => name)).toEqual(['Lavrov', 'Volodymyr Zelenskyy'])
    }))
})
