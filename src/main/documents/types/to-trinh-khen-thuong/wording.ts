import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line, type Part } from '#shared/domain/wording/parts.ts'
import { periodLabel, untilDay } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'TỜ TRÌNH'
export const TYPE_CODE = 'TTr'
/** Offered; the office may ask for another form. */
export const FORM = 'Bằng khen'

export function subject(facts: DocumentFacts): Inline {
  return line`Về việc đề nghị khen thưởng tập thể có thành tích trong công tác phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`Căn cứ kết quả thực hiện chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} (số liệu ${untilDay(facts.asOf)}), ${facts.scope.body} ${facts.scope.organisation} kính trình ${facts.scope.superior} xem xét, khen thưởng như sau:`
}

export function proposed(facts: DocumentFacts, count: Part): Inline {
  if ((facts.organisation?.commendations ?? []).length > 0)
    return line`Qua xếp thứ theo tỷ lệ hoàn thành chỉ tiêu và xét thành tích, đề nghị khen thưởng ${count} tập thể, cá nhân, gồm:`
  return line`Qua xếp thứ theo tỷ lệ hoàn thành chỉ tiêu, ${count} tập thể đã hoàn thành và hoàn thành vượt tất cả các chỉ tiêu được giao, đủ điều kiện đề nghị khen thưởng, gồm:`
}

export const NOBODY = line`Đến ngày chốt số liệu chưa có tập thể nào hoàn thành tất cả các chỉ tiêu được giao; việc đề nghị khen thưởng thực hiện khi có kết quả cuối kỳ.`

export const TABLE_TITLE = line`Danh sách tập thể đề nghị khen thưởng`

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} kính đề nghị ${facts.scope.superior} xem xét, quyết định`
}
