import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { dateRef, type Inline, line, reference } from '#shared/domain/wording/parts.ts'
import { periodLabel, reportingDays } from '#shared/domain/wording/period.ts'

// The fixed sentences of the yearly plan. Nothing here is a fact about the office: figures, names, dates and
// kinds of units are put in by compose.

export const TYPE_NAME = 'KẾ HOẠCH'
export const TYPE_CODE = 'KH'

export function subject(facts: DocumentFacts): Inline {
  return line`Phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} xây dựng Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở (CĐCS) ${periodLabel(facts.plan)} như sau:`
}

export const PURPOSE: readonly Inline[] = [
  line`Tập hợp đông đảo công nhân, viên chức, lao động (CNVCLĐ) vào tổ chức công đoàn; đại diện, chăm lo, bảo vệ quyền và lợi ích hợp pháp, chính đáng của đoàn viên, người lao động; góp phần xây dựng quan hệ lao động hài hòa, ổn định, tiến bộ và xây dựng tổ chức công đoàn vững mạnh.`,
  line`Nâng cao nhận thức, trách nhiệm của các cấp công đoàn và đội ngũ cán bộ công đoàn, trước hết là người đứng đầu, đối với công tác phát triển đoàn viên, thành lập CĐCS, nhất là trong các doanh nghiệp ngoài khu vực nhà nước.`,
]

export function requirements(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Các cấp công đoàn xác định phát triển đoàn viên, thành lập CĐCS là nhiệm vụ trọng tâm, thường xuyên; cụ thể hóa chỉ tiêu được giao thành kế hoạch của đơn vị, phân công rõ người, rõ việc, rõ thời gian, rõ kết quả.`,
    line`Việc phát triển đoàn viên, thành lập CĐCS phải trên cơ sở tự nguyện của người lao động, đúng quy định của pháp luật và Điều lệ Công đoàn Việt Nam; gắn với nâng cao chất lượng hoạt động của CĐCS, không chạy theo số lượng.`,
    line`Phấn đấu hoàn thành và hoàn thành vượt mức các chỉ tiêu ${periodLabel(facts.plan)}; số liệu báo cáo trung thực, kịp thời, có địa chỉ cụ thể để kiểm tra, đối chiếu.`,
  ]
}

export const PROPAGANDA: readonly Inline[] = [
  line`Đổi mới nội dung, hình thức tuyên truyền, vận động theo hướng gần gũi, dễ hiểu, phù hợp với từng loại hình doanh nghiệp và từng nhóm đối tượng; chú trọng tuyên truyền trực tiếp tại nơi làm việc, khu nhà trọ công nhân và trên mạng xã hội.`,
  line`Tuyên truyền để người lao động hiểu rõ quyền, trách nhiệm và lợi ích khi gia nhập tổ chức công đoàn; để người sử dụng lao động hiểu rõ vai trò của công đoàn trong xây dựng quan hệ lao động, đồng thuận và tạo điều kiện thành lập CĐCS.`,
]

export const SURVEY: readonly Inline[] = [
  line`Rà soát, khảo sát, lập danh sách doanh nghiệp đang hoạt động, số lao động, số lao động chưa gia nhập công đoàn và doanh nghiệp đủ điều kiện nhưng chưa thành lập CĐCS; cập nhật thường xuyên, phân loại theo khả năng thành lập để giao chỉ tiêu sát thực tế.`,
  line`Nơi đủ điều kiện, tích cực hướng dẫn thủ tục để thành lập CĐCS; nơi khó khăn, chưa thành lập được, chủ động xây dựng kế hoạch, báo cáo cấp trên để phân công cán bộ phụ trách trực tiếp cùng tuyên truyền, vận động.`,
]

export function advising(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Chủ động tham mưu cấp ủy, phối hợp với chính quyền cùng cấp đưa công tác phát triển đoàn viên, thành lập CĐCS vào chương trình, kế hoạch lãnh đạo, chỉ đạo ${facts.scope.within}; thành lập hoặc kiện toàn Ban Chỉ đạo phát triển đoàn viên, thành lập CĐCS, phân công nhiệm vụ cụ thể cho từng thành viên.`,
    line`Phối hợp với cơ quan Bảo hiểm xã hội, cơ quan Thuế, cơ quan quản lý nhà nước về lao động và đăng ký doanh nghiệp trao đổi, đối chiếu thông tin về doanh nghiệp, lao động; lồng ghép tuyên truyền, vận động với kiểm tra việc thực hiện pháp luật lao động, bảo hiểm xã hội và công đoàn.`,
  ]
}

export const NETWORK: readonly Inline[] = [
  line`Xây dựng mạng lưới cộng tác viên, tình nguyện viên, nhóm lao động nòng cốt tại doanh nghiệp để tuyên truyền, vận động người lao động gia nhập công đoàn; bồi dưỡng kỹ năng tiếp cận, vận động cho cán bộ làm công tác phát triển đoàn viên.`,
]

export const QUALITY: readonly Inline[] = [
  line`Đổi mới nội dung, phương thức hoạt động của CĐCS hướng về đoàn viên, người lao động; thực hiện tốt việc thương lượng, ký kết thỏa ước lao động tập thể, đối thoại tại nơi làm việc, chăm lo phúc lợi đoàn viên để thu hút người lao động gia nhập tổ chức.`,
  line`Quan tâm giúp đỡ CĐCS mới thành lập ổn định tổ chức và hoạt động; củng cố, kiện toàn CĐCS hoạt động yếu, CĐCS không còn đoàn viên; tập huấn nghiệp vụ cho cán bộ CĐCS.`,
]

export const PARTY: readonly Inline[] = [
  line`Thông qua phong trào thi đua và hoạt động công đoàn, lựa chọn, bồi dưỡng, giới thiệu đoàn viên công đoàn ưu tú cho tổ chức đảng xem xét, bồi dưỡng, kết nạp.`,
]

export function emulation(facts: DocumentFacts): readonly Inline[] {
  return [
    line`Lấy kết quả phát triển đoàn viên, thành lập CĐCS ${periodLabel(facts.plan)} làm tiêu chí đánh giá, xếp loại và xét thi đua của các cấp công đoàn; kịp thời biểu dương, khen thưởng tập thể, cá nhân có thành tích; phê bình, đôn đốc đơn vị chậm tiến độ.`,
  ]
}

/** Used while no campaign of the plan is in the data; the two occasions are the same every year. */
export const USUAL_PEAKS = {
  workersMonth: line`Tháng Công nhân (tháng ${reference('5', 'custom')}): gắn các hoạt động chăm lo, đối thoại với tuyên truyền, vận động người lao động gia nhập công đoàn; tổ chức kết nạp đoàn viên, ra mắt CĐCS.`,
  foundingDay: line`Đợt cao điểm chào mừng kỷ niệm Ngày thành lập Công đoàn Việt Nam (${reference('28/7', 'custom')}): tập trung vận động, thành lập CĐCS tại các doanh nghiệp đủ điều kiện đã được khảo sát.`,
}

export const FUNDING = line`Kinh phí thực hiện Kế hoạch được sử dụng từ nguồn tài chính công đoàn của từng cấp theo phân cấp quản lý và các nguồn hợp pháp khác; các đơn vị cân đối, bố trí trong dự toán hằng năm, sử dụng đúng mục đích, đúng quy định.`

export function provincialDuties(facts: DocumentFacts): readonly Inline[] {
  return [
    line`${facts.scope.body} ${facts.scope.organisation} chỉ đạo, hướng dẫn, kiểm tra, giám sát việc thực hiện Kế hoạch; phân công các đồng chí Ủy viên ${facts.scope.body} và các ban phụ trách địa bàn, đơn vị; sơ kết, tổng kết việc thực hiện Kế hoạch.`,
    line`Ban Tổ chức là đầu mối tham mưu, theo dõi, đôn đốc, tổng hợp kết quả; các ban, văn phòng theo chức năng, nhiệm vụ phối hợp triển khai thực hiện.`,
  ]
}

export const UPPER_DUTIES: readonly Inline[] = [
  line`Căn cứ chỉ tiêu được giao, xây dựng kế hoạch của đơn vị, giao chỉ tiêu cụ thể cho CĐCS và phân công cán bộ phụ trách từng doanh nghiệp.`,
  line`Trực tiếp khảo sát, tiếp cận doanh nghiệp; hướng dẫn người lao động thành lập CĐCS; thẩm định hồ sơ, công nhận CĐCS đúng quy định; chịu trách nhiệm về kết quả thực hiện chỉ tiêu của đơn vị.`,
]

export const GRASSROOTS_DUTIES: readonly Inline[] = [
  line`Tuyên truyền, vận động, kết nạp người lao động chưa là đoàn viên tại đơn vị, doanh nghiệp; quản lý, cập nhật kịp thời biến động đoàn viên và báo cáo công đoàn cấp trên.`,
]

/** Days by which figures are closed follow from the plan's own period, whatever day its year begins. */
export function reporting(facts: DocumentFacts): readonly Inline[] {
  const days = reportingDays(facts.plan)
  const common = line`Số liệu báo cáo là số lũy kế từ ngày ${dateRef(facts.plan.from)}, ghi rõ ngày chốt số liệu, theo mẫu thống nhất của ${facts.scope.short}; gửi về ${facts.scope.organisation} (qua Ban Tổ chức) để tổng hợp.`
  if (facts.plan.kind === 'campaign' || facts.plan.kind === 'phase') {
    return [
      line`Các đơn vị báo cáo tiến độ hằng tuần và báo cáo kết quả khi kết thúc đợt (số liệu chốt đến ngày ${dateRef(days.end)}).`,
      common,
    ]
  }
  if (facts.plan.kind === 'term') {
    return [
      line`Các đơn vị báo cáo định kỳ hằng tháng và hằng năm; tổng kết khi kết thúc giai đoạn (số liệu chốt đến ngày ${dateRef(days.end)}).`,
      common,
    ]
  }
  return [
    line`Báo cáo tháng: chốt số liệu đến ngày cuối tháng. Báo cáo sáu tháng, chín tháng và cả năm: chốt số liệu đến các ngày ${dateRef(days.half)}, ${dateRef(days.nine)} và ${dateRef(days.end)}. Báo cáo gửi chậm nhất sau ngày chốt số liệu năm ngày làm việc.`,
    common,
  ]
}

export function closing(facts: DocumentFacts): Inline {
  return line`Trên đây là Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}. ${facts.scope.body} ${facts.scope.organisation} yêu cầu các đơn vị nghiêm túc triển khai thực hiện; trong quá trình thực hiện nếu có khó khăn, vướng mắc, kịp thời báo cáo về ${facts.scope.short} (qua Ban Tổ chức) để được hướng dẫn, giải quyết`
}
