import { SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconSearch } from '@tabler/icons-react'
import type { Article, ArticleStatus } from '#core/model/article'
import { directionOf } from '#dom/direction'
import { openFind } from '#store/reader'
import { IconButton } from '#ui/IconButton'
import { formatDay, formatLanguage, STATUS_OPTIONS } from './format'
import classes from './Reader.module.css'
import { TypographyMenu, type Typography } from './TypographyMenu'

interface ReaderHeaderProps {
  readonly article: Article | null
  readonly sourceName: string | null
  readonly typography: Typography
  readonly onStatus: (status: ArticleStatus) => void
  readonly onTypography: (patch: Partial<Typography>) => void
  readonly onNext: () => void
  readonly onPrevious: () => void
}

/** Title and facts of the article, its status, and the reader's few buttons. */
export function ReaderHeader({ article, sourceName, typography, ...props }: ReaderHeaderProps) {
  return (
    <header className={classes['header']}>
      <div className={classes['heading']} dir={article ? directionOf(article.title, null) : undefined}>
        <h1 className={classes['title']} title={article?.title}>
          {article?.title ?? ''}
        </h1>
        {article && (
          // The line stands under its title, and reads in the direction of the interface.
          <p className={classes['facts']}>
            <bdi dir="ltr">{factsOf(article, sourceName).join(' · ')}</bdi>
          </p>
        )}
      </div>
      <div className={classes['tools']}>
        {article && (
          <SegmentedControl
            aria-label="Status of the article"
            value={article.status}
            data={[...STATUS_OPTIONS]}
            onChange={props.onStatus}
          />
        )}
        <IconButton label="Previous article" keys="[" onClick={props.onPrevious}>
          <IconArrowLeft size="1.125rem" />
        </IconButton>
        <IconButton label="Next article" keys="]" onClick={props.onNext}>
          <IconArrowRight size="1.125rem" />
        </IconButton>
        <IconButton label="Find in the article" keys="Mod+F" onClick={openFind}>
          <IconSearch size="1.125rem" />
        </IconButton>
        <TypographyMenu typography={typography} onChange={props.onTypography} />
      </div>
    </header>
  )
}

/** Source, date and language, and what a person should know before trusting the text. */
function factsOf(article: Article, sourceName: string | null): readonly string[] {
  const facts = [
    sourceName ?? 'Unknown source',
    article.publishedAt ? formatDay(article.publishedAt) : 'no date',
    article.language ? formatLanguage(article.language) : 'unknown language',
    `${article.words.toLocaleString()} words`,
  ]
  if (article.sameText) facts.push('another outlet prints the same text')
  if (!article.encoding.certain) facts.push(`encoding in doubt (${article.encoding.name})`)
  return facts
}
