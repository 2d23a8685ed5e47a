import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { lowerFirst } from '#shared/domain/wording/indicator-words.ts'
import { type Inline, line, type Part } from '#shared/domain/wording/parts.ts'
import { organOf } from '#shared/domain/documents/issuer.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { committeePeriod, isFounded } from '../../pieces/committee.ts'

export const TYPE_NAME = 'QUYẾT ĐỊNH'
export const TYPE_CODE = 'QĐ'

function verb(facts: DocumentFacts): string {
  return isFounded(facts) ? 'thành lập' : 'kiện toàn'
}

function verbFirst(facts: DocumentFacts): string {
  return isFounded(facts) ? 'Thành lập' : 'Kiện toàn'
}

export function subject(facts: DocumentFacts): Inline {
  return line`Về việc ${verb(facts)} Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở ${committeePeriod(facts)}`
}

export function authority(facts: DocumentFacts): Inline {
  return line`${organOf(facts)}`
}

export function grounds(facts: DocumentFacts): string {
  return facts.issuer === undefined
    ? `Xét đề nghị của Ban Tổ chức ${facts.scope.organisation}`
    : `Xét đề nghị của ${facts.scope.body} ${facts.scope.organisation}`
}

export function founded(facts: DocumentFacts, count: Part): Inline {
  return line`${verbFirst(facts)} Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở ${ofWhole(facts.scope.whole)} ${committeePeriod(facts)} gồm ${count} đồng chí (có danh sách kèm theo).`
}

export function foundedUnnamed(facts: DocumentFacts): Inline {
  return line`${verbFirst(facts)} Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở ${ofWhole(facts.scope.whole)} ${committeePeriod(facts)}.`
}

export function duties(facts: DocumentFacts): Inline {
  const committee = facts.organisation?.committee ?? null
  // What is written down speaks of the body that founded it.
  const own = facts.issuer === undefined ? committee : committee?.issuerKind === facts.issuer.kind ? committee : null
  if (own !== null && own.duties !== null)
    return line`Ban Chỉ đạo có nhiệm vụ ${lowerFirst(oneLine(own.duties))}${own.regime === null ? '' : ` ${oneLine(own.regime)}`}`
  if (facts.issuer !== undefined)
    return line`Ban Chỉ đạo có nhiệm vụ giúp ${organOf(facts)} chỉ đạo, hướng dẫn, đôn đốc, kiểm tra việc phát triển đoàn viên, thành lập công đoàn cơ sở; phân công thành viên phụ trách địa bàn, đơn vị; định kỳ báo cáo kết quả. Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm; ${facts.scope.organisation} là cơ quan thường trực giúp việc.`
  return line`Ban Chỉ đạo có nhiệm vụ giúp ${organOf(facts)} chỉ đạo, hướng dẫn, đôn đốc, kiểm tra việc thực hiện kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở; phân công thành viên phụ trách địa bàn, đơn vị; định kỳ báo cáo kết quả. Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm, được sử dụng con dấu của ${facts.scope.organisation}; Ban Tổ chức là cơ quan thường trực giúp việc.`
}

/** Lines typed below each other stand in one paragraph, each a sentence. */
function oneLine(text: string): string {
  return text
    .split('\n')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.;:!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ')
}

export function replaced(facts: DocumentFacts): Inline {
  return isFounded(facts)
    ? line`Quyết định này có hiệu lực kể từ ngày ký.`
    : line`Quyết định này có hiệu lực kể từ ngày ký và thay thế các quyết định trước đây về Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở.`
}

export function executed(facts: DocumentFacts): Inline {
  if (facts.issuer !== undefined)
    return line`Văn phòng ${facts.issuer.office}, ${facts.scope.organisation}, các cơ quan, đơn vị có liên quan và các đồng chí có tên tại danh sách chịu trách nhiệm thi hành Quyết định này`
  return line`Văn phòng, các ban của ${facts.scope.organisation}, các đơn vị có liên quan và các đồng chí có tên tại danh sách chịu trách nhiệm thi hành Quyết định này`
}

export const ANNEX_TITLE = line`DANH SÁCH BAN CHỈ ĐẠO PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CÔNG ĐOÀN CƠ SỞ`

export const DUTIES_TITLE = line`Phân công nhiệm vụ thành viên Ban Chỉ đạo`
