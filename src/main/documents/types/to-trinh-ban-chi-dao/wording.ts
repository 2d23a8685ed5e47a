import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { founderOf } from '#shared/domain/documents/issuer.ts'
import { committeePeriod, foundingVerb } from '../../pieces/committee.ts'

export const TYPE_NAME = 'TỜ TRÌNH'
export const TYPE_CODE = 'TTr'

/** The people's committee where it founds the steering committee, else the Party committee of the place. */
export function founder(facts: DocumentFacts): string {
  const kind = facts.organisation?.committee?.issuerKind === 'government' ? 'government' : 'party'
  return founderOf(facts, kind).organ
}

export function subject(facts: DocumentFacts): Inline {
  return line`Về việc ${foundingVerb(facts)} Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở ${committeePeriod(facts)}`
}

export function opening(facts: DocumentFacts): Inline {
  return line`Để tăng cường sự lãnh đạo, chỉ đạo đối với công tác phát triển đoàn viên, thành lập công đoàn cơ sở ${facts.scope.within}, ${facts.scope.body} ${facts.scope.organisation} kính trình ${founder(facts)} xem xét ${foundingVerb(facts)} Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở ${committeePeriod(facts)} như sau:`
}

export const NEED: readonly Inline[] = [
  line`Nhiều doanh nghiệp đủ điều kiện chưa có công đoàn cơ sở; việc vận động cần sự tham gia của cấp ủy, chính quyền, các cơ quan quản lý nhà nước và các đoàn thể.`,
  line`Ban Chỉ đạo giúp thống nhất chỉ đạo, phân công trách nhiệm và phối hợp giữa các cơ quan, kịp thời tháo gỡ khó khăn, vướng mắc.`,
]

export const MAKEUP: readonly Inline[] = [
  line`Trưởng ban: đại diện lãnh đạo cấp ủy hoặc chính quyền; Phó Trưởng ban thường trực: người đứng đầu tổ chức công đoàn.`,
  line`Ủy viên: đại diện các cơ quan quản lý nhà nước về lao động, tài chính, thuế, bảo hiểm xã hội, ban quản lý khu công nghiệp và các đoàn thể.`,
]

export const MEMBERS_TITLE = line`Danh sách thành viên của tổ chức công đoàn tham gia Ban Chỉ đạo`

export function closing(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation} kính trình ${founder(facts)} xem xét, quyết định (kèm theo dự thảo Quyết định)`
}
