import type { FigureOrigin } from '#shared/contract/document-drafts.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type FigureName, readFigureName } from '#shared/domain/documents/figure-from-facts.ts'
import { describeFigure, namesOf } from '#shared/domain/documents/figure-words.ts'
import { readPhaseWord } from '#shared/domain/documents/phase-results.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../../db/store.ts'
import { openContext, type RowContext, type Rows } from './figure-rows/context.ts'
import {
  commendedUnits,
  countedEnterprises,
  countedPeople,
  countedUnion,
  countedUnits,
  difficultEnterprises,
  listedEnterprises,
} from './figure-rows/counted.ts'
import { reportRows, targetRows } from './figure-rows/measured.ts'

/** More rows than a person reads; the screen they stand on shows them all. */
const MOST_ROWS = 500

export interface AskedFigure {
  readonly id: string
  readonly text: string
  readonly value: number | null
}

/** The rows of the data a figure of a document was made from, as they stand now. */
export function findFigureRows(store: ReadStore, facts: DocumentFacts, figure: AskedFigure): AppResult<FigureOrigin> {
  const name = readFigureName(figure.id)
  if (name === null) return fail('FIGURE_UNKNOWN', { name: figure.id })
  // A target names its plan where others name a day; a phase's target is of another plan than the document's.
  const phase = readPhaseWord(name.what)
  const plan = phase?.phase ?? (isIsoDate(name.when) ? facts.plan.code : name.when)
  const context = openContext(store, { plan, unit: facts.scope.unit.code, asOf: facts.asOf })
  if (!context.ok) return context
  const rows = rowsOf(context.value, facts, name, figure.value)
  return ok({
    figure: figure.id,
    text: figure.text,
    value: figure.value,
    label: describeFigure(figure.id, namesOf(facts)),
    how: tellHow(name, facts, rows.length, figure.value),
    rows: [...rows.slice(0, MOST_ROWS)],
    more: Math.max(0, rows.length - MOST_ROWS),
  })
}

function rowsOf(context: RowContext, facts: DocumentFacts, name: FigureName, value: number | null): Rows {
  const { kind, indicator, assigner, unit, when, what } = name
  const day = isIsoDate(when) ? when : facts.asOf
  if (indicator !== null) {
    const targets = (): Rows => targetRows(context, unit, indicator, assigner)
    const isOfYear = readPhaseWord(what)?.isOfYear === true
    const reports = (): Rows => {
      const reported = reportRows(context, unit, indicator, day, isOfYear)
      const size = enterprisesIn(context, indicator)
      // A ratio of enterprises is counted from the registry where nobody reported it.
      return reported.length > 0 || size === null ? reported : countedEnterprises(context, 'atLeast', unit, day, size)
    }
    switch (kind) {
      case 'target':
        return targets()
      case 'result':
      case 'stated-percent':
      case 'implied-target':
        return reports()
      case 'rank':
        return [
          ...targetRows(context, 'TOTAL', indicator, assigner),
          ...reportRows(context, 'TOTAL', indicator, day, isOfYear),
        ]
      case 'difference':
        return [...targets(), ...targetRows(context, 'TOTAL', indicator, null), ...(isIsoDate(when) ? reports() : [])]
      default:
        return [...targets(), ...reports()]
    }
  }
  if (kind === 'elapsed') return planRows(context)
  if (what === null) return []
  const union = /^members at founding (.+)$/u.exec(what)?.[1]
  if (union !== undefined) return countedUnion(context, union)
  if (what.includes('steering committee')) return countedPeople(context)
  if (what.startsWith('units commended') || what.startsWith('units proposed')) return commendedUnits(facts)
  if (what.startsWith('difficult enterprises')) return difficultEnterprises(facts, what)
  const threshold = facts.registry?.counts.threshold ?? 0
  for (const rows of [
    () => countedUnits(facts, what, value),
    () => listedEnterprises(facts, what, value),
    () => countedEnterprises(context, what, unit, day, threshold),
  ]) {
    const found = rows()
    if (found.length > 0) return found
  }
  return []
}

/** N of a ratio over enterprises of at least N workers; null for every other indicator. */
function enterprisesIn({ indicators }: RowContext, code: string): number | null {
  const formula = indicators.get(code)?.formula ?? null
  return formula !== null && 'enterprises' in formula ? formula.enterprises.minWorkers : null
}

function planRows({ plan }: RowContext): Rows {
  return [
    {
      kind: 'plan',
      id: plan.id,
      name: plan.name,
      detail: `${formatDate(plan.from)} đến ${formatDate(plan.to)}`,
      text: '',
      value: null,
      source: null,
      screen: 'targets',
      focus: null,
    },
  ]
}

/** How the figure follows from its rows. */
function tellHow({ kind }: FigureName, { asOf }: DocumentFacts, rows: number, value: number | null): string {
  if (rows === 0 && value === 0 && kind === 'count') return 'Không có dòng nào để đếm.'
  if (rows === 0) return 'Hiện không tìm thấy dòng số liệu nào của con số này; số liệu có thể đã được sửa hoặc xóa.'
  const count = formatNumber(rows)
  switch (kind) {
    case 'target':
      return rows === 1 ? 'Lấy từ một dòng chỉ tiêu.' : `Tổng của ${count} dòng chỉ tiêu.`
    case 'result':
      return `Tính từ ${count} dòng báo cáo đến ngày ${formatDate(asOf)}: số lũy kế mới nhất của từng đơn vị cộng số phát sinh sau đó.`
    case 'percent':
    case 'exceeded':
      return 'Kết quả chia cho chỉ tiêu, làm tròn đến một chữ số thập phân.'
    case 'remaining':
      return 'Chỉ tiêu trừ kết quả.'
    case 'rank':
      return 'Xếp theo tỷ lệ kết quả trên chỉ tiêu của các đơn vị cùng cấp.'
    case 'difference':
      return 'Hiệu của hai số tính từ các dòng này.'
    case 'elapsed':
      return 'Số ngày đã qua chia cho số ngày của kế hoạch.'
    case 'count':
      return `Đếm hoặc cộng ${count} dòng này.`
    default:
      return `Tính từ ${count} dòng này.`
  }
}
