import { IconCopy, IconFiles, IconLanguageOff, IconLayoutNavbar, IconWand } from '@tabler/icons-react'
import type { Article } from '#core/model/article'
import { useLibrary } from '#store/library'
import { articleFlags, type ArticleFlag } from './format'
import classes from './Flags.module.css'
import { describeCopies, type Copy } from './reuse/copies'

const ICONS: Readonly<Record<ArticleFlag['kind'], typeof IconCopy>> = {
  guessed: IconWand,
  encoding: IconLanguageOff,
  'same-text': IconCopy,
  furniture: IconLayoutNavbar,
}

interface FlagsProps {
  readonly article: Article
  /** Other articles that share its text; undefined for none. */
  readonly copies: readonly Copy[] | undefined
}

/** What a person should look at in an article: an icon each, with its meaning as name and tooltip. */
export function Flags({ article, copies }: FlagsProps) {
  return (
    <span className={classes['flags']}>
      {articleFlags(article).map(({ kind, text }) => {
        const Icon = ICONS[kind]
        return (
          <span
            key={kind}
            role="img"
            aria-label={text}
            title={text}
            className={classes['flag']}
            data-kind={kind}
          >
            <Icon size="0.9375rem" stroke={1.75} aria-hidden />
          </span>
        )
      })}
      {copies && (
        // The list has one tab stop; by keyboard its command shows the copies.
        <button
          type="button"
          tabIndex={-1}
          className={classes['copies']}
          aria-label={`${describeCopies(copies)}: show them`}
          title={describeCopies(copies)}
          onClick={(event) => {
            event.stopPropagation()
            useLibrary.setState({ copiesOf: article.id })
          }}
        >
          <IconFiles size="0.9375rem" stroke={1.75} aria-hidden />
          {copies.length}
        </button>
      )}
    </span>
  )
}
