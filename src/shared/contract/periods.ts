import { z } from 'zod'
import { isIsoDate } from '../kit/dates.ts'
import { PERIOD_KINDS } from '../domain/report-files/calendar.ts'
import { defineCommand, defineQuery } from './core.ts'
import { filledText, isoDate, nothing, optionalDate, rowIdText } from './fields.ts'

const yearStart = z
  .string()
  .refine((day) => isIsoDate(`2023-${day}`), { error: 'phải là một ngày năm nào cũng có, ví dụ 01-01' })

export const calendarRow = z.object({
  id: z.string().nullable().default(null),
  kind: z.enum(PERIOD_KINDS),
  /** First day of the reporting year, MM-DD. */
  yearStart,
  /** Days after the period's last day by which the report is due; negative: before it. */
  dueDays: z.number().int().min(-31).max(366),
  validFrom: optionalDate,
  validTo: optionalDate,
})
export type CalendarRow = z.output<typeof calendarRow>

export const periodRow = z.object({
  /** "2024-06", "2024-Q2", "2024-6T", "2024-9T", "2024", "2024-W25"; a closed span of other days: "2024-06-01..2024-06-15". */
  code: z.string(),
  kind: z.enum(PERIOD_KINDS).nullable(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  dueOn: z.string().nullable(),
  closed: z.boolean(),
  /** The span that was closed: this period, or a longer one around it. */
  closedSpan: z.object({ from: z.string(), to: z.string() }).nullable(),
  closedOn: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Units whose report for the period stands, of those that should have sent one. */
  reported: z.number(),
  expected: z.number(),
  adjustments: z.number(),
})
export type PeriodRow = z.output<typeof periodRow>

export const closingRow = z.object({
  from: z.string(),
  to: z.string(),
  action: z.enum(['close', 'reopen']),
  on: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
})

export const adjustmentRow = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  indicator: z.string(),
  indicatorName: z.string(),
  from: z.string(),
  asOf: z.string(),
  basis: z.enum(['cumulative', 'increment']),
  /** The figure as it was closed; null when none stood there. */
  before: z.number().nullable(),
  beforeWord: z.string().nullable(),
  after: z.number(),
  afterWord: z.string().nullable(),
  reason: z.string(),
  on: z.string(),
  by: z.string(),
})
export type AdjustmentRow = z.output<typeof adjustmentRow>

export const missingUnit = z.object({
  code: z.string(),
  name: z.string(),
  place: z.string(),
  /** The unit above it, and the title of its kind of unit. */
  parent: z.string().nullable(),
  parentName: z.string().nullable(),
  group: z.string(),
  /** The last day any report of the unit speaks of, and when it came; null: it never reported. */
  lastReportAsOf: z.string().nullable(),
  lastReportOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
})
export type MissingUnit = z.output<typeof missingUnit>

export const missingAnswer = z.object({
  asOf: z.string(),
  plan: z.string().nullable(),
  /** The period the reports are due for. */
  period: z.object({ code: z.string(), name: z.string(), from: z.string(), to: z.string() }).nullable(),
  dueOn: z.string().nullable(),
  expected: z.number(),
  reported: z.number(),
  /** The same by kind of unit, in the order of the tree. */
  groups: z.array(z.object({ group: z.string(), expected: z.number(), reported: z.number() })),
  missing: z.array(missingUnit),
})
export type MissingAnswer = z.output<typeof missingAnswer>

export const periodsContract = {
  'periods.list': defineQuery(
    z.object({
      /** Periods that end in this plan's time; null: in the reporting year of `asOf`. */
      plan: z.string().nullable().default(null),
      asOf: isoDate.nullable().default(null),
      kind: z.enum(PERIOD_KINDS).nullable().default(null),
    }),
    z.array(periodRow),
  ),
  /** Everything that was closed and reopened, newest first. */
  'periods.log': defineQuery(nothing, z.array(closingRow)),
  'periods.close': defineCommand(
    z.object({ from: isoDate, to: isoDate, reason: filledText.nullable().default(null) }),
    closingRow,
    ['results'],
  ),
  'periods.reopen': defineCommand(z.object({ from: isoDate, to: isoDate, reason: filledText }), closingRow, [
    'results',
  ]),
  /** Adjustments of figures of closed periods. */
  'periods.adjustments': defineQuery(
    z.object({ from: isoDate.nullable().default(null), to: isoDate.nullable().default(null) }),
    z.array(adjustmentRow),
  ),
  'periods.missing': defineQuery(
    z.object({
      asOf: isoDate.nullable().default(null),
      plan: z.string().nullable().default(null),
      kind: z.enum(PERIOD_KINDS).nullable().default(null),
    }),
    missingAnswer,
  ),
  'calendar.list': defineQuery(nothing, z.object({ rows: z.array(calendarRow), usual: z.boolean() })),
  /**
   * Adds a row (id null) or changes one. `keepUsual`: with the first row of its own the office also takes over the other
   * usual ones, and those of the same kind up to the day before the new row begins; left out, it is the only one.
   */
  'calendar.save': defineCommand(calendarRow.extend({ keepUsual: z.boolean().default(false) }), calendarRow, [
    'settings',
    'results',
  ]),
  'calendar.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['settings', 'results']),
}
