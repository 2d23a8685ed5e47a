import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { CalendarRow, AdjustmentRow, PeriodRow, periodsContract } from '#shared/contract/periods.ts'
import {
  duePeriods,
  type PeriodKind,
  periodsEnding,
  type ReportingPeriod,
} from '#shared/domain/report-files/calendar.ts'
import { closedSpans } from '#shared/domain/report-files/closing.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { desc, eq } from '../db/orm.ts'
import { readDefaultPlan } from '../db/queries/plans.ts'
import { readClosings, readCalendarRows, type StoredClosing } from '../db/queries/report-files.ts'
import {
  indicators,
  periodClosings,
  reportAdjustments,
  reportingCalendars,
  reports,
  units,
} from '../db/schema/index.ts'
import type { ReadStore } from '../db/store.ts'
import { officeCalendar } from './figures.ts'
import { findPlan } from './lookup.ts'
import { countsFrom, missingOn, readCalendar, silentUnits, usualRules } from './report-import/reporting.ts'
import type { CommandContext, Service } from './service.ts'
import { readUserName } from './settings.ts'

export const periodsService: Service<keyof typeof periodsContract> = {
  'periods.list': (context, input) => {
    const { store } = context
    const plan = input.plan === null ? null : findPlan(store, input.plan)
    if (plan !== null && !plan.ok) return plan
    const today = input.asOf ?? context.today()
    const span = plan?.value ?? reportingYearOf(today, officeCalendar(store))
    return ok(listPeriods(store, span, input.kind, today))
  },

  'periods.log': ({ store }) => ok(readClosings(store).toReversed().map(tellClosing)),

  'periods.close': (context, { from, to, reason }) => {
    if (to < from) return fail('PERIOD_DATES_REVERSED')
    if (to > context.today()) return fail('PERIOD_NOT_OVER', { to: formatDate(to) })
    const closed = closedSpans(readClosings(context.store))
    if (closed.some((span) => span.from === from && span.to === to))
      return fail('PERIOD_ALREADY_CLOSED', { from: formatDate(from), to: formatDate(to) })
    return writeClosing(context, from, to, 'close', reason)
  },

  'periods.reopen': (context, { from, to, reason }) => {
    if (to < from) return fail('PERIOD_DATES_REVERSED')
    const closed = closedSpans(readClosings(context.store))
    if (!closed.some((span) => span.from === from && span.to === to))
      return fail('PERIOD_NOT_CLOSED', { from: formatDate(from), to: formatDate(to) })
    return writeClosing(context, from, to, 'reopen', reason)
  },

  'periods.adjustments': ({ store }, { from, to }) =>
    ok(readAdjustments(store).filter((row) => (from === null || row.asOf >= from) && (to === null || row.asOf <= to))),

  'periods.missing': (context, input) => {
    const { store } = context
    const plan = input.plan === null ? null : findPlan(store, input.plan)
    if (plan !== null && !plan.ok) return plan
    // Without a day, the newest year plan says until when it makes sense to ask.
    const of = plan?.value ?? (input.asOf === null ? readDefaultPlan(store) : null)
    return ok(missingOn(store, { asOf: input.asOf ?? context.today(), plan: of, kind: input.kind }))
  },

  'calendar.list': ({ store }) => {
    const rows = readCalendarRows(store)
    return ok(
      rows.length > 0
        ? { rows: [...rows], usual: false }
        : { rows: usualRules(store).map((rule) => ({ ...rule, id: null })), usual: true },
    )
  },

  'calendar.save': ({ store, newId }, { id, keepUsual, ...row }) => {
    if (row.validFrom !== null && row.validTo !== null && row.validTo < row.validFrom)
      return fail('PERIOD_DATES_REVERSED')
    const known = readCalendarRows(store)
    if (id !== null && !known.some((rule) => rule.id === id)) return fail('ROW_UNKNOWN')
    if (known.some((rule) => rule.id !== id && isSameRule(rule, row)))
      return fail('CALENDAR_ROW_TWICE', { kind: KIND_WORDS[row.kind] })
    const kept = keepUsual && known.length === 0 ? takeOver(usualRules(store), row) : []
    const saved = id ?? newId()
    const label = `${id === null ? 'Thêm' : 'Sửa'} kỳ báo cáo ${KIND_WORDS[row.kind]} trong lịch báo cáo`
    store.write({ kind: 'calendar.save', label }, (tx) => {
      if (id === null)
        tx.db
          .insert(reportingCalendars)
          .values({ ...row, id: saved })
          .run()
      else tx.db.update(reportingCalendars).set(row).where(eq(reportingCalendars.id, id)).run()
      for (const rule of kept)
        tx.db
          .insert(reportingCalendars)
          .values({ ...rule, id: tx.newId() })
          .run()
      return null
    })
    return ok({ ...row, id: saved })
  },

  'calendar.remove': ({ store }, { id }) => {
    const row = readCalendarRows(store).find((rule) => rule.id === id)
    if (row === undefined) return fail('ROW_UNKNOWN')
    store.write(
      { kind: 'calendar.remove', label: `Xóa kỳ báo cáo ${KIND_WORDS[row.kind]} khỏi lịch báo cáo` },
      (tx) => {
        tx.db.delete(reportingCalendars).where(eq(reportingCalendars.id, id)).run()
        return null
      },
    )
    return ok({})
  },
}

type Rule = Omit<CalendarRow, 'id'>

/** Two rows by which the same report would be due twice; years that begin otherwise stand side by side. */
function isSameRule(one: Rule, other: Rule): boolean {
  const within = (a: Rule, b: Rule): boolean => a.validFrom === null || b.validTo === null || a.validFrom <= b.validTo
  return one.kind === other.kind && one.yearStart === other.yearStart && within(one, other) && within(other, one)
}

/** The usual rows beside a first one of the office's own. */
function takeOver(usual: readonly Rule[], first: Rule): Rule[] {
  return usual.flatMap((rule) => {
    if (rule.kind !== first.kind) return [rule]
    return first.validFrom === null ? [] : [{ ...rule, validTo: addDays(first.validFrom, -1) }]
  })
}

const KIND_WORDS: Readonly<Record<PeriodKind, string>> = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  nine: '9 tháng',
  year: 'năm',
}

type Closing = ReturnType<typeof tellClosing>

function tellClosing({ from, to, action, on, by, reason }: StoredClosing) {
  return { from, to, action, on, by, reason }
}

function writeClosing(
  { store, newId, today }: CommandContext,
  from: IsoDate,
  to: IsoDate,
  action: 'close' | 'reopen',
  reason: string | null,
): AppResult<Closing> {
  const done: Closing = { from, to, action, on: today(), by: readUserName(store), reason }
  const label = `${action === 'close' ? 'Khóa' : 'Mở lại'} kỳ báo cáo ${formatDate(from)} – ${formatDate(to)}`
  store.write({ kind: `periods.${action}`, label }, (tx) => {
    tx.db
      .insert(periodClosings)
      .values({ id: newId(), fromDate: from, toDate: to, action, doneOn: done.on, doneBy: done.by, reason })
      .run()
    return null
  })
  return ok(done)
}

/** Periods the calendar asks for within a span, and whatever else of it was closed, in order of their last day. */
function listPeriods(
  store: ReadStore,
  span: { readonly from: IsoDate; readonly to: IsoDate },
  kind: PeriodKind | null,
  today: IsoDate,
): PeriodRow[] {
  const { rules } = readCalendar(store)
  const asked = kind === null ? rules : rules.filter((rule) => rule.kind === kind)
  const due = duePeriods(asked, span.from, span.to).map((period) => ({
    ...period,
    dueOn: period.dueOn as string | null,
  }))
  const extra: ReportingPeriod[] =
    kind !== null && due.length === 0 ? [...periodsEnding(kind, span.from, span.to, officeCalendar(store))] : []
  const closed = closedSpans(readClosings(store))
  const periods = [...due, ...extra.map((period) => ({ ...period, dueOn: null }))]
  const other = closed
    .filter(({ from, to }) => from <= span.to && span.from <= to && kind === null)
    .filter(({ from, to }) => !periods.some((period) => period.from === from && period.to === to))
  const adjusted = readAdjustments(store)
  const describe = (head: Pick<PeriodRow, 'code' | 'kind' | 'name' | 'from' | 'to' | 'dueOn'>): PeriodRow => {
    const { from, to } = head
    const closing =
      closed.find((row) => row.from === from && row.to === to) ??
      closed.find((row) => row.from <= from && to <= row.to) ??
      null
    const isPast = from <= today
    const { expected, silent } = isPast
      ? silentUnits(store, head.kind === null ? from : countsFrom({ kind: head.kind, from, to }), to)
      : { expected: [], silent: [] }
    return {
      ...head,
      closed: closing !== null,
      closedSpan: closing === null ? null : { from: closing.from, to: closing.to },
      closedOn: closing?.on ?? null,
      closedBy: closing?.by ?? null,
      expected: expected.length,
      reported: expected.length - silent.length,
      adjustments: adjusted.filter(({ asOf }) => from <= asOf && asOf <= to).length,
    }
  }
  return [
    ...periods.map(({ code, kind: of, name, from, to, dueOn }) => describe({ code, kind: of, name, from, to, dueOn })),
    ...other.map(({ from, to }) =>
      describe({
        code: `${from}..${to}`,
        kind: null,
        name: `từ ${formatDate(from)} đến ${formatDate(to)}`,
        from,
        to,
        dueOn: null,
      }),
    ),
  ].toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.from > b.from ? -1 : a.from < b.from ? 1 : 0))
}

export function readAdjustments(store: Pick<ReadStore, 'db'>): AdjustmentRow[] {
  return store.db
    .select({
      id: reportAdjustments.id,
      unit: units.code,
      unitName: units.name,
      indicator: indicators.code,
      indicatorName: indicators.name,
      from: reports.fromDate,
      asOf: reports.asOf,
      basis: reports.basis,
      before: reportAdjustments.valueBefore,
      beforeWord: reportAdjustments.wordBefore,
      after: reportAdjustments.valueAfter,
      afterWord: reportAdjustments.wordAfter,
      reason: reportAdjustments.reason,
      on: reportAdjustments.madeOn,
      by: reportAdjustments.madeBy,
    })
    .from(reportAdjustments)
    .innerJoin(reports, eq(reports.id, reportAdjustments.reportId))
    .innerJoin(units, eq(units.id, reports.unitId))
    .innerJoin(indicators, eq(indicators.id, reportAdjustments.indicatorId))
    .orderBy(desc(reportAdjustments.id))
    .all()
}
