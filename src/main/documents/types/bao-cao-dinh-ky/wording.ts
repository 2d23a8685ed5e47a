import type { DocumentFacts, PeriodFact } from '#shared/domain/documents/facts.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { untilDay } from '#shared/domain/wording/period.ts'
import { reportPeriodLabel } from '#shared/domain/wording/report-period.ts'

export const TYPE_NAME = 'BÁO CÁO'
export const TYPE_CODE = 'BC'

export function subject(facts: DocumentFacts, period: PeriodFact): Inline {
  return line`Kết quả phát triển đoàn viên, thành lập công đoàn cơ sở ${reportPeriodLabel(period.kind, period, facts.plan)}`
}

export function opening(facts: DocumentFacts, period: PeriodFact): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} báo cáo kết quả phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${reportPeriodLabel(period.kind, period, facts.plan)} (số liệu ${untilDay(facts.asOf)}) như sau:`
}

export const TABLE_TITLE = line`Kết quả thực hiện các chỉ tiêu`

export const UNITS_ANNEX = line`Kết quả trong kỳ của từng đơn vị có Phụ lục kèm theo.`

export function annexTitle(facts: DocumentFacts, period: PeriodFact): Inline {
  const label = reportPeriodLabel(period.kind, period, facts.plan).map((part) =>
    'text' in part ? { text: part.text.toLocaleUpperCase('vi') } : part,
  )
  return line`KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CÔNG ĐOÀN CƠ SỞ CỦA CÁC ĐƠN VỊ ${label}`
}

export function tasks(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Tiếp tục khảo sát, cập nhật danh sách doanh nghiệp ${facts.scope.within}; tập trung vận động tại nơi đủ điều kiện thành lập CĐCS, nơi còn nhiều lao động chưa là đoàn viên.`,
    line`Đôn đốc các đơn vị chậm tiến độ, chưa gửi báo cáo; kịp thời tháo gỡ khó khăn, vướng mắc, biểu dương cách làm hiệu quả.`,
  ]
}

export function closing(facts: DocumentFacts, period: PeriodFact): Inline {
  return line`Trên đây là báo cáo kết quả phát triển đoàn viên, thành lập công đoàn cơ sở ${reportPeriodLabel(period.kind, period, facts.plan)}. ${facts.scope.body} ${facts.scope.organisation} trân trọng báo cáo`
}
