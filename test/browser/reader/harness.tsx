import { createRoot } from 'react-dom/client'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import type { Annotation } from '#core/model/annotation'
import type { CorpusDatabase } from '#data/database'
import type { StoredArticle } from '#data/stored'
import { createTag } from '#services/codebook'
import { createCorpus } from '#services/corpora'
import { openedCorpus } from '#services/open-corpus'
import { closeCorpus, openCorpus } from '#services/session'
import { provideCommands } from '#store/command-registry'
import { openArticle, resetNavigation } from '#store/navigation'
import { setFind } from '#store/reader'
import { useCommandKeys } from '../../../src/renderer/src/app/keyboard'
import { Providers } from '../../../src/renderer/src/app/Providers'
import { readerCommands } from '../../../src/renderer/src/features/reader/commands'
import { Inspector } from '../../../src/renderer/src/features/reader/Inspector'
import { Reader } from '../../../src/renderer/src/features/reader/Reader'
import { addArticles } from '../data/samples'

/** A reader on a corpus of its own, in a real database. */
export interface Bench {
  readonly database: CorpusDatabase
  readonly articles: readonly StoredArticle[]
  /** Shows an article and waits until its text is there. */
  readonly show: (index: number, theme?: 'light' | 'dark') => Promise<void>
  /** What is stored, in the order it was made. */
  readonly stored: () => Promise<readonly Annotation[]>
  readonly remove: () => Promise<void>
}

let made = 0

function Screen({ id, theme, turn }: { id: string; theme: 'light' | 'dark'; turn: (step: number) => void }) {
  useCommandKeys()
  return (
    <Providers theme={theme}>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 22rem', height: '100vh' }}>
        <main style={{ minWidth: 0, minHeight: 0 }}>
          <Reader articleId={id} onNext={() => turn(1)} onPrevious={() => turn(-1)} />
        </main>
        <Inspector articleId={id} />
      </div>
    </Providers>
  )
}

/** Makes a corpus with these texts and the tags Denial (1) and, below it, Flat denial (2), and opens it. */
export async function createBench(...texts: readonly string[]): Promise<Bench> {
  made++
  await page.viewport(1280, 800)
  const corpus = await createCorpus(`Reader ${Date.now()} ${made}`)
  if (!corpus.ok) throw new Error(corpus.error.message)
  await openCorpus(corpus.value.id)
  const database = openedCorpus()?.database
  if (!database) throw new Error('The corpus is not open')
  const articles = await addArticles(database, ...texts)
  const denial = await createTag({ name: 'Denial', shortcut: '1' })
  if (!denial.ok) throw new Error(denial.error.message)
  await createTag({ name: 'Flat denial', parent: denial.value.id, shortcut: '2' })
  provideCommands('reader', { place: 'reader', commands: readerCommands })

  const element = document.createElement('div')
  element.id = 'root'
  document.body.append(element)
  const root = createRoot(element)
  let shown = 0

  function draw(index: number, theme: 'light' | 'dark'): StoredArticle | undefined {
    const article = articles[index]
    if (!article) return undefined
    shown = index
    openArticle(article.id)
    root.render(<Screen id={article.id} theme={theme} turn={(step) => draw(shown + step, theme)} />)
    return article
  }

  async function show(index: number, theme: 'light' | 'dark' = 'light'): Promise<void> {
    const article = draw(index, theme)
    if (!article) return
    await expect
      .poll(() => textElement()?.querySelectorAll('.article-text > *').length ?? 0)
      .toBeGreaterThan(0)
    await expect.poll(() => document.querySelector('h1')?.textContent).toBe(article.title)
  }

  return {
    database,
    articles,
    show,
    stored: () => database.annotations.orderBy('id').toArray(),
    async remove() {
      root.unmount()
      element.remove()
      resetNavigation()
      setFind({
        open: false,
        query: '',
        current: null,
        wholeWord: false,
        matchCase: false,
        ignoreAccents: true,
      })
      await closeCorpus()
    },
  }
}

/** The focusable element that holds the text. */
export function textElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[aria-label="Article text"]')
}

/** What the browser has selected, with blank space as single spaces. */
export function selectedText(): string {
  return (document.getSelection()?.toString() ?? '').replace(/\s+/g, ' ')
}

/** Texts of the marks that carry an annotation. */
export function paintedTexts(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('.article-text mark[data-ids]')].map(
    (mark) => mark.textContent,
  )
}
