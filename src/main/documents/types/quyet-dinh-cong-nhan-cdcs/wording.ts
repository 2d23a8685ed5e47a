import type { DocumentFacts, UnionFact } from '#shared/domain/documents/facts.ts'
import { dataText, type Inline, line, type Part, text } from '#shared/domain/wording/parts.ts'

export const TYPE_NAME = 'QUYẾT ĐỊNH'
export const TYPE_CODE = 'QĐ'

/** "công đoàn cơ sở Công ty …", without "Công đoàn cơ sở" twice. */
export function nameOf(union: UnionFact | null): Part {
  return dataText(union === null ? 'công đoàn cơ sở' : union.name)
}

export function subject(union: UnionFact | null): Inline {
  return [text('Về việc công nhận '), nameOf(union)]
}

export function authority(facts: DocumentFacts): Inline {
  return line`${facts.scope.body} ${facts.scope.organisation}`
}

export function grounds(union: UnionFact | null): string {
  return union === null
    ? 'Xét hồ sơ đề nghị công nhận công đoàn cơ sở'
    : `Xét hồ sơ đề nghị công nhận của ${union.name}`
}

export function recognised(facts: DocumentFacts, union: UnionFact | null, members: Part | null): Inline {
  const belongs = union?.unit ?? facts.scope.organisation
  return [
    text('Công nhận '),
    nameOf(union),
    text(' trực thuộc '),
    dataText(belongs),
    ...(members === null ? [] : [text(' gồm '), members, text(' đoàn viên')]),
    text('.'),
  ]
}

export function committee(union: UnionFact | null, hasList: boolean): Inline {
  const list = hasList ? ' (có danh sách kèm theo)' : ''
  const chosen = `Công nhận Ban Chấp hành, Ủy ban Kiểm tra và các chức danh của công đoàn cơ sở theo kết quả đại hội${list}`
  if (union === null || union.chair === null || union.chair === '') return [text(`${chosen}.`)]
  return [text(chosen), ...line`; đồng chí ${union.chair} giữ chức Chủ tịch.`]
}

export const RIGHTS = line`Công đoàn cơ sở hoạt động theo Luật Công đoàn, Điều lệ Công đoàn Việt Nam và các quy định của pháp luật; được sử dụng con dấu, tài khoản riêng theo quy định.`

export function executed(facts: DocumentFacts, union: UnionFact | null): Inline {
  const who = union?.enterprise ?? null
  return line`Quyết định này có hiệu lực kể từ ngày ký. Văn phòng, Ban Tổ chức ${facts.scope.organisation}, công đoàn cơ sở${who === null ? '' : `, ${who}`} và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này`
}

export const ANNEX_TITLE = line`DANH SÁCH BAN CHẤP HÀNH, ỦY BAN KIỂM TRA CÔNG ĐOÀN CƠ SỞ`
export const EXECUTIVE_TITLE = line`Ban Chấp hành`
export const INSPECTION_TITLE = line`Ủy ban Kiểm tra`
