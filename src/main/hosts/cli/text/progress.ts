import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import type { BandMeasure } from '#shared/domain/results/bands.ts'
import type { SourceUse } from '#shared/domain/results/sources.ts'

/** How a report's figure is used in a number of progress. */
export const SOURCE_USE_WORDS: Readonly<Record<SourceUse, string>> = {
  counted: 'cộng',
  opening: 'trừ (đầu kỳ)',
  covered: 'đã có trong báo cáo sau',
}

/** What a band is held against. */
export const BAND_MEASURE_WORDS: Readonly<Record<BandMeasure, string>> = {
  percent: '% chỉ tiêu',
  pace: '% so với thời gian đã qua',
}

/** Remarks below the table of progress, each behind the unit and the indicator it is about. */
export const PROGRESS_REMARKS = {
  target: (assigner: string, by: number) =>
    `số ${assigner} giao riêng ${by > 0 ? 'cao hơn' : 'thấp hơn'} tổng các đơn vị cấp dưới ${formatNumber(Math.abs(by))}`,
  result: (by: number) =>
    `số tự báo cáo ${by > 0 ? 'cao hơn' : 'thấp hơn'} tổng các đơn vị cấp dưới ${formatNumber(Math.abs(by))}`,
  apart: (value: number) => `chưa gồm ${formatNumber(value)} của đơn vị không được giao chỉ tiêu`,
  notBegun: (from: string) => `kế hoạch bắt đầu từ ${formatDate(from)}`,
  opening: (wanted: string, used: string | null) =>
    used === null
      ? `không có báo cáo nào đến ${formatDate(wanted)}, số đầu kỳ tính là 0`
      : `không có báo cáo đến ${formatDate(wanted)}, số đầu kỳ lấy theo báo cáo đến ${formatDate(used)}`,
} as const
