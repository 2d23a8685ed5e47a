import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line, type Part } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'QUYẾT ĐỊNH'
export const TYPE_CODE = 'QĐ'
export const FORM = 'Giấy khen'

export function subject(facts: DocumentFacts): Inline {
  return line`Về việc khen thưởng tập thể có thành tích trong công tác phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function authority(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation}`
}

export function grounds(facts: DocumentFacts): string {
  return `Xét thành tích của các đơn vị và đề nghị của Ban Tổ chức ${facts.scope.organisation}`
}

export function rewarded(facts: DocumentFacts, count: Part): Inline {
  if ((facts.organisation?.commendations ?? []).some(({ kind }) => kind === 'person'))
    return line`Khen thưởng ${count} tập thể, cá nhân có thành tích xuất sắc trong công tác phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)} (có danh sách kèm theo).`
  return line`Khen thưởng ${count} tập thể có thành tích xuất sắc trong công tác phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)} (có danh sách kèm theo).`
}

export function rewardedNobody(facts: DocumentFacts): Inline {
  return line`Khen thưởng các tập thể có thành tích xuất sắc trong công tác phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}.`
}

export const MONEY = line`Tiền thưởng kèm theo thực hiện theo quy định hiện hành về thi đua, khen thưởng của tổ chức công đoàn.`

export function executed(facts: DocumentFacts): Inline {
  return line`Quyết định này có hiệu lực kể từ ngày ký. Ban Tổ chức, Ban Tài chính, Văn phòng ${facts.scope.organisation} và các tập thể có tên tại danh sách chịu trách nhiệm thi hành Quyết định này`
}

export const ANNEX_TITLE = line`DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG`
