import { IconCopy, IconLanguageOff, IconLayoutNavbar, IconWand } from '@tabler/icons-react'
import type { Article } from '#core/model/article'
import { articleFlags, type ArticleFlag } from './format'
import classes from './Flags.module.css'

const ICONS: Readonly<Record<ArticleFlag['kind'], typeof IconCopy>> = {
  guessed: IconWand,
  encoding: IconLanguageOff,
  'same-text': IconCopy,
  furniture: IconLayoutNavbar,
}

/** What a person should look at in an article: an icon each, with its meaning as name and tooltip. */
export function Flags({ article }: { readonly article: Article }) {
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
    </span>
  )
}
