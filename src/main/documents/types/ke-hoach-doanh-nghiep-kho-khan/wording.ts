import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line, type Part } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'KẾ HOẠCH'
export const TYPE_CODE = 'KH'

export function subject(facts: DocumentFacts): Inline {
  return line`Vận động thành lập công đoàn cơ sở tại các doanh nghiệp khó khăn ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} xây dựng Kế hoạch vận động phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) tại các doanh nghiệp khó khăn ${periodLabel(facts.plan)} như sau:`
}

export const PURPOSE: readonly Inline[] = [
  line`Tập trung lực lượng, tháo gỡ từng khó khăn, vướng mắc cụ thể để vận động người sử dụng lao động ủng hộ, người lao động gia nhập công đoàn, thành lập CĐCS.`,
  line`Mỗi doanh nghiệp khó khăn có cán bộ chịu trách nhiệm, có giải pháp và thời gian thực hiện; không để doanh nghiệp nào không có người theo dõi.`,
]

export function situation(facts: DocumentFacts, enterprises: Part, workers: Part): Inline {
  return line`Qua khảo sát và tiếp xúc, ${facts.scope.within} có ${enterprises} doanh nghiệp chưa có CĐCS được ghi nhận là khó khăn trong vận động, với ${workers} lao động (danh sách dưới đây).`
}

export const NONE = line`Đến nay chưa có doanh nghiệp nào được ghi nhận là khó khăn trong vận động; Kế hoạch được bổ sung danh sách khi phát sinh.`

export const TABLE_TITLE = line`Danh sách doanh nghiệp khó khăn`

export function solutions(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Cán bộ được phân công tiếp xúc trực tiếp với chủ doanh nghiệp, người lao động nòng cốt; nắm rõ nguyên nhân, ghi nhật ký từng lần tiếp xúc và báo cáo kết quả hằng tháng.`,
    line`Báo cáo, đề nghị Ban Thường vụ ${facts.office.partyCommittee} chỉ đạo cấp ủy, chính quyền nơi doanh nghiệp đóng và các cơ quan quản lý nhà nước cùng tham gia vận động.`,
    line`Phối hợp với cơ quan Bảo hiểm xã hội, Thuế, quản lý lao động và ban quản lý khu công nghiệp trong kiểm tra, đối thoại, tuyên truyền pháp luật về lao động, công đoàn.`,
    line`Hỗ trợ người lao động thành lập ban vận động; chăm lo, tư vấn pháp luật cho người lao động ngay từ trước khi thành lập CĐCS.`,
  ]
}

export function organising(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Ban Tổ chức theo dõi, đôn đốc, định kỳ báo cáo ${facts.scope.body} ${facts.scope.organisation} kết quả tại từng doanh nghiệp.`,
    line`Các đơn vị có doanh nghiệp trong danh sách xây dựng lịch tiếp xúc, bố trí cán bộ và chịu trách nhiệm về kết quả vận động.`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} yêu cầu các đơn vị, cá nhân được phân công nghiêm túc thực hiện`
}
