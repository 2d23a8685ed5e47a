import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line, type Part } from '#shared/domain/wording/parts.ts'
import { periodLabel, untilDay } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'BÁO CÁO'
export const TYPE_CODE = 'BC'

export function subject(facts: DocumentFacts): Inline {
  return line`Về các doanh nghiệp khó khăn trong vận động thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} báo cáo tình hình các doanh nghiệp khó khăn trong vận động phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${facts.scope.within} (số liệu ${untilDay(facts.asOf)}) như sau:`
}

export function situation(enterprises: Part, workers: Part, withOfficer: Part): Inline {
  return line`Có ${enterprises} doanh nghiệp chưa có CĐCS được ghi nhận là khó khăn trong vận động, với ${workers} lao động; ${withOfficer} doanh nghiệp đã có cán bộ phụ trách trực tiếp.`
}

export const NONE = line`Đến nay chưa có doanh nghiệp nào được ghi nhận là khó khăn trong vận động.`
export const TABLE_TITLE = line`Danh sách doanh nghiệp khó khăn`

export function done(facts: DocumentFacts): readonly Inline[] {
  return [
    line`${facts.scope.organisation} đã xây dựng kế hoạch vận động riêng, phân công cán bộ phụ trách từng doanh nghiệp, tổ chức tiếp xúc, tuyên truyền, vận động chủ doanh nghiệp và người lao động.`,
  ]
}

export function proposals(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Đề nghị Ban Thường vụ ${facts.office.partyCommittee} quan tâm chỉ đạo cấp ủy, chính quyền nơi doanh nghiệp đóng, các cơ quan quản lý nhà nước phối hợp với tổ chức công đoàn vận động, tháo gỡ khó khăn tại các doanh nghiệp nêu trên.`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} trân trọng báo cáo Ban Thường vụ ${facts.office.partyCommittee}`
}
