import { type CSSProperties, type ReactNode, useId, useMemo } from 'react'
import { writeSvg } from '#shared/domain/charts/svg.ts'
import type {
  PreviewCell,
  PreviewParagraph,
  PreviewPicture,
  PreviewRule,
  PreviewRun,
  PreviewTable,
} from '#shared/domain/documents/preview.ts'

/** A paragraph, a ruled line or a picture as it prints. */
export function Content({
  block,
  chosenFigure,
}: {
  readonly block: PreviewParagraph | PreviewRule | PreviewPicture
  readonly chosenFigure: string | null
}) {
  if (block.kind === 'picture') return <Picture picture={block} />
  if (block.kind === 'rule')
    return (
      <div
        className="print-rule"
        style={{ width: `${block.lengthMm}mm`, marginTop: `${block.beforePt}pt`, marginBottom: `${block.afterPt}pt` }}
      />
    )
  return (
    <p className="print" style={paragraphStyle(block)}>
      {block.mark === null ? null : `${block.mark} `}
      {block.runs.map((run, index) => (
        <Run key={index} run={run} chosen={run.figure !== null && run.figure === chosenFigure} />
      ))}
    </p>
  )
}

/** The very marks the file and the PDF are drawn from; its numbers show their rows like those of the text. */
function Picture({ picture }: { readonly picture: PreviewPicture }) {
  const id = useId()
  const { drawing, alt, widthMm, heightMm } = picture
  const svg = useMemo(
    () =>
      writeSvg({ ...drawing, title: alt, description: '' }, { id }, { width: `${widthMm}mm`, height: `${heightMm}mm` }),
    [drawing, alt, id, widthMm, heightMm],
  )
  return <div className="print-picture" style={{ height: `${heightMm}mm` }} dangerouslySetInnerHTML={{ __html: svg }} />
}

function paragraphStyle(paragraph: PreviewParagraph): CSSProperties {
  const { align, leftMm, firstLineMm, beforePt, afterPt, line, runs } = paragraph
  // Word's single line of Times New Roman is 1.15 times its size.
  const height = line.kind === 'exact' ? `${line.value}pt` : String(line.value * 1.15)
  return {
    textAlign: align === 'both' ? 'justify' : align,
    marginLeft: `${leftMm}mm`,
    textIndent: `${firstLineMm}mm`,
    paddingTop: `${beforePt}pt`,
    paddingBottom: `${afterPt}pt`,
    lineHeight: runs.length === 0 ? 0 : height,
    fontSize: `${runs[0]?.size ?? 1}pt`,
  }
}

function Run({ run, chosen }: { readonly run: PreviewRun; readonly chosen: boolean }): ReactNode {
  const style: CSSProperties = {
    fontSize: `${run.size}pt`,
    ...(run.bold ? { fontWeight: 700 } : {}),
    ...(run.italic ? { fontStyle: 'italic' } : {}),
    ...(run.underlined ? { textDecoration: 'underline' } : {}),
  }
  if (run.figure !== null)
    return (
      <span className={chosen ? 'run-figure run-chosen' : 'run-figure'} data-figure={run.figure} style={style}>
        {run.text}
      </span>
    )
  return (
    <span className={run.state === 'draft' ? 'run-draft' : undefined} style={style}>
      {run.text}
    </span>
  )
}

/** Some rows of a table, under its head. */
export function TableView({
  table,
  rows: [from, to],
  chosenFigure,
}: {
  readonly table: PreviewTable
  readonly rows: readonly [number, number]
  readonly chosenFigure: string | null
}) {
  const cell = (one: PreviewCell, head: boolean): ReactNode => {
    const Tag = head ? 'th' : 'td'
    return (
      <Tag
        key={one.column}
        colSpan={one.columns}
        rowSpan={one.rows}
        style={{ verticalAlign: one.vertical === 'center' ? 'middle' : 'top', padding: `0 ${table.cellMarginMm}mm` }}
      >
        {one.content.map((content, index) => (
          <Content key={index} block={content} chosenFigure={chosenFigure} />
        ))}
      </Tag>
    )
  }
  return (
    <table
      className={`print-table print-${table.look}`}
      style={{ width: `${table.columnsMm.reduce((a, b) => a + b, 0)}mm` }}
    >
      <colgroup>
        {table.columnsMm.map((width, index) => (
          <col key={index} style={{ width: `${width}mm` }} />
        ))}
      </colgroup>
      {table.headerRows === 0 ? null : (
        <thead>
          {table.rows.slice(0, table.headerRows).map((row, index) => (
            <tr key={index}>{row.cells.map((one) => cell(one, true))}</tr>
          ))}
        </thead>
      )}
      <tbody>
        {table.rows.slice(from, to).map((row, index) => (
          <tr key={from + index}>{row.cells.map((one) => cell(one, false))}</tr>
        ))}
      </tbody>
    </table>
  )
}
