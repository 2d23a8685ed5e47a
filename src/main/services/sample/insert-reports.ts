import { parseTypedValue } from '#shared/domain/results/parse-value.ts'
import { indicators, reports, reportValues, units } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { idsByCode, inPieces } from './known-codes.ts'
import type { CsvRow } from './read-csv.ts'

/** Columns that say what the report is; every other one is the code of an indicator. */
const ABOUT = new Set(['unit', 'from', 'as_of', 'received', 'source'])

/** Cumulative reports of the units. A cell is a figure as offices write it: "802", "hơn 390", "197 (53,0%)". */
export function insertReports(tx: Transaction, rows: readonly CsvRow[]): void {
  const unitId = idsByCode(tx, units)
  const indicatorId = idsByCode(tx, indicators)
  const reportRows: (typeof reports.$inferInsert)[] = []
  const valueRows: (typeof reportValues.$inferInsert)[] = []
  for (const row of rows) {
    const reportId = tx.newId()
    reportRows.push({
      id: reportId,
      unitId: unitId(row['unit'] ?? ''),
      fromDate: row['from'] ?? '',
      asOf: row['as_of'] ?? '',
      basis: 'cumulative',
      receivedOn: row['received'] ?? null,
      status: 'received',
      source: row['source'] ?? null,
    })
    for (const [code, cell] of Object.entries(row)) {
      if (ABOUT.has(code) || cell === '') continue
      valueRows.push({ id: tx.newId(), reportId, indicatorId: indicatorId(code), ...readFigure(cell) })
    }
  }
  inPieces(reportRows, (piece) => tx.db.insert(reports).values(piece).run())
  inPieces(valueRows, (piece) => tx.db.insert(reportValues).values(piece).run())
}

type Figure = Pick<typeof reportValues.$inferInsert, 'value' | 'qualifier' | 'qualifierWord' | 'statedPercent'>

function readFigure(cell: string): Figure {
  const [, figure = '', percent] = /^(.+?)(?:\s*\(([\d,]+)%\))?$/.exec(cell) ?? []
  // Plain numbers of the file have a decimal point; a figure with a word is written as people write it.
  const plain = Number(figure)
  const typed = Number.isNaN(plain) ? parseTypedValue(figure) : { value: plain, qualifier: null, word: null }
  if (typed === null) throw new Error(`the sample has no figure in "${cell}"`)
  return {
    value: typed.value,
    qualifier: typed.qualifier,
    qualifierWord: typed.word,
    statedPercent: percent === undefined ? null : Number(percent.replace(',', '.')),
  }
}
