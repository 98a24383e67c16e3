import { Button, Modal } from '@mantine/core'
import { IconColumns2 } from '@tabler/icons-react'
import { runCommand } from '#store/command-registry'
import { useLibrary } from '#store/library'
import { openArticle, openPair } from '#store/navigation'
import { formatDate } from '#ui/dates'
import type { LibraryRow } from '../rows'
import { describeCopy } from './copies'
import classes from './CopiesDialog.module.css'

const close = () => useLibrary.setState({ copiesOf: null })

/** The articles that share text with one of the library, each to be opened or read beside it. */
export function CopiesDialog({ rows }: { readonly rows: readonly LibraryRow[] }) {
  const id = useLibrary((state) => state.copiesOf)
  const row = id === null ? undefined : rows.find(({ article }) => article.id === id)
  return (
    <Modal
      opened={row !== undefined}
      onClose={close}
      title={row ? `Copies of “${row.article.title}”` : ''}
      size="44rem"
    >
      {row && <Copies row={row} rows={rows} />}
    </Modal>
  )
}

function Copies({ row, rows }: { readonly row: LibraryRow; readonly rows: readonly LibraryRow[] }) {
  const byId = new Map(rows.map((one) => [one.article.id, one]))
  if (!row.copies) {
    return (
      <div className={classes['none']}>
        <p>No copies of it are known. Crossread can look for text that articles of this corpus share.</p>
        <Button
          onClick={() => {
            close()
            runCommand('reuse.find')
          }}
        >
          Find copies in the whole corpus
        </Button>
      </div>
    )
  }
  return (
    <ul className={classes['copies']}>
      {row.copies.map((copy) => {
        const other = byId.get(copy.article)
        if (!other) return null
        const { title, publishedAt } = other.article
        return (
          <li key={copy.article} className={classes['copy']}>
            <div className={classes['words']}>
              <span className={classes['title']} dir="auto">
                {title}
              </span>
              <span className={classes['facts']}>
                {other.sourceName ?? 'Unknown source'}
                {publishedAt !== null && ` · ${formatDate(publishedAt)}`}
              </span>
              <span className={classes['facts']}>{describeCopy(copy)}</span>
            </div>
            <Button
              variant="default"
              aria-label={`Open ${title}`}
              onClick={() => {
                close()
                openArticle(copy.article)
              }}
            >
              Open
            </Button>
            <Button
              leftSection={<IconColumns2 size="1rem" aria-hidden />}
              aria-label={`Side by side with ${title}`}
              onClick={() => {
                close()
                openPair(row.article.id, copy.article)
              }}
            >
              Side by side
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
