import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'BẢN CAM KẾT'
export const TYPE_CODE = 'CK'

export function subject(facts: DocumentFacts): Inline {
  return line`Trách nhiệm thực hiện chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`Căn cứ chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} được giao và tình hình doanh nghiệp, lao động ${facts.scope.within}, ${facts.scope.organisation} cam kết với ${facts.scope.superior} thực hiện các nội dung sau:`
}

export const TABLE_TITLE = 'Các chỉ tiêu cam kết'

export function duties(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Giao chỉ tiêu cụ thể cho CĐCS, phân công cán bộ phụ trách từng doanh nghiệp; trực tiếp khảo sát, tuyên truyền, vận động người lao động gia nhập công đoàn, thành lập CĐCS.`,
    line`Tham mưu cấp ủy, phối hợp với chính quyền cùng cấp, cơ quan Bảo hiểm xã hội, Thuế và người sử dụng lao động; kịp thời báo cáo khó khăn, vướng mắc.`,
    line`Báo cáo kết quả đúng kỳ, đúng mẫu, số liệu chính xác; chịu sự kiểm tra, đánh giá của ${facts.scope.superior}.`,
  ]
}

export function responsibility(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Người đứng đầu ${facts.scope.organisation} chịu trách nhiệm trực tiếp về kết quả thực hiện các chỉ tiêu đã cam kết; kết quả là căn cứ đánh giá, xếp loại và xét thi đua của đơn vị, cá nhân.`,
  ]
}

export function superiorDuties(facts: DocumentFacts): readonly Inline[] {
  return [
    line`${facts.scope.superior} hướng dẫn, hỗ trợ, tạo điều kiện để đơn vị thực hiện cam kết; theo dõi, kiểm tra, đánh giá kết quả và biểu dương, khen thưởng kịp thời.`,
  ]
}

export function closing(): Inline {
  return line`Bản cam kết có giá trị kể từ ngày ký và được lập thành hai bản, mỗi bên giữ một bản`
}
