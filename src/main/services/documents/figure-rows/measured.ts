import type { FigureRow } from '#shared/contract/document-drafts.ts'
import { countedInYear } from '#shared/domain/results/as-of.ts'
import { reportingYearOf, startOfReportingYear } from '#shared/domain/results/reporting-year.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { readEntriesWithin, type StoredEntry } from '../../../db/queries/reports.ts'
import { windowOf } from '../../figures.ts'
import { readTargetsIn } from '../../plan-facts.ts'
import { codesBehind, membersOf, type RowContext, type Rows } from './context.ts'

const KINDS = { assigned: 'giao', striving: 'phấn đấu', registered: 'đăng ký', pledged: 'cam kết' } as const

/** Targets a figure speaks of: a unit's own, else those of what stands under it. */
export function targetRows(context: RowContext, unit: string, indicator: string, assigner: string | null): Rows {
  const { store, plan, planTree, day, indicators } = context
  const wanted = readTargetsIn(store, plan, planTree, day).filter(
    (target) => target.indicator === indicator && (assigner === null || target.assignerCode === assigner),
  )
  const rowsOf = (one: TreeUnit): FigureRow[] => {
    const own = wanted.filter((target) => target.unitId === one.id && target.value !== null)
    if (own.length === 0) return planTree.tree.childrenOf(one.id).flatMap(rowsOf)
    return own.map((target) => ({
      kind: 'target',
      id: target.id,
      name: context.shortName(one),
      detail: `Chỉ tiêu ${KINDS[target.kind]}: ${indicators.get(indicator)?.shortName ?? indicator}, ${target.assigner}, ${plan.name}`,
      text: target.value === null ? '' : formatNumber(target.value),
      value: target.value,
      source: target.note,
      screen: 'targets',
      focus: one.code,
    }))
  }
  return membersOf(context, unit).flatMap(rowsOf)
}

/**
 * The reports a result was counted from on a day: per unit the latest cumulative one of the year and the increments
 * after it, and of a phase what stood before it, unless the year's total is asked for (`isOfYear`); where a unit
 * reported nothing itself, those of what stands under it; of what a formula reads, each part.
 */
export function reportRows(context: RowContext, unit: string, indicator: string, day: IsoDate, isOfYear = false): Rows {
  const { store, plan, indicators } = context
  const window = windowOf(store, plan)
  const last = day < window.to ? day : window.to
  const calendar = window.calendar
  const opening = window.from <= last ? window.from : last
  const from = reportingYearOf(opening, calendar).from
  const all = readEntriesWithin(store, null, last)
  const countsIncrease =
    !isOfYear && window.basis === 'increment' && startOfReportingYear(window.from, calendar) !== window.from
  return codesBehind(context, indicator).flatMap((code) => {
    const known = indicators.get(code)
    if (known === undefined) return []
    const entries = all.filter((entry) => entry.indicatorId === known.id)
    const isLevel = known.kind === 'stock' || known.kind === 'ratio'
    const chosen = (unitId: string): readonly StoredEntry[] => {
      const own = entries.filter((entry) => entry.unitId === unitId)
      if (isLevel) return own.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).slice(-1)
      const inYears = own.filter((entry) => entry.from >= from)
      const closing = usedBy(inYears, last, calendar)
      return countsIncrease ? [...usedBy(inYears, addDays(window.from, -1), calendar), ...closing] : closing
    }
    const seen = new Set<string>()
    const rowsOf = (one: TreeUnit): FigureRow[] => {
      // A unit that was merged into this one reported for it before.
      const sources = context.planTree.takeovers
        .filter((takeover) => takeover.heirId === one.id)
        .flatMap((takeover) => takeover.sourceIds)
      const own = [one.id, ...sources].flatMap(chosen)
      if (own.length === 0) return context.planTree.tree.childrenOf(one.id).flatMap(rowsOf)
      return own.flatMap((entry) => {
        if (seen.has(entry.id)) return []
        seen.add(entry.id)
        return [reportRow(context, one, entry, known.shortName)]
      })
    }
    return membersOf(context, unit).flatMap(rowsOf)
  })
}

/** The reports of one unit that its count on a day rests on, of every reporting year that ends with one. */
function usedBy(entries: readonly StoredEntry[], day: IsoDate, calendar?: string): readonly StoredEntry[] {
  const starts = [...new Set(entries.map((entry) => startOfReportingYear(entry.asOf, calendar)))].toSorted()
  return starts.flatMap((start) => {
    const inYear = entries.filter((entry) => entry.asOf <= day && startOfReportingYear(entry.asOf, calendar) === start)
    const base = inYear
      .filter((entry) => entry.basis === 'cumulative' && entry.from === start)
      .toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))
      .at(-1)
    const added = inYear.filter(
      (entry) => entry.basis === 'increment' && (base === undefined ? entry.from >= start : entry.from > base.asOf),
    )
    const used = base === undefined ? added : [base, ...added]
    return countedInYear(used, start, day).amount === null ? [] : used
  })
}

function reportRow(context: RowContext, unit: TreeUnit, entry: StoredEntry, indicator: string): FigureRow {
  const number = formatNumber(entry.value)
  const source = context.planTree.dated.get(entry.unitId)
  const by = source === undefined || source.id === unit.id ? '' : ` (báo cáo của ${source.name})`
  const basis = entry.basis === 'cumulative' ? 'lũy kế' : 'phát sinh'
  return {
    kind: 'report',
    id: entry.id,
    name: context.shortName(unit),
    detail: `${indicator}, ${formatDate(entry.from)} đến ${formatDate(entry.asOf)} (${basis})${by}`,
    text: entry.qualifier === null ? number : `${entry.word ?? entry.qualifier} ${number}`,
    value: entry.value,
    source: entry.source,
    screen: 'results',
    focus: unit.code,
  }
}
