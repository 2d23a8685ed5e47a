import { Button } from '@fluentui/react-components'
import { DeleteRegular, EditRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { commonText } from '#renderer/text/common.ts'
import './simple-table.css'

export interface SimpleColumn<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'right'
  readonly width?: string
}

interface SimpleTableProps<Row> {
  readonly label: string
  readonly columns: readonly SimpleColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly empty?: string
  readonly onEdit?: (row: Row) => void
  readonly onRemove?: (row: Row) => void
  /** What a screen reader adds to Sửa and Xóa. */
  readonly rowName?: (row: Row) => string
}

/** A short list that is read rather than worked in; the big tables are DataGrid's. */
export function SimpleTable<Row>(props: SimpleTableProps<Row>) {
  const { label, columns, rows, rowKey, empty, onEdit, onRemove, rowName } = props
  if (rows.length === 0 && empty !== undefined) return <p className="simple-empty">{empty}</p>
  const hasActions = onEdit !== undefined || onRemove !== undefined
  return (
    <table className="simple-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.title}
              scope="col"
              className={column.align === 'right' ? 'simple-right' : undefined}
              style={column.width === undefined ? undefined : { width: column.width }}
            >
              {column.title}
            </th>
          ))}
          {hasActions ? (
            <th scope="col" className="simple-actions">
              <span className="sr-only">{commonText.edit}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.title} className={column.align === 'right' ? 'simple-right' : undefined}>
                {column.cell(row)}
              </td>
            ))}
            {hasActions ? (
              <td className="simple-actions">
                {onEdit === undefined ? null : (
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<EditRegular />}
                    aria-label={`${commonText.edit}: ${rowName?.(row) ?? ''}`}
                    onClick={() => onEdit(row)}
                  />
                )}
                {onRemove === undefined ? null : (
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    aria-label={`${commonText.remove}: ${rowName?.(row) ?? ''}`}
                    onClick={() => onRemove(row)}
                  />
                )}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
