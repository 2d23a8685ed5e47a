import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'KẾ HOẠCH'
export const TYPE_CODE = 'KH'

export function subject(facts: DocumentFacts): Inline {
  return line`Phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} xây dựng Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} như sau:`
}

export function purpose(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Cụ thể hóa nghị quyết đại hội và chương trình của công đoàn cấp trên; tập hợp đông đảo người lao động ${facts.scope.within} vào tổ chức công đoàn, xây dựng CĐCS vững mạnh.`,
    line`Xác định mục tiêu, lộ trình từng năm, trách nhiệm của từng cấp công đoàn; là căn cứ để giao chỉ tiêu hằng năm, đánh giá kết quả giữa giai đoạn và khi kết thúc giai đoạn.`,
  ]
}

export const YEARS_TITLE = line`Lộ trình thực hiện từng năm`

export const YEARS_NONE = line`Chỉ tiêu từng năm được giao trong kế hoạch của năm đó, bảo đảm hoàn thành chỉ tiêu của cả giai đoạn.`

export function tasks(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền, người sử dụng lao động và các cấp công đoàn về công tác phát triển đoàn viên, thành lập CĐCS.`,
    line`Hằng năm khảo sát, cập nhật danh sách doanh nghiệp, lao động ${facts.scope.within}; phân loại theo quy mô, khả năng vận động và phân công cán bộ phụ trách.`,
    line`Đổi mới phương thức vận động; xây dựng đội ngũ cộng tác viên, nhóm lao động nòng cốt; bồi dưỡng kỹ năng cho cán bộ làm công tác phát triển đoàn viên.`,
    line`Nâng cao chất lượng hoạt động của CĐCS, thương lượng, thỏa ước lao động tập thể, chăm lo phúc lợi đoàn viên; củng cố CĐCS yếu, CĐCS không còn đoàn viên.`,
    line`Lựa chọn, bồi dưỡng, giới thiệu đoàn viên công đoàn ưu tú cho Đảng xem xét, kết nạp.`,
  ]
}

export const FUNDING = line`Kinh phí thực hiện Kế hoạch được bố trí trong dự toán tài chính công đoàn hằng năm của từng cấp và các nguồn hợp pháp khác theo quy định.`

export function organising(facts: DocumentFacts): readonly Inline[] {
  return [
    line`${facts.scope.body} ${facts.scope.organisation} ban hành kế hoạch và giao chỉ tiêu hằng năm; kiểm tra, sơ kết giữa giai đoạn, tổng kết khi kết thúc giai đoạn.`,
    line`Các đơn vị xây dựng kế hoạch của đơn vị, đăng ký chỉ tiêu hằng năm, báo cáo kết quả định kỳ về ${facts.scope.organisation} (qua Ban Tổ chức).`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`Trên đây là Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}; ${facts.scope.body} ${facts.scope.organisation} yêu cầu các đơn vị nghiêm túc triển khai thực hiện`
}
