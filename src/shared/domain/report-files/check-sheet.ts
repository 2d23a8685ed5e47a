import type { Shape } from './choose-shape.ts'
import type { TableSpan } from './find-header.ts'
import { mainCell, readForm } from './read-form.ts'
import type { ReadingContext } from './read-sheet.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, ReadReport } from './report-model.ts'

/** Totals typed beside units that stand side by side. */
export function checkAcross(
  grid: ReportGrid,
  table: TableSpan,
  shape: Extract<Shape, { shape: 'unitsAcross' }>,
  context: ReadingContext,
): FileFinding[] {
  if (shape.total.length === 0) return []
  const sums = new Map<string, number>()
  for (const block of shape.blocks)
    for (const line of readForm(
      grid,
      table,
      { labels: shape.labels, measure: shape.measure, wanted: block.wanted },
      context.indicators,
    ).lines)
      for (const cell of Object.values(line.cells))
        if (cell !== undefined)
          sums.set(
            `${line.indicator.code}|${cell.role}`,
            (sums.get(`${line.indicator.code}|${cell.role}`) ?? 0) + cell.value,
          )
  const stated = readForm(
    grid,
    table,
    { labels: shape.labels, measure: shape.measure, wanted: shape.total },
    context.indicators,
  )
  return stated.lines.flatMap((line) =>
    Object.values(line.cells).flatMap((cell): FileFinding[] => {
      const ours = cell === undefined ? undefined : sums.get(`${line.indicator.code}|${cell.role}`)
      if (
        cell === undefined ||
        ours === undefined ||
        ours === cell.value ||
        cell.role === 'percent' ||
        line.indicator.kind === 'ratio'
      )
        return []
      return [
        {
          kind: 'total',
          sheet: grid.name,
          cell: cell.address,
          unit: null,
          unitText: null,
          indicator: line.indicator,
          role: cell.role,
          stated: cell.value,
          computed: ours,
          text: cell.text,
        },
      ]
    }),
  )
}

/** Rows somebody hid are taken, and told. */
export function checkHidden({ sheet, unit, lines }: ReadReport): FileFinding[] {
  return lines.flatMap((line): FileFinding[] => {
    const cell = mainCell(line)
    if (!line.hidden || cell === undefined) return []
    return [
      {
        kind: 'hiddenRow',
        sheet,
        cell: cell.address,
        unit: unit.kind === 'unit' ? unit.unit : null,
        unitText: unit.text,
        indicator: line.indicator,
        role: cell.role,
        stated: cell.value,
        computed: null,
        text: cell.text,
      },
    ]
  })
}
