import { useId, type ReactNode } from 'react'
import classes from './Pictures.module.css'

/** The figures behind a picture: to read with a screen reader, to select and to copy. */
export interface PictureTable {
  readonly columns: readonly string[]
  /** Cells in the order of the columns; the first one names the row. */
  readonly rows: readonly (readonly string[])[]
}

interface PictureProps {
  readonly title: string
  /** How to read it, in one short sentence. */
  readonly hint?: string
  readonly table: PictureTable
  readonly children: ReactNode
}

/** A picture with its name, how to read it, and its figures as a table. */
export function Picture({ title, hint, table, children }: PictureProps) {
  const id = useId()
  return (
    <figure className={classes['picture']} aria-labelledby={id}>
      <figcaption>
        <h2 className={classes['title']} id={id}>
          {title}
        </h2>
        {hint !== undefined && <p className={classes['hint']}>{hint}</p>}
      </figcaption>
      {children}
      <details className={classes['details']}>
        <summary>Show as table</summary>
        <div className={classes['tableBox']} tabIndex={0} role="group" aria-label={`${title}, table`}>
          <table className={classes['table']}>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join('\t')}>
                  {row.map((cell, index) =>
                    index === 0 ? (
                      <th key={table.columns[index]} scope="row" dir="auto">
                        {cell}
                      </th>
                    ) : (
                      <td key={table.columns[index]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
