import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { dateRef, type Inline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

/** The department that drafts it; offices call it so since Ban Tổ chức took the work over. */
export const DEPARTMENT = 'ToC'

export function subject(facts: DocumentFacts): Inline {
  return line`đôn đốc thực hiện chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`Thực hiện Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)}, thời gian qua các cấp công đoàn ${facts.scope.within} đã triển khai nhiều giải pháp khảo sát, tuyên truyền, vận động.`
}

export const LATE = line`Tuy nhiên, một số đơn vị đạt kết quả thấp so với tiến độ thời gian hoặc chưa gửi báo cáo, cụ thể:`

export const NONE_LATE = line`Các đơn vị được giao chỉ tiêu đều đã gửi báo cáo và đạt tiến độ thời gian; cần tiếp tục duy trì để hoàn thành chỉ tiêu được giao.`

export function requestLead(facts: DocumentFacts): Inline {
  return line`Để hoàn thành chỉ tiêu ${periodLabel(facts.plan)}, ${facts.scope.body} ${facts.scope.organisation} đề nghị các đơn vị tập trung thực hiện một số nội dung sau:`
}

export function requests(facts: DocumentFacts): readonly Inline[] {
  const until = facts.asOf >= facts.plan.to ? line`trong thời gian tới` : line`trước ngày ${dateRef(facts.plan.to)}`
  return [
    line`Rà soát từng doanh nghiệp đã khảo sát, xác định nơi đủ điều kiện, phân công cán bộ phụ trách trực tiếp và thời gian hoàn thành; tập trung vận động, kết nạp đoàn viên, thành lập CĐCS để hoàn thành phần chỉ tiêu còn lại ${until}.`,
    line`Báo cáo rõ nguyên nhân chậm tiến độ, khó khăn, vướng mắc và giải pháp khắc phục của đơn vị; đề xuất nội dung cần ${facts.scope.short} tham mưu cấp ủy, phối hợp với chính quyền cùng cấp tháo gỡ.`,
    line`Đơn vị chưa gửi báo cáo gửi ngay báo cáo kết quả thực hiện; các đơn vị gửi báo cáo theo nội dung trên về ${facts.scope.organisation} (qua Ban Tổ chức) trong thời hạn năm ngày làm việc kể từ ngày nhận được Công văn này.`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} yêu cầu người đứng đầu các đơn vị nghiêm túc chỉ đạo thực hiện`
}
