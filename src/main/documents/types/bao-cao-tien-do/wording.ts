import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel, untilDay } from '#shared/domain/wording/period.ts'

// The fixed sentences of the progress report. Judgement beyond the figures is left to the people who sign.

export const TYPE_NAME = 'BÁO CÁO'
export const TYPE_CODE = 'BC'

export function subject(facts: DocumentFacts): Inline {
  return line`Tiến độ thực hiện chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} báo cáo tiến độ thực hiện chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} (số liệu ${untilDay(facts.asOf)}) như sau:`
}

export function nextTasks(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Tiếp tục rà soát, khảo sát doanh nghiệp, lao động ${facts.scope.within}; tập trung vận động thành lập CĐCS tại doanh nghiệp đủ điều kiện, phát triển đoàn viên tại nơi đã có CĐCS.`,
    line`Tích cực tham mưu cấp ủy, phối hợp với chính quyền cùng cấp và cơ quan Bảo hiểm xã hội, Thuế, cơ quan quản lý nhà nước về lao động trong nắm tình hình doanh nghiệp, tuyên truyền, vận động.`,
    line`Nơi đủ điều kiện, hướng dẫn thủ tục để thành lập CĐCS; nơi khó khăn, xây dựng kế hoạch, báo cáo cấp trên để phân công cán bộ phụ trách trực tiếp cùng tuyên truyền, vận động.`,
    line`Nâng cao chất lượng hoạt động của CĐCS; củng cố, kiện toàn CĐCS hoạt động yếu; kịp thời biểu dương tập thể, cá nhân có cách làm hiệu quả.`,
    line`Thực hiện nghiêm chế độ báo cáo; các đơn vị chưa có báo cáo hoặc chậm tiến độ báo cáo rõ tình hình và giải pháp khắc phục.`,
  ]
}

export function proposals(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Đề nghị ${facts.scope.superior} tiếp tục quan tâm hướng dẫn, hỗ trợ các cấp công đoàn ${facts.scope.within} trong công tác phát triển đoàn viên, thành lập CĐCS.`,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`Trên đây là báo cáo tiến độ thực hiện chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}. ${facts.scope.body} ${facts.scope.organisation} trân trọng báo cáo`
}
