import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line, text } from '#shared/domain/wording/parts.ts'
import { periodLabel, untilDay } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'BÁO CÁO'
export const TYPE_CODE = 'BC'

/** Sơ kết while the period runs, tổng kết when it is over. */
export function verdict(facts: DocumentFacts): 'Sơ kết' | 'Tổng kết' {
  return facts.asOf >= facts.plan.to ? 'Tổng kết' : 'Sơ kết'
}

export function subject(facts: DocumentFacts): Inline {
  return line`${verdict(facts)} đợt thi đua phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  const word = verdict(facts).toLocaleLowerCase('vi')
  return line`${facts.scope.body} ${facts.scope.organisation} báo cáo ${word} đợt thi đua phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} (số liệu ${untilDay(facts.asOf)}) như sau:`
}

export const RANK_TITLE = line`Xếp thứ các đơn vị`

/** Of one phase: "Xếp thứ các đơn vị trong Giai đoạn 1". */
export function rankTitleOf(phase: Inline): Inline {
  return [...RANK_TITLE, text(' trong '), ...phase]
}

export const PHASES_TITLE = line`Kết quả theo từng giai đoạn`

export const RANK_NOTE = line`Ghi chú: Xếp thứ theo tỷ lệ hoàn thành chỉ tiêu; tỷ lệ bằng nhau xét theo kết quả, vẫn bằng nhau thì cùng thứ. Đơn vị không được giao chỉ tiêu hoặc chưa có báo cáo không xếp thứ.`

export function nextTasks(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Tiếp tục tập trung vận động tại các doanh nghiệp đủ điều kiện chưa có CĐCS; đơn vị đã hoàn thành chỉ tiêu tiếp tục phấn đấu vượt, đơn vị chậm tiến độ làm rõ nguyên nhân và có giải pháp cụ thể.`,
    line`Nhân rộng cách làm hiệu quả; biểu dương, khen thưởng kịp thời tập thể, cá nhân có thành tích; củng cố, hỗ trợ CĐCS mới thành lập ${facts.scope.within}.`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`Trên đây là báo cáo ${verdict(facts).toLocaleLowerCase('vi')} đợt thi đua phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)} của ${facts.scope.organisation}`
}
