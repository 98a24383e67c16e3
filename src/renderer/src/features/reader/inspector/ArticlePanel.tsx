import { Tabs } from '@mantine/core'
import type { Annotation } from '#core/model/annotation'
import type { Article, ArticleMetadata } from '#core/model/article'
import type { Codebook } from '#core/model/codebook'
import type { Source } from '#core/model/source'
import type { Speaker } from '#core/model/speaker'
import { formatCount } from '#ui/counts'
import { AnnotationList } from './AnnotationList'
import classes from './Inspector.module.css'
import { MetadataForm } from './MetadataForm'
import { StoriesOfArticle } from './StoriesOfArticle'

interface ArticlePanelProps {
  readonly article: Article
  readonly annotations: readonly Annotation[]
  readonly codebook: Codebook
  readonly speakers: readonly Speaker[]
  readonly sources: readonly Source[]
  readonly onGoTo: (annotation: Annotation) => void
  readonly onEdit: (patch: Partial<ArticleMetadata>) => void
  readonly onSource: (name: string | null) => void
}

/** All of the article: its annotations, and what is known about it. */
export function ArticlePanel({
  article,
  annotations,
  codebook,
  speakers,
  sources,
  ...props
}: ArticlePanelProps) {
  const guessed = article.guessed.length
  return (
    <Tabs defaultValue="annotations" className={classes['tabs']} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="annotations">Annotations ({formatCount(annotations.length)})</Tabs.Tab>
        <Tabs.Tab value="article">Article{guessed > 0 && ` (${guessed} guessed)`}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="annotations" className={classes['panel']}>
        <AnnotationList
          annotations={annotations}
          codebook={codebook}
          speakers={speakers}
          onGoTo={props.onGoTo}
        />
      </Tabs.Panel>
      <Tabs.Panel value="article" className={classes['panel']}>
        <MetadataForm
          key={article.id}
          article={article}
          sources={sources}
          onEdit={props.onEdit}
          onSource={props.onSource}
        />
        <StoriesOfArticle article={article.id} />
      </Tabs.Panel>
    </Tabs>
  )
}
