import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { dateRef, type Inline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'THÔNG BÁO'
export const TYPE_CODE = 'TB'

export function subject(facts: DocumentFacts): Inline {
  return line`Phân công cán bộ phụ trách công tác phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts, hasAnnex: boolean): Inline {
  const list = hasAnnex ? ' (có Phụ lục kèm theo)' : ''
  return line`Để thực hiện Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)}, ${facts.scope.body} ${facts.scope.organisation} thông báo phân công cán bộ phụ trách địa bàn, doanh nghiệp${list} và yêu cầu thực hiện các nội dung sau:`
}

export function annexTitle(facts: DocumentFacts): Inline {
  const period = periodLabel(facts.plan).map((part) =>
    'text' in part ? { text: part.text.toLocaleUpperCase('vi') } : part,
  )
  return line`PHÂN CÔNG CÁN BỘ PHỤ TRÁCH PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CÔNG ĐOÀN CƠ SỞ ${period}`
}

export const NONE = line`Cán bộ phụ trách từng địa bàn, doanh nghiệp được phân công bổ sung khi có danh sách doanh nghiệp cần vận động.`

export function duties(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Cán bộ được phân công trực tiếp nắm tình hình, tiếp xúc, tuyên truyền, vận động, hướng dẫn thành lập CĐCS tại doanh nghiệp được giao; chịu trách nhiệm về kết quả trước ${facts.scope.body} ${facts.scope.organisation}.`,
    line`Thời hạn hoàn thành: trước ngày ${dateRef(facts.plan.to)}; báo cáo kết quả hằng tháng về Ban Tổ chức để tổng hợp.`,
    line`Các đơn vị phối hợp, tạo điều kiện để cán bộ được phân công thực hiện nhiệm vụ tại địa bàn.`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} thông báo để các đơn vị, cá nhân biết, thực hiện`
}
