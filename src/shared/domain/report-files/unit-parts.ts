import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { isCutWord, readLabel } from './label-words.ts'
import { type IndicatorDirectory, type KnownIndicator, wordingKey } from './match-indicator.ts'
import { readRowCells, type WantedCell } from './read-row.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, FileQuestion, ReadCell, ReadLine } from './report-model.ts'

/**
 * "Trong đó: khu vực ngoài nhà nước", "- Nữ" under a unit's row of a consolidated table: a part of that unit's figures and
 * no unit of its own. "- Huyện Tân Phú" is a unit, whatever sign stands before it.
 */
export function isPartOfUnit(name: string): boolean {
  const { words, isPart } = readLabel(name)
  const cuts = [...words].filter(isCutWord).length
  return cuts > 0 && (isPart || cuts === words.size)
}

export interface UnitParts {
  readonly lines: readonly ReadLine[]
  readonly findings: readonly Omit<FileFinding, 'unit' | 'unitText'>[]
  readonly questions: readonly FileQuestion[]
}

/**
 * The figures of such a row, each as the cut of the indicator it stands under; one without such a cut, or that is more
 * than its whole, is asked about at its own cell.
 */
export function readUnitParts(
  grid: ReportGrid,
  row: ForeignRow,
  name: string,
  wholes: readonly ReadLine[],
  wanted: ReadonlyMap<KnownIndicator, readonly WantedCell[]>,
  directory: IndicatorDirectory,
): UnitParts {
  const label = readLabel(name).isPart ? name : `Trong đó: ${name}`
  const lines: ReadLine[] = []
  const findings: Omit<FileFinding, 'unit' | 'unitText'>[] = []
  const questions: FileQuestion[] = []
  for (const [indicator, cells] of wanted) {
    const match = directory.match(label, indicator)
    if (match.kind === 'ignored') continue
    const own = match.kind === 'certain' && match.indicator.code !== indicator.code ? match.indicator : null
    const read = readRowCells(grid, row, own ?? indicator, cells)
    const main = mainOf(read.cells)
    if (main === undefined) continue
    const whole = mainOf(wholes.find((line) => line.indicator.code === indicator.code)?.cells ?? {})
    const isWithin = whole === undefined || main.value <= whole.value
    const isOwnPart = match.kind === 'certain' && (match.isLearned || own?.parent === indicator.code)
    if (own !== null && isOwnPart && (isWithin || match.kind !== 'certain' || match.isLearned)) {
      findings.push(...read.findings)
      lines.push({
        indicator: own,
        label: name,
        row: row.number,
        hidden: row.hidden,
        cells: read.cells,
        measure: null,
        isLearned: false,
      })
      continue
    }
    const parts = directory.all.filter(({ parent }) => parent === indicator.code)
    questions.push({
      kind: 'cut',
      sheet: grid.name,
      cell: main.address,
      text: `${name} - ${indicator.shortName}`,
      key: wordingKey(label, indicator.code),
      choices: [...new Set([...(own === null ? [] : [own]), ...parts])].map(({ code }) => code),
      under: indicator.code,
      figures: [{ cell: main.address, text: main.text }],
    })
  }
  return { lines, findings, questions }
}

function mainOf(cells: ReadLine['cells']): ReadCell | undefined {
  return cells.cumulative ?? cells.value ?? cells.increment
}
