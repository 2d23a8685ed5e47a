import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { dateRef, type Inline, line, reference } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'KẾ HOẠCH'
export const TYPE_CODE = 'KH'

export function subject(facts: DocumentFacts): Inline {
  return line`Phát động đợt thi đua cao điểm phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} xây dựng Kế hoạch phát động đợt thi đua cao điểm phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} như sau:`
}

export function purpose(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Tạo đợt sinh hoạt, thi đua sôi nổi trong các cấp công đoàn ${facts.scope.within}; tập trung nguồn lực vận động, kết nạp đoàn viên, thành lập CĐCS tại doanh nghiệp đã khảo sát, đủ điều kiện.`,
    line`Phấn đấu hoàn thành sớm, hoàn thành vượt chỉ tiêu được giao; phát hiện, nhân rộng cách làm hiệu quả.`,
  ]
}

export const REQUIREMENTS: readonly Inline[] = [
  line`Mỗi cấp công đoàn, mỗi cán bộ được phân công có chỉ tiêu, doanh nghiệp và thời gian hoàn thành cụ thể.`,
  line`Kết quả thực chất, số liệu báo cáo chính xác, đúng ngày chốt; không chạy theo thành tích.`,
]

export function times(facts: DocumentFacts): Inline {
  return line`Thời gian thực hiện: từ ngày ${dateRef(facts.plan.from)} đến hết ngày ${dateRef(facts.plan.to)}.`
}

export const PHASES_TITLE = line`Chỉ tiêu của từng giai đoạn`

export const CONTENTS: readonly Inline[] = [
  line`Rà soát danh sách doanh nghiệp chưa có CĐCS, lập danh sách ưu tiên vận động; phân công cán bộ phụ trách từng doanh nghiệp, địa bàn.`,
  line`Tổ chức tuyên truyền lưu động, đối thoại, tư vấn pháp luật tại doanh nghiệp, khu nhà trọ công nhân; phát huy cộng tác viên, nhóm lao động nòng cốt.`,
  line`Tổ chức lễ kết nạp đoàn viên, ra mắt CĐCS; gắn với các hoạt động chăm lo đoàn viên, người lao động trong đợt cao điểm.`,
]

export function scoring(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Xếp thứ các đơn vị theo tỷ lệ hoàn thành chỉ tiêu được giao đến ngày kết thúc đợt; tỷ lệ bằng nhau thì xét theo kết quả tuyệt đối; đơn vị không được giao chỉ tiêu không xếp thứ.`,
    line`Đơn vị chưa gửi báo cáo theo quy định không được xét khen thưởng đợt thi đua; kết quả là căn cứ đánh giá thi đua của ${facts.scope.short}.`,
  ]
}

export function organising(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Ban Tổ chức theo dõi, đôn đốc, tổng hợp kết quả từng giai đoạn; tham mưu sơ kết, tổng kết và đề xuất khen thưởng.`,
    line`Các đơn vị xây dựng kế hoạch, phát động đợt thi đua tại đơn vị; báo cáo nhanh hằng tuần và báo cáo kết quả khi kết thúc từng giai đoạn về ${facts.scope.organisation} (qua Ban Tổ chức).`,
  ]
}

/** Where no phase is in the data the occasions of the year are named; their days are the same every year. */
export const USUAL: readonly Inline[] = [
  line`Tháng Công nhân (tháng ${reference('5', 'custom')}): tập trung tuyên truyền, vận động, kết nạp đoàn viên.`,
  line`Đợt cao điểm chào mừng Ngày thành lập Công đoàn Việt Nam (${reference('28/7', 'custom')}): tập trung thành lập CĐCS tại các doanh nghiệp đã đủ điều kiện.`,
]

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} yêu cầu các đơn vị tổ chức phát động và triển khai thực hiện`
}
