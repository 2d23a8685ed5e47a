import { type IsoDate, makeIsoDate } from '../../kit/dates.ts'
import type { ReportBasis } from '../results/reported-entry.ts'

/** A phase of a preset; days are MM-DD of the year the campaign is opened for. */
export interface PresetPhase {
  readonly name: string
  readonly from: string
  readonly to: string
  /** What its targets count: its own days, or the year's total by its end. */
  readonly basis: ReportBasis
}

export interface CampaignPreset {
  readonly code: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly phases: readonly PresetPhase[]
}

export interface PlannedDays {
  readonly from: IsoDate
  readonly to: IsoDate
}

/**
 * Days of a preset in a year: 05-01…05-31 of 2024. One that ends before it begins runs into the next year (12-15…
 * 01-15). 02-29 is the 28th in a common year. Null for days that are in no year.
 */
export function daysInYear(days: { readonly from: string; readonly to: string }, year: number): PlannedDays | null {
  const from = dayInYear(days.from, year)
  const to = dayInYear(days.to, days.to < days.from ? year + 1 : year)
  return from === null || to === null ? null : { from, to }
}

function dayInYear(text: string, year: number): IsoDate | null {
  const match = /^(\d\d)-(\d\d)$/.exec(text)
  if (match === null) return null
  const [month, day] = [Number(match[1]), Number(match[2])]
  return makeIsoDate(year, month, day) ?? (month === 2 && day === 29 ? makeIsoDate(year, 2, 28) : null)
}

/** A day of any year as it is typed and shown, "1/5" or "01/05", as the preset keeps it: 05-01. Null for no such day. */
export function readMonthDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.trim())
  if (match === null) return null
  const [day, month] = [Number(match[1]), Number(match[2])]
  // 2024 has every day that any year has.
  return makeIsoDate(2024, month, day)?.slice(5) ?? null
}

/** 05-01 → "01/5", as dates are written in Vietnamese papers: days and the first two months with a zero. */
export function showMonthDay(monthDay: string): string {
  const [month = '', day = ''] = monthDay.split('-')
  return `${day}/${Number(month) < 3 ? month : Number(month)}`
}

/** "2024-CD", and "2024-CD-2" when that is taken: how offices number the campaigns of a year. */
export function freeCampaignCode(year: number | string, taken: ReadonlySet<string>): string {
  const base = `${year}-CD`
  if (!taken.has(base)) return base
  // Phases are "2024-CD-1"; a second campaign is "2024-CD2", so that the two never meet.
  for (let number = 2; ; number += 1) if (!taken.has(`${base}${number}`)) return `${base}${number}`
}

/**
 * What every office has: Workers' Month, the month of the founding day (28/7), and a campaign as Thái Bình held it in
 * 2024, whose first phase counts its own month and whose second the year's total ("phấn đấu vượt chỉ tiêu cả năm").
 */
export const DEFAULT_PRESETS: readonly CampaignPreset[] = [
  { code: 'THANG-CONG-NHAN', name: 'Tháng Công nhân', from: '05-01', to: '05-31', phases: [] },
  {
    code: 'THANG-CAO-DIEM',
    name: 'Tháng cao điểm phát triển đoàn viên, thành lập công đoàn cơ sở',
    from: '07-01',
    to: '07-31',
    phases: [],
  },
  {
    code: 'DOT-CAO-DIEM',
    name: 'Đợt thi đua cao điểm phát triển đoàn viên, thành lập công đoàn cơ sở',
    from: '07-01',
    to: '10-30',
    phases: [
      { name: 'Giai đoạn 1', from: '07-01', to: '07-31', basis: 'increment' },
      { name: 'Giai đoạn 2', from: '08-01', to: '10-30', basis: 'cumulative' },
    ],
  },
]
