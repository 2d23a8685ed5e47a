import { achievedFraction, differsFromStated, percentOf } from '../results/percent.ts'
import { wordLeavesRoom } from '../results/stated-percent.ts'
import { mainCell } from './read-form.ts'
import type { FileFinding, ReadCell, ReadLine, ReadReport } from './report-model.ts'

/**
 * The percent a line states, in percent: 0,855 in a cell whose format draws no percent is 85,5 where only that agrees
 * with the line's own figures.
 */
export function statedPercent(line: Pick<ReadLine, 'cells'>): ReadCell | null {
  const percent = line.cells.percent
  if (percent === undefined) return null
  const computed = ownPercent(line)
  const scaled = Number((percent.value * 100).toPrecision(12))
  if (percent.value === 0 || percent.value > 5 || computed === null) return percent
  const isFraction = differsFromStated(computed, percent.value) && !differsFromStated(computed, roundTenth(scaled))
  // A wrong fraction is still a fraction when it is nearer to ours that way.
  const isNearer = Math.abs(computed - scaled) < Math.abs(computed - percent.value) && percent.value <= 2
  return isFraction || isNearer ? { ...percent, value: scaled, notes: ['scaled'] } : percent
}

/** The line's own result against its own target; null without one. */
export function ownPercent({ cells }: Pick<ReadLine, 'cells'>, mayBeOfPeriod = true): number | null {
  const result = cells.cumulative ?? cells.value ?? (mayBeOfPeriod ? cells.increment : undefined)
  const achieved = achievedFraction(result?.value ?? null, cells.target?.value ?? null)
  return achieved === null ? null : percentOf(achieved)
}

/** Percents the report states that its own figures do not bear out, by more than 0,1 point. */
export function checkPercents(report: ReadReport): FileFinding[] {
  // Where others have a figure since the year began, one whose own cannot be read has no percent to be held against.
  const isOfPeriod = report.lines.every(({ cells }) => cells.cumulative === undefined && cells.value === undefined)
  return report.lines.flatMap((line): FileFinding[] => {
    const stated = statedPercent(line)
    const computed = ownPercent(line, isOfPeriod)
    if (stated === null || computed === null || !differsFromStated(computed, stated.value)) return []
    const main = mainCell(line)
    const told = { result: main?.value ?? 0, qualifier: main?.qualifier ?? null }
    if (wordLeavesRoom(told, line.cells.target?.value ?? null, stated.value)) return []
    return [
      {
        kind: 'percent',
        sheet: report.sheet,
        cell: stated.address,
        unit: report.unit.kind === 'unit' ? report.unit.unit : null,
        unitText: report.unit.text,
        indicator: line.indicator,
        role: 'percent',
        stated: stated.value,
        computed,
        text: stated.text,
      },
    ]
  })
}

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10
}
