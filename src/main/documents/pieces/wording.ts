import type { IndicatorFact } from '#shared/domain/documents/facts.ts'
import { dataText, type Inline, line, reference, text } from '#shared/domain/wording/parts.ts'
import { ownValue } from '#shared/kit/own-value.ts'

// Words that several types of document share; those of one type stand beside it.

/** Headings of columns that offices print in their own way; any other indicator prints its short name. */
const COLUMN_HEADINGS: Readonly<Record<string, string>> = {
  DV_MOI: 'Phát triển đoàn viên',
  CDCS_MOI: 'Thành lập CĐCS',
  DVUT_GT: 'Giới thiệu ĐVƯT cho Đảng',
  DVUT_KN: 'ĐVƯT được kết nạp Đảng',
  DV_TONG: 'Tổng số đoàn viên',
}

export const ANNEX = {
  label: 'Phụ lục',
  title: (period: Inline): Inline => [
    text('GIAO CHỈ TIÊU PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CÔNG ĐOÀN CƠ SỞ '),
    ...period.map((part) => ('text' in part ? text(part.text.toLocaleUpperCase('vi')) : part)),
  ],
  status: { CDCS_TONG: line`Số CĐCS`, DV_TONG: line`Số đoàn viên` } as Readonly<Record<string, Inline>>,
  nonMembers: line`LĐ chưa là đoàn viên`,
  indicator(indicator: IndicatorFact): Inline {
    const own = ownValue(COLUMN_HEADINGS, indicator.code)
    if (own !== undefined) return line`${own}`
    if (indicator.cut?.minWorkers !== undefined) {
      return line`Trong đó: DN từ ${reference(String(indicator.cut.minWorkers), 'threshold')} LĐ trở lên`
    }
    if (indicator.cut?.sector === 'non_state') return line`Trong đó: ngoài nhà nước`
    return [dataText(indicator.shortName)]
  },
}

export const PROGRESS = {
  annexTitle: (period: Inline): Inline => [
    text('KẾT QUẢ THỰC HIỆN CHỈ TIÊU PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CÔNG ĐOÀN CƠ SỞ '),
    ...period.map((part) => ('text' in part ? text(part.text.toLocaleUpperCase('vi')) : part)),
  ],
  tableTitle: 'Kết quả thực hiện các chỉ tiêu',
}
