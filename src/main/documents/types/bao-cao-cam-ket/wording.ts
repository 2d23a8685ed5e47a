import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel, untilDay } from '#shared/domain/wording/period.ts'

// The fixed sentences of the report to the Party committee on what was pledged to it.

export const TYPE_NAME = 'BÁO CÁO'
export const TYPE_CODE = 'BC'

export function subject(facts: DocumentFacts): Inline {
  return line`Kết quả thực hiện cam kết với Ban Thường vụ ${facts.office.partyCommittee} về phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`Thực hiện cam kết trách nhiệm với Ban Thường vụ ${facts.office.partyCommittee} về phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)}, ${facts.scope.body} ${facts.scope.organisation} báo cáo kết quả thực hiện (số liệu ${untilDay(facts.asOf)}) như sau:`
}

/** Said where it is known that there is a pledge but its numbers are not in the data. */
export const UNNUMBERED = line`Số liệu chỉ tiêu cam kết chưa được cập nhật nên báo cáo này nêu kết quả thực hiện, chưa tính tỷ lệ hoàn thành đối với các chỉ tiêu đó.`

export function nextTasks(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Chỉ đạo các đơn vị trực thuộc tích cực tham mưu cấp ủy, phối hợp với chính quyền cùng cấp tăng cường chỉ đạo công tác phát triển đoàn viên, thành lập CĐCS ở các doanh nghiệp.`,
    line`Tiếp tục khảo sát tình hình lao động ở các doanh nghiệp ${facts.scope.within} để tuyên truyền, vận động phát triển đoàn viên, thành lập CĐCS; đơn vị đủ điều kiện thì hướng dẫn thủ tục để thành lập CĐCS.`,
    line`Đối với đơn vị khó khăn, chưa thành lập được CĐCS, chủ động xây dựng kế hoạch; phân công cán bộ các ban và đồng chí Ủy viên ${facts.scope.body} phụ trách địa bàn trực tiếp cùng đơn vị tuyên truyền, vận động.`,
    line`Nâng cao chất lượng hoạt động của CĐCS; quan tâm bồi dưỡng, giới thiệu đoàn viên công đoàn ưu tú cho Đảng xem xét, kết nạp.`,
  ]
}

export function proposals(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Đề nghị Ban Thường vụ ${facts.office.partyCommittee} tiếp tục lãnh đạo, chỉ đạo các cấp ủy, tổ chức đảng trực thuộc quan tâm, tạo điều kiện để các cấp công đoàn phát triển đoàn viên, thành lập CĐCS, nhất là trong doanh nghiệp ngoài khu vực nhà nước.`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`Trên đây là báo cáo kết quả thực hiện cam kết ${periodLabel(facts.plan)}. ${facts.scope.body} ${facts.scope.organisation} trân trọng báo cáo Ban Thường vụ ${facts.office.partyCommittee}`
}
