import { Button, Modal } from '@mantine/core'
import { IconColumns2 } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { runCommand } from '#store/command-registry'
import { useLibrary } from '#store/library'
import { openArticle, openPair } from '#store/navigation'
import { formatDate } from '#ui/dates'
import type { LibraryRow } from '../rows'
import type { LibrarySource } from '../source'
import { describeCopy, type Copy } from './copies'
import classes from './CopiesDialog.module.css'

const close = () => useLibrary.setState({ copiesOf: null })

interface CopiesDialogProps {
  readonly source: LibrarySource
  readonly copiesOf: (id: string) => readonly Copy[] | undefined
}

const NO_COPIES: readonly Copy[] = []

/** The articles that share text with one of the library, each to be opened or read beside it. */
export function CopiesDialog({ source, copiesOf }: CopiesDialogProps) {
  const id = useLibrary((state) => state.copiesOf)
  const copies = (id === null ? undefined : copiesOf(id)) ?? NO_COPIES
  const [rows, setRows] = useState<ReadonlyMap<string, LibraryRow>>(new Map())
  useEffect(() => {
    if (id === null) return
    let isWanted = true
    void source.read([id, ...copies.map(({ article }) => article)]).then((found) => {
      if (isWanted) setRows(new Map(found.map((row) => [row.article.id, row])))
    })
    return () => {
      isWanted = false
    }
  }, [source, id, copies])
  const row = id === null ? undefined : rows.get(id)
  return (
    <Modal
      opened={row !== undefined}
      onClose={close}
      title={row ? `Copies of “${row.article.title}”` : ''}
      size="44rem"
    >
      {row && <Copies row={row} copies={copies} rows={rows} />}
    </Modal>
  )
}

interface CopiesProps {
  readonly row: LibraryRow
  readonly copies: readonly Copy[]
  readonly rows: ReadonlyMap<string, LibraryRow>
}

function Copies({ row, copies, rows }: CopiesProps) {
  if (copies.length === 0) {
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
      {copies.map((copy) => {
        const other = rows.get(copy.article)
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
