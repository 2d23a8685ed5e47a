import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'

// The fixed sentences of the yearly commitment to the Party committee.

export const TYPE_NAME = 'BẢN CAM KẾT'
/** NĐ 30/2020 lists no abbreviation for this kind; CK is what the office's register can change. */
export const TYPE_CODE = 'CK'

export function subject(facts: DocumentFacts): Inline {
  return line`Trách nhiệm thực hiện chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} cam kết với Ban Thường vụ ${facts.office.partyCommittee} về trách nhiệm thực hiện các chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} như sau:`
}

export function tasks(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Phát triển đoàn viên, thành lập CĐCS là nhiệm vụ trọng tâm của tổ chức công đoàn, nhằm tập hợp đông đảo công nhân, viên chức, lao động, chăm lo, bảo vệ quyền và lợi ích hợp pháp, chính đáng của người lao động và góp phần xây dựng tổ chức đảng, đoàn thể trong doanh nghiệp ${facts.scope.within}.`,
    line`${facts.scope.body} ${facts.scope.organisation} tổ chức thực hiện nhiệm vụ trên dưới sự lãnh đạo trực tiếp, toàn diện của ${facts.office.partyCommittee}, theo chỉ tiêu, nhiệm vụ của tổ chức công đoàn cấp trên và kế hoạch đã ban hành.`,
  ]
}

export function contentLead(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} cam kết thực hiện hoàn thành các chỉ tiêu sau trong ${periodLabel(facts.plan)}:`
}

export const TABLE_TITLE = 'Chỉ tiêu cam kết'

export function solutions(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Xây dựng kế hoạch, giao chỉ tiêu cụ thể cho từng đơn vị; phân công Ủy viên ${facts.scope.body}, cán bộ các ban phụ trách địa bàn, đơn vị; định kỳ kiểm điểm tiến độ và đôn đốc đơn vị chậm.`,
    line`Chỉ đạo các cấp công đoàn chủ động tham mưu cấp ủy, phối hợp với chính quyền cùng cấp và cơ quan Bảo hiểm xã hội, Thuế, cơ quan quản lý nhà nước về lao động và đăng ký doanh nghiệp nắm chắc tình hình doanh nghiệp, lao động ${facts.scope.within}.`,
    line`Tiếp tục khảo sát, phân loại doanh nghiệp; nơi đủ điều kiện thì hướng dẫn thủ tục thành lập CĐCS; nơi khó khăn thì xây dựng kế hoạch riêng, phân công cán bộ trực tiếp cùng đơn vị tuyên truyền, vận động.`,
    line`Đổi mới hình thức tuyên truyền, vận động người lao động và người sử dụng lao động; xây dựng đội ngũ cộng tác viên, nhóm lao động nòng cốt tại doanh nghiệp.`,
    line`Nâng cao chất lượng hoạt động của CĐCS; gắn phát triển đoàn viên, thành lập CĐCS với bồi dưỡng, giới thiệu đoàn viên công đoàn ưu tú cho Đảng xem xét, kết nạp.`,
  ]
}

export function proposals(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Đề nghị Ban Thường vụ ${facts.office.partyCommittee} tiếp tục lãnh đạo, chỉ đạo các cấp ủy, tổ chức đảng trực thuộc quan tâm công tác phát triển đoàn viên, thành lập CĐCS, nhất là trong doanh nghiệp ngoài khu vực nhà nước.`,
    line`Đề nghị Ban Thường vụ ${facts.office.partyCommittee} chỉ đạo các cơ quan chức năng phối hợp, cung cấp thông tin về doanh nghiệp, lao động và tạo điều kiện để các cấp công đoàn tiếp cận doanh nghiệp.`,
  ]
}

export function responsibility(facts: DocumentFacts): readonly Inline[] {
  const { signer } = facts.office
  const head =
    signer === null
      ? line`Người đứng đầu ${facts.scope.body} ${facts.scope.organisation}`
      : signer.fullName === ''
        ? line`Đồng chí ${positionInProse(signer.position, facts.scope.organisation)}, thay mặt ${facts.scope.body},`
        : line`Đồng chí ${signer.fullName}, thay mặt ${facts.scope.body} ${facts.scope.organisation},`
  return [
    line`${head} chịu trách nhiệm trước Ban Thường vụ ${facts.office.partyCommittee} về kết quả thực hiện các chỉ tiêu đã cam kết.`,
    line`Kết quả thực hiện cam kết được báo cáo Ban Thường vụ ${facts.office.partyCommittee} theo định kỳ và khi có yêu cầu, là căn cứ kiểm điểm, đánh giá, xếp loại tập thể ${facts.scope.body} và cá nhân người đứng đầu hằng năm.`,
  ]
}

/** "CHỦ TỊCH" → "Chủ tịch LĐLĐ tỉnh" */
export function positionInProse(position: string, office: string): string {
  const lower = position.toLocaleLowerCase('vi')
  return `${lower.charAt(0).toLocaleUpperCase('vi')}${lower.slice(1)} ${office}`
}

/** "LĐLĐ tỉnh", in the Party's form "Đảng ủy LĐLĐ tỉnh". */
export function shortOffice({ scope }: DocumentFacts): string {
  return scope.organisation.startsWith('Đảng ủy ') ? `Đảng ủy ${scope.short}` : scope.short
}

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} cam kết thực hiện nghiêm túc các nội dung nêu trên`
}
